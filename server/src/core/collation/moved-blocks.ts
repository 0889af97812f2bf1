import { rollHashes } from './gram-index.ts';
import { gramSize, placesOf } from './longest-run.ts';

/** Words of a witness that stand elsewhere in the text: put in another place, or there a second time. */
export interface Block {
  readonly kind: 'displaced' | 'repeated';
  /** In the witness. */
  readonly from: number;
  readonly to: number;
  /** In the text. */
  readonly start: number;
  readonly end: number;
}

/** Shorter passages may stand in two places by chance. */
const SHORTEST = 10;

/**
 * Looks for what an alignment has left over in a witness (`rests`, as pairs of start and end) among the words of the
 * text. What the text has left over too was displaced, what is aligned elsewhere is repeated.
 */
export function findBlocks(
  text: Uint32Array,
  witness: Uint32Array,
  counterparts: Int32Array,
  rests: readonly (readonly [number, number])[],
): Block[] {
  const long = rests.filter(([from, to]) => to - from >= SHORTEST);
  if (long.length === 0) return [];
  const places = placesOf(text, 0, text.length);
  const isLeft = (start: number, end: number): boolean => {
    let left = 0;
    for (let i = start; i < end; i++) if ((counterparts[i] ?? -1) < 0) left++;
    return left * 5 >= (end - start) * 4;
  };
  const blocks: Block[] = [];
  for (const [from, to] of long) {
    const hashes = new Int32Array(to - from);
    rollHashes(witness, from, to, gramSize, (at, hash) => (hashes[at - from] = hash));
    for (let at = from; at + SHORTEST <= to;) {
      let best: Block | undefined;
      places(hashes[at - from] ?? 0, (start) => {
        let length = 0;
        while (
          at + length < to &&
          start + length < text.length &&
          witness[at + length] === text[start + length]
        )
          length++;
        if (length < SHORTEST) return;
        const kind = isLeft(start, start + length) ? 'displaced' : 'repeated';
        const found: Block = { kind, from: at, to: at + length, start, end: start + length };
        const isBetter =
          best === undefined || (found.kind === best.kind ? found.to > best.to : kind === 'displaced');
        if (isBetter) best = found;
      });
      if (best === undefined) at++;
      else {
        blocks.push(best);
        at = best.to;
      }
    }
  }
  return blocks;
}

/** True where blocks of a kind make up nearly all of a stretch. */
export function isMadeOf(
  blocks: readonly Block[],
  kind: Block['kind'],
  side: 'witness' | 'text',
  start: number,
  end: number,
): boolean {
  let covered = 0;
  for (const block of blocks) {
    if (block.kind !== kind) continue;
    const [from, to] = side === 'witness' ? [block.from, block.to] : [block.start, block.end];
    covered += Math.max(0, Math.min(to, end) - Math.max(from, start));
  }
  return end > start && covered * 5 >= (end - start) * 4;
}
