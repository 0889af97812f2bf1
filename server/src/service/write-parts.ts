/** A piece of what is written: text, or a place where something may be filled in, with the text that stands there. */
export type Part = string | Stop;

export interface Stop {
  /** In the order in which they are visited; 0 for the last, where the cursor stays. */
  readonly stop: number;
  /** What stands there if nothing is filled in. */
  readonly text: string;
}

/** What is written, piece by piece. */
export type Written = readonly Part[];

export const END: Stop = { stop: 0, text: '' };

/** The text as it is where nothing is filled in. */
export function plainText(written: Written): string {
  return written.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

/** The text in the notation of LSP's snippets; `undefined` if nothing is to be filled in. */
export function snippetText(written: Written): string | undefined {
  if (written.every((part) => typeof part === 'string')) return undefined;
  // There is one end; others have been passed over.
  const last = written.findLastIndex((part) => typeof part !== 'string' && part.stop === 0);
  return written.map((part, i) => notation(part, i === last)).join('');
}

function notation(part: Part, isEnd: boolean): string {
  if (typeof part === 'string') return escaped(part);
  const { stop, text } = part;
  if (stop === 0) return isEnd ? '$0' : '';
  return text === '' ? `$\{${String(stop)}}` : `$\{${String(stop)}:${escaped(text)}}`;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
