import * as l10n from '@vscode/l10n';
import type { Authority } from './authorities.ts';

/** So that spreadsheets read the file as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';
/** A cell that begins so would be reckoned, not shown; the full-width signs are as the others in some languages. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A table of authorities as RFC 4180 has it, with a byte order mark: a row for each passage that is cited. A cell that
 * a spreadsheet would take for a formula has an apostrophe before it. `nameOf` says how a file is called.
 */
export function authoritiesCsv(authorities: readonly Authority[], nameOf: (uri: string) => string): string {
  const head = [
    l10n.t('File'),
    l10n.t('Line'),
    l10n.t('Key'),
    l10n.t('Statement'),
    l10n.t('Date'),
    l10n.t('Locator'),
    l10n.t('Address'),
    l10n.t('Passage'),
    l10n.t('Problem'),
  ];
  const rows = authorities.map(
    ({ uri, range, key, title, date, locator, address, paragraphs, problem = '' }) => [
      ...[nameOf(uri), String(range.start.line + 1), key, title, date, locator, address],
      ...[paragraphs.join('\n'), problem],
    ],
  );
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(words: string): string {
  const shown = FORMULA.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
