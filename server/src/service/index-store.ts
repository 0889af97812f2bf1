import type { Segment } from '../core/search/index/segment.ts';
import type { Sounds } from '../core/search/index/sounds.ts';

/** Keeps the index of passages between two starts. Nothing here rejects: an index that cannot be read or written is made anew. */
export interface IndexStore {
  /** What was saved last; `undefined` if there is nothing, or anything about it is wrong. */
  load(): Promise<readonly StoredSegment[] | undefined>;
  /** Saves in place of what was saved before; an interrupted save leaves that as it was. */
  save(segments: readonly StoredSegment[]): Promise<void>;
}

export interface StoredSegment {
  readonly segment: Segment;
  /** By card, 1 for a statement that counts: at the moment of saving. */
  readonly live: Uint8Array;
  readonly sounds?: Sounds;
}
