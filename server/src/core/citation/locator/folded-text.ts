/**
 * The same text for a reader of locators: full-width letters, digits and marks become ASCII, every kind of dash
 * becomes `-`, every kind of space a space. One UTF-16 unit stays one, so that offsets hold for the original.
 */
export function foldLocatorText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (unit) => FOLDED.get(unit) ?? foldWidth(unit));
}

const FOLDED: ReadonlyMap<string, string> = new Map([
  ...['‐', '‑', '‒', '–', '—', '―', '−', '─', '〜', '〰'].map((dash) => [dash, '-'] as const),
  ...['\t', '\n', '\r', '\u00a0', '\u2002', '\u2003', '\u2009', '\u202f', '\u3000'].map(
    (space) => [space, ' '] as const,
  ),
  ['〔', '('],
  ['〕', ')'],
  ['﹑', '、'],
]);

function foldWidth(unit: string): string {
  const code = unit.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : unit;
}
