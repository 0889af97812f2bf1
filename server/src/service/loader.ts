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
}

/** Keeps the library in step with folders and open editors; text that is open wins over what is on disk. */
export interface Loader {
  /** Reads every root anew; statements of roots that are gone are taken out. Resolves when all is read. */
  load(roots: readonly Root[]): Promise<void>;
  /** Reads again what the last `load` was asked for. */
  reload(): Promise<void>;
  /** A file was created, changed or deleted on disk. */
  fileChanged(uri: string): Promise<void>;
  /** A document was opened or edited. */
  opened(uri: string, text: string): void;
  /** A document was closed: the disk counts again. */
  closed(uri: string): Promise<void>;
  /** Problems of folders as such, by folder. */
  folderProblems(): ReadonlyMap<string, Problem>;
  /** True from the first `load` on until the last one has come to its end. */
  isLoading(): boolean;
}

/** Folders below a configured root that hold received files, which are no statements by themselves. */
const SOURCES = /\/sources\//i;
/** Files that accompany a corpus without being part of it. */
const COMPANION = /\/(?:README|CHANGELOG|CONTRIBUTING|LICENSE)[^/]*$/i;

export function createLoader(library: Library, files: Files): Loader {
  const open = new Map<string, string>();
  const problems = new Map<string, Problem>();
  let roots: readonly Root[] = [];
  let generation = 0;
  let running = 0;

  const rootOf = (uri: string): Root | undefined =>
    roots.filter((root) => belongs(uri, root)).sort((a, b) => a.origin - b.origin)[0];

  const put = (uri: string, origin: Origin, content: FileContent): void => {
    if (content.kind === 'missing') library.corpus.delete(uri);
    else library.corpus.set(uri, origin, parse(uri, content));
  };

  const readInto = async (uri: string, root: Root, isCurrent: () => boolean): Promise<void> => {
    const text = open.get(uri);
    const content: FileContent = text === undefined ? await files.read(uri) : { kind: 'text', text };
    if (isCurrent()) put(uri, root.origin, content);
  };

  const load = async (wanted: readonly Root[]): Promise<void> => {
    roots = wanted;
    const current = ++generation;
    const isCurrent = (): boolean => current === generation;
    running++;
    try {
      problems.clear();
      const kept = new Set<string>();
      for (const root of roots) {
        const folder = await files.list(root.uri);
        if (!isCurrent()) return;
        if (folder.kind !== 'folder') {
          problems.set(root.uri, folderProblem(root.uri, folder.kind === 'missing' ? '' : folder.reason));
          continue;
        }
        for (const uri of folder.files) {
          if (!belongs(uri, root) || kept.has(uri)) continue;
          kept.add(uri);
          await readInto(uri, root, isCurrent);
          if (!isCurrent()) return;
        }
      }
      for (const uri of library.corpus.uris()) if (!kept.has(uri)) library.corpus.delete(uri);
    } finally {
      running--;
    }
  };

  const fileChanged = async (uri: string): Promise<void> => {
    const root = rootOf(uri);
    if (root === undefined || open.has(uri)) return;
    const current = generation;
    await readInto(uri, root, () => current === generation);
  };

  return {
    load,
    reload: () => load(roots),
    fileChanged,
    opened: (uri, text) => {
      open.set(uri, text);
      const root = rootOf(uri);
      if (root !== undefined) put(uri, root.origin, { kind: 'text', text });
      // A statement file that is open counts wherever it lies, and before it was ever saved.
      else if (isStatementFile(uri)) put(uri, origins.workspace, { kind: 'text', text });
    },
    closed: async (uri) => {
      open.delete(uri);
      if (rootOf(uri) !== undefined) await fileChanged(uri);
      else library.corpus.delete(uri);
    },
    folderProblems: () => problems,
    isLoading: () => running > 0,
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

function folderProblem(folder: string, reason: string): Problem {
  const code = reason === '' ? 'missing-folder' : 'unreadable-folder';
  return { code, severity: 'error', span: { start: 0, end: 0 }, values: { folder, reason } };
}
