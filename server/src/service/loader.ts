import { origins, type Origin } from '../core/corpus.ts';
import type { Problem } from '../core/problem.ts';
import { isStatementFile } from '../core/statement/parse.ts';
import type { FileContent } from './files.ts';
import type { IndexKeeper } from './index-keeper.ts';
import type { Library } from './library.ts';
import type { Machine } from './machine.ts';
import { readContent } from './read-content.ts';
import { belongs, listRoots, type Root } from './root.ts';

/** How far a `load` has come. */
export interface LoadProgress {
  readonly done: number;
  readonly total: number;
}

/** Keeps the library in step with folders and open editors; text that is open wins over what is on disk. */
export interface Loader {
  /** Reads every root anew; statements of roots that are gone are taken out. Resolves when all is read. */
  load(roots: readonly Root[]): Promise<void>;
  /** Reads again what the last `load` was asked for. */
  reload(): Promise<void>;
  /** Stops the `load` that is under way; what has been read stays. */
  stop(): void;
  /** A file was created, changed or deleted on disk, or a folder deleted. */
  fileChanged(uri: string): Promise<void>;
  /** A document was opened or edited; `language` is the editor's name for what it is written in. */
  opened(uri: string, text: string, language?: string): void;
  /** A document was closed: the disk counts again. */
  closed(uri: string): Promise<void>;
  /** Reads a file that is known from the last start before its turn has come. */
  hurry(uri: string): Promise<void>;
  /** Problems of the corpus that no file of it has, by folder. */
  folderProblems(): ReadonlyMap<string, Problem>;
  /** What the last `load` was asked for. */
  roots(): readonly Root[];
  /** How far the `load` that is under way has come; `undefined` if none is. */
  progress(): LoadProgress | undefined;
  /** True until the first `load` has come to its end, and while another is under way. */
  isLoading(): boolean;
  /** Resolves when `isLoading` would say no. */
  finished(): Promise<void>;
}

/** So many files are asked for at once: one is read while the other is parsed. */
const AT_ONCE = 2;
/** So many passages are indexed at a time while files are being read. */
const MUCH = 1 << 14;

export function createLoader(library: Library, { files, pause }: Machine, keeper?: IndexKeeper): Loader {
  const open = new Map<string, string>();
  /** The last thing that was asked about each file: an answer to anything before it comes too late. */
  const asked = new Map<string, symbol>();
  /** Files that changed while folders are being read: the list of a folder may be older. */
  const changed = new Set<string>();
  let problems: ReadonlyMap<string, Problem> = new Map();
  let roots: readonly Root[] = [];
  let latest: Promise<void> = Promise.resolve();
  let running = 0;
  let loaded = false;
  const waiting: (() => void)[] = [];
  const stop = { asked: false };
  let progress: LoadProgress | undefined;

  const isStopped = (): boolean => stop.asked;

  const rootOf = (uri: string): Root | undefined =>
    roots.filter((root) => belongs(uri, root)).sort((a, b) => a.origin - b.origin)[0];

  const put = (uri: string, origin: Origin, content: FileContent): void => {
    if (content.kind === 'text' && content.stamp !== undefined) library.stamps.set(uri, content.stamp);
    else library.stamps.delete(uri);
    if (content.kind === 'missing') library.corpus.delete(uri);
    else library.corpus.set(uri, origin, readContent(uri, content));
  };

  /** A statement file that is open counts wherever it lies, and before it was ever saved. */
  const putOpen = (uri: string, text: string): void => {
    const origin = rootOf(uri)?.origin ?? (isStatementFile(uri) ? origins.workspace : undefined);
    if (origin !== undefined) put(uri, origin, { kind: 'text', text });
  };

  /** Puts in what is open, or else what is on disk if nothing came between the question and the answer. */
  const read = async (uri: string): Promise<void> => {
    const question = Symbol(uri);
    asked.set(uri, question);
    const text = open.get(uri);
    const content: FileContent = text === undefined ? await files.read(uri) : { kind: 'text', text };
    if (asked.get(uri) !== question) return;
    asked.delete(uri);
    const root = rootOf(uri);
    if (root !== undefined) put(uri, root.origin, content);
  };

  /** Reads some files, a few at a time, and gives how many it read. */
  const readAll = async (uris: ReadonlySet<string>, isCurrent: () => boolean): Promise<number> => {
    const left = uris.values();
    let done = 0;
    const readOneAfterAnother = async (): Promise<void> => {
      for (const uri of left) {
        if (!changed.has(uri)) await read(uri);
        // One file at a time between what others ask.
        await pause();
        if (!isCurrent()) return;
        progress = { done: ++done, total: uris.size };
        if (library.passages.waiting() >= MUCH) await library.passages.takeIn();
        if (isStopped()) return;
      }
    };
    progress = { done, total: uris.size };
    await Promise.all(Array.from({ length: AT_ONCE }, readOneAfterAnother));
    return done;
  };

  const readRoots = async (isCurrent: () => boolean): Promise<void> => {
    changed.clear();
    stop.asked = false;
    const listing = await listRoots(files, roots, isCurrent);
    if (listing === undefined) return;
    problems = listing.problems;
    const isGone = (uri: string): boolean => !listing.files.has(uri) && !changed.has(uri);
    await keeper?.restore([...listing.files]);
    const done = await readAll(listing.files, isCurrent);
    if (!isCurrent()) return;
    for (const uri of library.corpus.uris().filter(isGone)) library.corpus.delete(uri);
    for (const [uri, text] of open) if (!listing.files.has(uri)) putOpen(uri, text);
    if (isStopped()) problems = new Map([...problems, ...stopped(roots, done, listing.files.size)]);
    else library.forgetOthers();
    await library.passages.takeIn();
  };

  const load = async (wanted: readonly Root[]): Promise<void> => {
    roots = wanted;
    running++;
    const own: Promise<void> = readRoots(() => latest === own).finally(() => {
      running--;
      if (running > 0) return;
      loaded = true;
      progress = undefined;
      for (const go of waiting.splice(0)) go();
    });
    latest = own;
    // A later call takes over: all is read when it is done.
    for (let last = own; ; last = latest) {
      await last;
      if (last === latest) return;
    }
  };

  const fileChanged = async (uri: string): Promise<void> => {
    if (rootOf(uri) === undefined) {
      // Of a folder that is deleted editors tell the folder alone.
      const below = library.corpus.uris().filter((other) => other.startsWith(`${uri}/`));
      await Promise.all(below.map(fileChanged));
    } else if (!open.has(uri)) {
      if (running > 0) changed.add(uri);
      await read(uri);
    }
  };

  return {
    load,
    reload: () => load(roots),
    stop: () => {
      stop.asked = running > 0;
    },
    fileChanged,
    opened: (uri, text) => {
      open.set(uri, text);
      asked.delete(uri);
      putOpen(uri, text);
    },
    closed: async (uri) => {
      open.delete(uri);
      if (rootOf(uri) !== undefined) await fileChanged(uri);
      else library.corpus.delete(uri);
    },
    hurry: async (uri) => {
      if (!library.corpus.has(uri)) await read(uri);
    },
    folderProblems: () => problems,
    roots: () => roots,
    progress: () => progress,
    isLoading: () => running > 0 || !loaded,
    finished: () =>
      running > 0 || !loaded ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(),
  };
}

/** Says of the first root how much has not been read. */
function stopped([root]: readonly Root[], done: number, total: number): [string, Problem][] {
  if (root === undefined) return [];
  const values = { done: String(done), total: String(total) };
  const span = { start: 0, end: 0 };
  return [[root.uri, { code: 'reading-stopped', severity: 'warning', span, values }]];
}
