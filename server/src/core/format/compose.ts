import type { Rich, Run } from './rich.ts';

/** A piece of a citation: text, formatted text, or nothing where the statement does not say it. */
export type Piece = Rich | string | undefined;

/** What stands before a piece, and the piece; without the piece what stands before is left out too. */
export type Part = readonly [before: string, piece: Piece];

export function richOf(piece: Piece): Rich {
  if (piece === undefined) return [];
  const runs: Rich = typeof piece === 'string' ? [{ text: piece }] : piece;
  return runs.filter((run) => run.text !== '');
}

export function plainText(rich: Rich): string {
  return rich.map((run) => run.text).join('');
}

export function isEmpty(piece: Piece): boolean {
  return richOf(piece).length === 0;
}

/** The pieces that there are, each after its separator; the first has none. No mark is set after one that does the same. */
export function compose(parts: readonly Part[]): Rich {
  return parts.reduce<Rich>((before, [separator, piece]) => {
    const rich = richOf(piece);
    if (rich.length === 0) return before;
    return before.length === 0 ? rich : [...punctuate(before, separator), ...rich];
  }, []);
}

/**
 * A mark after a text, unless the text ends with one that does the same. A comma and a full stop go inside American
 * quotation marks: `“Title,”`.
 */
export function punctuate(rich: Rich, mark: string): Rich {
  const last = rich.at(-1);
  if (last === undefined || mark === '') return rich;
  const [, words = '', closing = ''] = /^([^]*?)([”’]*)$/u.exec(last.text) ?? [];
  if (isEndedFor(words, closing, mark)) return mark.length > 1 ? [...rich, { text: mark.slice(1) }] : rich;
  if (!closing.endsWith('”') || !/^[,.]/u.test(mark)) return [...rich, { text: mark }];
  const quoted = { ...last, text: `${words}${mark.charAt(0)}${closing}` };
  return [...rich.slice(0, -1), quoted, ...(mark.length > 1 ? [{ text: mark.slice(1) }] : [])];
}

function isEndedFor(words: string, closing: string, mark: string): boolean {
  if (/^[.。]/u.test(mark)) return /[.。!?！？…]$/u.test(words);
  if (mark.startsWith(',') && closing !== '' && /[!?]$/u.test(words)) return true;
  return /^[,，;；:：]/u.test(mark) && closing === '' && /[,，;；:：、]$/u.test(words);
}

/** `(…)` around a piece; nothing around nothing. */
export function wrapped(open: string, piece: Piece, close: string): Rich {
  const rich = richOf(piece);
  return rich.length === 0 ? [] : [{ text: open }, ...rich, { text: close }];
}

export function italic(text: string | undefined): Rich {
  return richOf(text).map((run): Run => ({ ...run, italic: true }));
}

export function link(url: string | undefined): Rich {
  return url === undefined ? [] : [{ text: url, url }];
}

/** Neighbours of the same format as one run. */
export function tidied(rich: Rich): Rich {
  const runs: Run[] = [];
  for (const run of rich) {
    const last = runs.at(-1);
    const isSame =
      last !== undefined &&
      last.italic === run.italic &&
      last.superscript === run.superscript &&
      last.url === undefined &&
      run.url === undefined;
    if (isSame) runs[runs.length - 1] = { ...last, text: last.text + run.text };
    else if (run.text !== '') runs.push(run);
  }
  return runs;
}
