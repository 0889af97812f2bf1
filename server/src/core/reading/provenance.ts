import { BREAK } from '../collation/character-fold.ts';
import { spanOf } from '../collation/char-stream.ts';
import type { AlignedWitness } from '../collation/differences.ts';
import type { Span } from '../span.ts';

/** A witness may leave so many characters out, or have so many more, within one piece. */
const GAP = 400;

/**
 * The places of a source that carry a stretch of an edited text, in the order of the source: usually one, several
 * where a page breaks or other texts stand between. Empty if the witness carries none of it.
 */
export function provenanceOf({ witness, counterparts }: AlignedWitness, start: number, end: number): Span[] {
  const { stream, source } = witness;
  const pieces: [number, number][] = [];
  for (let i = start; i < end; i++) {
    const at = counterparts[i] ?? -1;
    if (at < 0 || stream.written[at] === BREAK) continue;
    const last = pieces.at(-1);
    const goesOn = last !== undefined && at >= last[1] && at - last[1] <= GAP;
    if (goesOn && isNear(source.text, stream.offsets[last[1] - 1] ?? 0, stream.offsets[at] ?? 0))
      last[1] = at + 1;
    else pieces.push([at, at + 1]);
  }
  return pieces.map(([from, to]) => spanOf(stream, from, to)).sort((a, b) => a.start - b.start);
}

/** Lines of other texts between two characters part them, blank lines do not. */
function isNear(text: string, from: number, to: number): boolean {
  return to - from <= GAP || text.slice(from + 1, to).trim() === '';
}
