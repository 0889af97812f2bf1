import { BREAK, foldCode, isHanCode } from './character-fold.ts';

/**
 * A text as it is compared: its characters one by one, without white space and layout, with a `BREAK` where a line or
 * paragraph ends. Parallel arrays, for a statement may have a million characters.
 */
export interface CharStream {
  readonly length: number;
  /** What is aligned: code points folded over width and script. */
  readonly codes: Uint32Array;
  /** Code points as they are written. */
  readonly written: Uint32Array;
  /** UTF-16 offset of each character in the text it comes from; of a `BREAK`, the end of what it closes. */
  readonly offsets: Uint32Array;
  /** 0 without white space before the character in its line, 1 after a space, 2 after a wide one, as between columns. */
  readonly spaced: Uint8Array;
  /** The unit that each character belongs to: a line of a source, or a unit of an edited text. */
  readonly units: Uint32Array;
}

export interface StreamBuilder {
  /** How many characters there are so far. */
  length(): number;
  /** Adds the words of `text` from `start` to `end`; `isSkipped` says which offsets are no part of them. */
  add(text: string, start: number, end: number, unit: number, isSkipped?: (offset: number) => boolean): void;
  /** Adds words that stand elsewhere, all of them at one place of the text. */
  insert(words: string, offset: number, unit: number): void;
  /** Adds one character that stands in no text as such, such as a `BREAK`. */
  put(code: number, offset: number, unit: number): void;
  /** Takes off what was added after there were so many characters. */
  truncate(length: number): void;
  build(): CharStream;
}

export function createStreamBuilder(): StreamBuilder {
  const written: number[] = [];
  const offsets: number[] = [];
  const spaced: number[] = [];
  const units: number[] = [];
  const push = (code: number, offset: number, space: number, unit: number): void => {
    written.push(code);
    offsets.push(offset);
    spaced.push(space);
    units.push(unit);
  };
  const add = (
    text: string,
    start: number,
    end: number,
    placeOf: (at: number) => number,
    unit: number,
    isSkipped?: (offset: number) => boolean,
  ): void => {
    let width = 0;
    let isWrapped = false;
    for (let at = start; at < end;) {
      const code = text.codePointAt(at) ?? 0;
      const size = code > 0xffff ? 2 : 1;
      if (isLineEnd(code)) isWrapped = true;
      else if (isSkipped?.(at) === true) {
        // Nothing of it counts, the spaces within it neither.
      } else if (isBlank(code)) width += code === 0x20 ? 1 : 2;
      else {
        // A line that the file wraps goes on with a space, but without one between Han characters.
        const isTight = isHanCode(code) || isHanCode(written.at(-1) ?? code);
        if (isWrapped) width = isTight ? 0 : 1;
        push(code, placeOf(at), Math.min(width, 2), unit);
        width = 0;
        isWrapped = false;
      }
      at += size;
    }
  };
  return {
    length: () => written.length,
    add: (text, start, end, unit, isSkipped) => {
      add(text, start, end, (at) => at, unit, isSkipped);
    },
    insert: (words, offset, unit) => {
      add(words, 0, words.length, () => offset, unit);
    },
    put: (code, offset, unit) => {
      push(code, offset, 0, unit);
    },
    truncate: (length) => {
      for (const list of [written, offsets, spaced, units]) list.length = length;
    },
    build: () => {
      const codes = new Uint32Array(written.length);
      for (let i = 0; i < codes.length; i++) codes[i] = foldCode(written[i] ?? 0);
      return {
        ...{ length: codes.length, codes },
        written: new Uint32Array(written),
        offsets: new Uint32Array(offsets),
        spaced: new Uint8Array(spaced),
        units: new Uint32Array(units),
      };
    },
  };
}

/** A plain text as a stream: each line that is not blank is a unit, with a `BREAK` between two. */
export function streamOf(text: string): CharStream {
  const builder = createStreamBuilder();
  let at = 0;
  let unit = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      if (unit > 0) builder.put(BREAK, at - 1, unit - 1);
      builder.add(text, at, at + line.length, unit++);
    }
    at += line.length + 1;
  }
  return builder.build();
}

/** The words from one character up to another as they are written; white space as one space, a `BREAK` as a line end. */
export function wordsOf({ written, spaced }: CharStream, start: number, end: number): string {
  const parts: string[] = [];
  for (let i = start; i < end; i++) {
    if ((spaced[i] ?? 0) > 0 && i > start) parts.push(' ');
    parts.push(String.fromCodePoint(written[i] ?? 0));
  }
  return parts.join('');
}

/** The span in the text of the characters from one up to another; between two characters, the place after the first. */
export function spanOf(
  stream: CharStream,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const endOf = (i: number): number =>
    (stream.offsets[i] ?? 0) +
    ((stream.written[i] ?? 0) === BREAK ? 0 : (stream.written[i] ?? 0) > 0xffff ? 2 : 1);
  if (stream.length === 0) return { start: 0, end: 0 };
  if (start < end) return { start: stream.offsets[start] ?? 0, end: endOf(end - 1) };
  const isFirst = start === 0 || stream.written[start - 1] === BREAK;
  const place = isFirst && start < stream.length ? (stream.offsets[start] ?? 0) : endOf(start - 1);
  return { start: place, end: place };
}

/** A stretch without the line ends at its edges; one of line ends alone as it is. */
export function withoutEdges({ written }: CharStream, start: number, end: number): readonly [number, number] {
  let [from, to] = [start, end];
  while (from < to && written[from] === BREAK) from++;
  while (to > from && written[to - 1] === BREAK) to--;
  return from < to ? [from, to] : [start, end];
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** White space, and the byte order mark. Other characters without width are characters: they must be accounted for. */
export function isBlank(code: number): boolean {
  if (code > 0x20 && code < 0x80) return false;
  return (
    (code >= 9 && code <= 13) ||
    code === 0x20 ||
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
