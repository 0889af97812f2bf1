import type { Problem } from './problem.ts';
import type { LineIndex } from './span.ts';
import { dateOf } from './statement/date.ts';
import type { Statement } from './statement/model.ts';
import type { ParseResult } from './statement/parse.ts';

/** Where a file comes from; of two statements with one key the lower origin wins. */
export const origins = { workspace: 0, configured: 1, shipped: 2 } as const;
export type Origin = (typeof origins)[keyof typeof origins];

/** What came of reading a file: a statement unless it cannot be used, and the lines that problems are placed by. */
export interface Reading extends ParseResult {
  readonly lines: LineIndex;
}

/** The problems of one file, `duplicate-key` and its like among them. */
export interface FileProblems {
  readonly lines: LineIndex;
  readonly problems: readonly Problem[];
}

/** The statements that are open to citation, by key, kept a file at a time. */
export interface Corpus {
  /** Puts in what a file holds now, in place of what it held. */
  set(uri: string, origin: Origin, reading: Reading): void;
  delete(uri: string): void;
  clear(): void;
  /** The statement that a key names; `undefined` if there is none. */
  byKey(key: string): Statement | undefined;
  /** The statement in a file, also one whose key belongs to another file; `undefined` if the file holds none. */
  byUri(uri: string): Statement | undefined;
  /** Every statement that its key names, newest first. */
  statements(): readonly Statement[];
  /** Problems by file, in the order of their names, those between files among them; files without any are not listed. */
  problems(): ReadonlyMap<string, FileProblems>;
  /** True for a file that was put in, also one that holds no statement. */
  has(uri: string): boolean;
  /** Every file that was put in, also those that hold no statement. */
  uris(): readonly string[];
  /** Called after each change with what went and what came. Returns the way to stop it. */
  onChange(listener: (change: CorpusChange) => void): () => void;
}

export interface CorpusChange {
  readonly removed: readonly Statement[];
  readonly added: readonly Statement[];
}

interface Entry {
  readonly uri: string;
  readonly origin: Origin;
  readonly reading: Reading;
}

export function createCorpus(): Corpus {
  const entries = new Map<string, Entry>();
  const claims = new Map<string, Entry[]>();
  const listeners = new Set<(change: CorpusChange) => void>();
  let sorted: readonly Statement[] | undefined;

  const winner = (key: string): Statement | undefined => claims.get(key)?.[0]?.reading.statement;

  /** Runs a change and tells listeners which statements it made visible or invisible. */
  const change = (keys: readonly string[], apply: () => void): void => {
    const unique = [...new Set(keys)];
    const before = unique.map(winner);
    apply();
    const after = unique.map(winner);
    sorted = undefined;
    const gone = before.filter((statement) => statement !== undefined && !after.includes(statement));
    const come = after.filter((statement) => statement !== undefined && !before.includes(statement));
    const event = { removed: gone.filter(isDefined), added: come.filter(isDefined) };
    for (const listener of listeners) listener(event);
  };
  const keyOf = (entry: Entry | undefined): string[] => {
    const key = entry?.reading.statement?.key;
    return key === undefined ? [] : [key];
  };
  const remove = (entry: Entry): void => {
    entries.delete(entry.uri);
    for (const key of keyOf(entry)) {
      const rest = claims.get(key)?.filter((claim) => claim.uri !== entry.uri) ?? [];
      if (rest.length === 0) claims.delete(key);
      else claims.set(key, rest);
    }
  };

  return {
    set: (uri, origin, reading) => {
      const old = entries.get(uri);
      const entry: Entry = { uri, origin, reading };
      change([...keyOf(old), ...keyOf(entry)], () => {
        if (old !== undefined) remove(old);
        entries.set(uri, entry);
        for (const key of keyOf(entry)) {
          const all = [...(claims.get(key) ?? []), entry];
          claims.set(
            key,
            all.sort((a, b) => a.origin - b.origin || compare(a.uri, b.uri)),
          );
        }
      });
    },
    delete: (uri) => {
      const old = entries.get(uri);
      if (old === undefined) return;
      change(keyOf(old), () => {
        remove(old);
      });
    },
    clear: () => {
      change([...claims.keys()], () => {
        entries.clear();
        claims.clear();
      });
    },
    byKey: winner,
    byUri: (uri) => entries.get(uri)?.reading.statement,
    has: (uri) => entries.has(uri),
    uris: () => [...entries.keys()],
    statements: () =>
      (sorted ??= [...claims.keys()]
        .map(winner)
        .filter(isDefined)
        .sort((a, b) => compare(dateOf(b), dateOf(a)) || compare(a.key, b.key))),
    problems: () => {
      const clashes = [...claims].flatMap(([key, [first, ...others]]) =>
        first === undefined ? [] : others.map((other) => clash(key, first, other)),
      );
      const all = [...entries.values()].map(({ uri, reading }): readonly [string, FileProblems] => {
        const own = clashes.filter((each) => each.uri === uri).map(({ problem }) => problem);
        return [uri, { lines: reading.lines, problems: [...reading.problems, ...own] }];
      });
      // Files come in whatever order the disk gives them.
      const found = all.filter(([, { problems }]) => problems.length > 0);
      return new Map(found.sort(([a], [b]) => compare(a, b)));
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** A user's text may stand in for a shipped one; any other pair of one key is a mistake of the second file. */
function clash(key: string, first: Entry, other: Entry): { readonly uri: string; readonly problem: Problem } {
  const replaces = other.origin === origins.shipped && first.origin !== origins.shipped;
  const [at, counterpart] = replaces ? [first, other] : [other, first];
  const problem: Problem = {
    code: replaces ? 'replaces-shipped' : 'duplicate-key',
    severity: replaces ? 'information' : 'error',
    span: at.reading.statement?.keySpan ?? { start: 0, end: 0 },
    values: { key, file: counterpart.uri },
  };
  return { uri: at.uri, problem };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}
