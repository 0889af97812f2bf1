/**
 * Places in a text. A `Span` counts UTF-16 code units from the start of one text; a `Range` counts 0-based lines
 * and UTF-16 characters within the line, as the Language Server Protocol does. Ends are exclusive.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Translates between offsets and positions of one text. Offsets outside the text are clamped to it. */
export interface LineIndex {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
  rangeOf(span: Span): Range;
  readonly lineCount: number;
  /** The span of a line without its line break; an empty span at the end of the text for a line that is not there. */
  lineSpan(line: number): Span;
}

/** Lines end at `\n`, `\r\n` or a lone `\r`, as in the Language Server Protocol. */
export function createLineIndex(text: string): LineIndex {
  const { starts, ends } = text.includes('\r') ? linesOfAnyKind(text) : linesOfFeeds(text);

  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const positionAt = (offset: number): Position => {
    const clamped = Math.min(Math.max(offset, 0), text.length);
    const line = lineOf(clamped);
    return { line, character: clamped - (starts[line] ?? 0) };
  };
  const lineSpan = (line: number): Span => ({
    start: starts[line] ?? text.length,
    end: ends[line] ?? text.length,
  });
  return {
    lineCount: starts.length,
    lineSpan,
    positionAt,
    offsetAt: ({ line, character }) => {
      if (line < 0) return 0;
      const { start, end } = lineSpan(line);
      return Math.min(start + Math.max(character, 0), end);
    },
    rangeOf: ({ start, end }) => ({ start: positionAt(start), end: positionAt(end) }),
  };
}

/** True where `offset` lies in the span or at its end: where a cursor touches it. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

interface LineEnds {
  readonly starts: readonly number[];
  /** Without the line breaks. */
  readonly ends: readonly number[];
}

/** Most texts have line feeds alone: there `indexOf`, which is native, finds them many times faster than a loop. */
function linesOfFeeds(text: string): LineEnds {
  const starts = [0];
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    ends.push(at);
    starts.push(at + 1);
  }
  ends.push(text.length);
  return { starts, ends };
}

function linesOfAnyKind(text: string): LineEnds {
  const starts = [0];
  const ends: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 10 && unit !== 13) continue;
    ends.push(i);
    if (unit === 13 && text.charCodeAt(i + 1) === 10) i++;
    starts.push(i + 1);
  }
  ends.push(text.length);
  return { starts, ends };
}
