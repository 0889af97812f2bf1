import type { StatementEntry } from '../../server/src/core/search/entry.ts';
import type { QueryClass } from './query.ts';

/** What is measured. Passages are named as `passageId` names them. */
export interface Engine {
  /** Puts in all statements; nothing of the input is held that the engine does not need. */
  build(statements: Iterable<StatementEntry>): void | Promise<void>;
  /** Best first. */
  search(query: string, limit: number): readonly string[] | Promise<readonly string[]>;
  /** Puts in a statement in place of the one with its key. */
  replace(entry: StatementEntry): void | Promise<void>;
  /** What it does in the background after changes; absent if nothing. */
  readonly tidy?: () => Promise<void>;
  /** Stores the index in the folder that the engine was given; absent if it cannot be stored. */
  readonly save?: () => void | Promise<void>;
  /** Reads what `save` stored, in place of `build`. */
  readonly load?: () => void | Promise<void>;
  /** How many bytes the engine itself says that it holds; `undefined` if it does not say. */
  bytes?(): number | undefined;
  /** Other figures worth telling, by what they are. */
  notes?(): Readonly<Record<string, string>>;
}

export interface EngineKind {
  readonly name: string;
  /** The classes that it can answer at all. */
  readonly classes: readonly QueryClass[];
  /** Beyond so many paragraphs a run takes minutes or hours. */
  readonly upTo: number;
  /** Loads the engine's code. `folder` is empty, or holds what `save` of another process put there. */
  create(folder: string): Promise<Engine>;
}
