import type { Span } from '../span.ts';
import type { Citation } from './citation.ts';
import type { InlineBlock } from './inline-block.ts';

/** `(@good)` or `@good.` at the start of a line: an item of one of Pandoc's numbered example lists. */
export interface ExampleMarker {
  /** Empty for an item without a name. */
  readonly label: string;
  /** In the document. */
  readonly span: Span;
}

// One way only to read a label: with two, a long one that is no marker would take exponential time.
const LABEL = '((?:[_-]?[\\p{L}\\p{N}])*)';
const MARKER = new RegExp(`(?:\\(@${LABEL}\\)|@${LABEL}[.)])(?=\\s|$)`, 'uy');

/**
 * The markers of example lists in a paragraph that begins with one. A name that is defined so is, in running text, the
 * number of the example and no citation.
 */
export function exampleMarkers({ start, text }: InlineBlock): ExampleMarker[] {
  const markers: ExampleMarker[] = [];
  if (!/^\s{0,3}\(?@/.test(text.slice(0, 6))) return markers;
  for (let line = 0; line >= 0 && line < text.length; line = text.indexOf('\n', line) + 1 || -1) {
    const indent = /^ {0,3}/.exec(text.slice(line, line + 4))?.[0].length ?? 0;
    MARKER.lastIndex = line + indent;
    const match = MARKER.exec(text);
    if (match === null) {
      if (line === 0) return [];
      continue;
    }
    const at = start + match.index;
    markers.push({ label: match[1] ?? match[2] ?? '', span: { start: at, end: at + match[0].length } });
  }
  return markers;
}

/**
 * Tells the numbers of examples in a document from citations. `offset` is where the text starts in the document in
 * which the spans of the citation count.
 */
export function createExampleFilter(
  blocks: readonly InlineBlock[],
): (citation: Pick<Citation, 'form' | 'key' | 'atSpan'>, offset?: number) => boolean {
  const markers = blocks.flatMap(exampleMarkers);
  const examples = new Set(markers.map(({ label }) => label));
  const starts = new Set(markers.flatMap(({ span }) => [span.start, span.start + 1]));
  return ({ form, key, atSpan }, offset = 0) =>
    form === 'textual' && (examples.has(key) || starts.has(atSpan.start + offset));
}
