import { origins, type Origin } from '../core/corpus.ts';
import type { Problem } from '../core/problem.ts';
import { isStatementFile } from '../core/statement/parse.ts';
import type { Files } from './files.ts';

/** A folder that statements are read from. */
export interface Root {
  readonly uri: string;
  readonly origin: Origin;
  /** The path as the user wrote it, where it may mean several folders: it is wrong only if none of them exists. */
  readonly asked?: string;
}

/** What is found below some roots. */
export interface Listing {
  /** Every file that counts, once, in the order of the roots. */
  readonly files: ReadonlySet<string>;
  /** Problems of folders as such, by folder. */
  readonly problems: ReadonlyMap<string, Problem>;
}

/** Folders below a configured root that hold received files, which are no statements by themselves. */
const SOURCES = /\/sources\//i;
/** Files that accompany a corpus without being part of it. */
const COMPANION = /\/(?:README|CHANGELOG|CONTRIBUTING|LICENSE)[^/]*$/i;

/** In a workspace folder only the edited format counts; in a corpus folder every text, but not its sources. */
export function belongs(uri: string, { uri: root, origin }: Root): boolean {
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

/** Lists the files of roots; `undefined` if `isCurrent` says meanwhile that nobody wants to know any more. */
export async function listRoots(
  files: Files,
  roots: readonly Root[],
  isCurrent: () => boolean,
): Promise<Listing | undefined> {
  const listed = new Set<string>();
  const problems = new Map<string, Problem>();
  const found = new Set<string | undefined>();
  const missing: Root[] = [];
  for (const root of roots) {
    const folder = await files.list(root.uri);
    if (!isCurrent()) return undefined;
    if (folder.kind === 'missing') {
      missing.push(root);
      continue;
    }
    found.add(root.asked);
    if (folder.kind === 'unreadable')
      problems.set(root.uri, folderProblem('unreadable-folder', root.uri, folder.reason));
    else for (const uri of folder.files) if (belongs(uri, root)) listed.add(uri);
  }
  // Nobody wrote down the folders of the workspace, nor the shipped one.
  for (const { uri, origin, asked } of missing) {
    const isWrong = origin === origins.configured && (asked === undefined || !found.has(asked));
    if (isWrong) problems.set(uri, folderProblem('missing-folder', uri, ''));
  }
  return { files: listed, problems };
}

function folderProblem(
  code: 'missing-folder' | 'unreadable-folder',
  folder: string,
  reason: string,
): Problem {
  return { code, severity: 'error', span: { start: 0, end: 0 }, values: { folder, reason } };
}
