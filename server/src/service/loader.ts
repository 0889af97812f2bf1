import { origins, type Origin, type Reading } from '../core/corpus.ts';
import type { Problem } from '../core/problem.ts';
import { createLineIndex } from '../core/span.ts';
import { isStatementFile, parseStatement } from '../core/statement/parse.ts';
import type { FileContent, Files } from './files.ts';
import type { Library } from './library.ts';

/** A folder that statements are read from. */
export interface Root {
  readonly uri: string;
  readonly origin: Origin;
  /** The path as the user wrote it, where it may mean several folders: it is wrong only if none of them exists. */
  readonly asked?: string;
}

/** Keeps the library in step with folders and open editors; text that is open wins over what is on disk. */
export interface Loader {
  /** Reads every root anew; statements of roots that are gone are taken out. Resolves when all is read. */
  load(roots: readonly Root[]): Promise<void>;
  /** Reads again what the last `load` was asked for. */
  reload(): Promise<void>;
  /** A file was created, changed or deleted on disk, or a folder deleted. */
  fileChanged(uri: string): Promise<void>;
  /** A document was opened or edited. */
  opened(uri: string, text: string): void;
  /** A document was closed: the disk counts again. */
  closed(uri: string): Promise<void>;
  /** Problems of folders as such, by folder. */
  folderProblems(): ReadonlyMap<string, Problem>;
  /** What the last `load` was asked for. */
  roots(): readonly Root[];
  /** True until the first `load` has come to its end, and while another is under way. */
  isLoading(): boolean;
}

/** Folders below a configured root that hold received files, which are no statements by themselves. */
const SOURCES = /\/sources\//i;
/** Files that accompany a corpus without being part of it. */
const COMPANION = /\/(?:README|CHANGELOG|CONTRIBUTING|LICENSE)[^/]*$/i;

export function createLoader(library: Library, files: Files): Loader {
  const open = new Map<string, string>();
  const problems = new Map<string, Problem>();
  /** The last thing that was asked about each file: an answer to anything before it comes too late. */
  const asked = new Map<string, symbol>();
  /** Files that changed while folders are being read: the list of a folder may be older. */
  const changed = new Set<string>();
  let roots: readonly Root[] = [];
  let latest: Promise<void> = Promise.resolve();
  let running = 0;
  let loaded = false;

  const rootOf = (uri: string): Root | undefined =>
    roots.filter((root) => belongs(uri, root)).sort((a, b) => a.origin - b.origin)[0];

  const put = (uri: string, origin: Origin, content: FileContent): void => {
    if (content.kind === 'missing') library.corpus.delete(uri);
    else library.corpus.set(uri, origin, parse(uri, content));
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

  const readRoots = async (isCurrent: () => boolean): Promise<void> => {
    problems.clear();
    changed.clear();
    const kept = new Set<string>();
    const found = new Set<string | undefined>();
    const missing: Root[] = [];
    for (const root of roots) {
      const folder = await files.list(root.uri);
      if (!isCurrent()) return;
      if (folder.kind === 'missing') {
        missing.push(root);
        continue;
      }
      found.add(root.asked);
      if (folder.kind === 'unreadable') {
        problems.set(root.uri, folderProblem('unreadable-folder', root.uri, folder.reason));
        continue;
      }
      for (const uri of folder.files) {
        if (!belongs(uri, root) || kept.has(uri)) continue;
        kept.add(uri);
        if (changed.has(uri)) continue;
        await read(uri);
        if (!isCurrent()) return;
      }
    }
    // Nobody wrote down the folders of the workspace, nor the shipped one.
    for (const { uri, origin, asked } of missing) {
      const isWrong = origin === origins.configured && (asked === undefined || !found.has(asked));
      if (isWrong) problems.set(uri, folderProblem('missing-folder', uri, ''));
    }
    for (const uri of library.corpus.uris()) {
      if (!kept.has(uri) && !changed.has(uri)) library.corpus.delete(uri);
    }
    for (const [uri, text] of open) if (!kept.has(uri)) putOpen(uri, text);
  };

  const load = async (wanted: readonly Root[]): Promise<void> => {
    roots = wanted;
    running++;
    const own: Promise<void> = readRoots(() => latest === own).finally(() => {
      running--;
      loaded ||= running === 0;
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
    folderProblems: () => problems,
    roots: () => roots,
    isLoading: () => running > 0 || !loaded,
  };
}

/** In a workspace folder only the edited format counts; in a corpus folder every text, but not its sources. */
function belongs(uri: string, { uri: root, origin }: Root): boolean {
  const base = root.endsWith('/') ? root : `${root}/`;
  if (!uri.startsWith(base)) return false;
  if (isStatementFile(uri)) return true;
  const below = uri.slice(base.length - 1);
  return (
    origin !== origins.workspace &&
    /\.(?:md|txt)$/i.test(uri) &&
    !SOURCES.test(below) &&
    !COMPANION.test(below)
  );
}

function parse(uri: string, content: Exclude<FileContent, { kind: 'missing' }>): Reading {
  if (content.kind === 'text') {
    const result = parseStatement(uri, content.text);
    return { ...result, lines: result.statement?.lines ?? createLineIndex(content.text) };
  }
  const text = content.kind === 'not-utf8' ? content.before : '';
  const lines = createLineIndex(text);
  const span = { start: text.length, end: text.length };
  const problem: Problem =
    content.kind === 'not-utf8'
      ? { code: 'not-utf8', severity: 'error', span, values: { line: String(lines.lineCount) } }
      : { code: 'unreadable-file', severity: 'error', span, values: { reason: content.reason } };
  return { lines, problems: [problem] };
}

function folderProblem(
  code: 'missing-folder' | 'unreadable-folder',
  folder: string,
  reason: string,
): Problem {
  return { code, severity: 'error', span: { start: 0, end: 0 }, values: { folder, reason } };
}
