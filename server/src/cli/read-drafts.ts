import * as l10n from '@vscode/l10n';
import { isDraftName } from '../service/draft-file.ts';
import { isRefusal, type Refusal } from '../service/refusal.ts';
import { globBase, globMatcher, isGlob } from './glob.ts';
import type { CliHost } from './host.ts';

/** Where a Markdown file of the command line is. */
export interface DraftPath {
  readonly uri: string;
  /** As the command line has it; for a file of a folder, with the folder's path before it. */
  readonly name: string;
  /** True for a file that is named itself, not found in a folder or by a pattern. */
  readonly isNamed: boolean;
}

/** A Markdown file of the command line. */
export interface DraftFile extends DraftPath {
  readonly text: string;
  /** Of this version of the file; absent where there is no such sign. */
  readonly stamp?: string;
  /** True if the file begins with a byte order mark, which is not in the text. */
  readonly hasMark: boolean;
  /** True for standard input, whatever it is called. */
  readonly isInput?: true;
}

/** Reads files, and the drafts below folders, each once; refuses with the first that cannot be read. */
export async function readDrafts(
  host: CliHost,
  paths: readonly string[],
): Promise<readonly DraftFile[] | Refusal> {
  const { found, refused } = await findDrafts(host, paths);
  const [first] = refused;
  if (first !== undefined) return { refused: first };
  const read: DraftFile[] = [];
  for (const path of found) {
    const file = await readDraft(host, path);
    if (isRefusal(file)) return file;
    read.push(file);
  }
  return read;
}

/** The files that arguments name, the drafts below folders and what matches patterns, each once; and what cannot be listed. */
export async function findDrafts(
  host: CliHost,
  paths: readonly string[],
): Promise<{ readonly found: readonly DraftPath[]; readonly refused: readonly string[] }> {
  const found = new Map<string, DraftPath>();
  const refused: string[] = [];
  const add = (path: DraftPath): void => {
    if (!found.has(path.uri)) found.set(path.uri, path);
  };
  for (const path of paths) {
    const uri = host.toUri(path);
    const folder = await host.files.list(uri);
    if (folder.kind === 'folder') {
      const base = path.replace(/[/\\]+$/, '');
      for (const each of below(host, uri, folder.files, base)) add(each);
    } else if (folder.kind === 'missing' && isGlob(path)) {
      const matching = await matches(host, path);
      if (matching.length === 0) refused.push(l10n.t('Nothing matches {0}. Check the pattern.', path));
      for (const each of matching) add(each);
    }
    // Of a file the answer is that it is no folder.
    else if (folder.kind === 'unreadable' && folder.reason !== 'ENOTDIR')
      refused.push(reasonOf('unreadable', path));
    else add({ uri, name: path, isNamed: true });
  }
  return { found: [...found.values()], refused };
}

export async function readDraft(host: CliHost, path: DraftPath): Promise<DraftFile | Refusal> {
  const content = await host.files.read(path.uri);
  if (content.kind !== 'text') return { refused: reasonOf(content.kind, path.name) };
  const { text, stamp, hasMark = false } = content;
  return { ...path, text, hasMark, ...(stamp !== undefined && { stamp }) };
}

/** Drafts below a folder, by the path that the command line has for the folder; `.` and an empty path are left out. */
function below(host: CliHost, uri: string, files: readonly string[], base: string): DraftPath[] {
  const { length } = host.toPath(uri).replace(/[/\\]+$/, '');
  return files.filter(isDraftName).map((file) => {
    const rest = host.toPath(file).slice(length);
    const name = base === '' || base === '.' ? rest.replace(/^[/\\]/, '') : `${base}${rest}`;
    return { uri: file, name, isNamed: false };
  });
}

async function matches(host: CliHost, pattern: string): Promise<DraftPath[]> {
  const base = globBase(pattern);
  const uri = host.toUri(base === '' ? '.' : base);
  const folder = await host.files.list(uri);
  if (folder.kind !== 'folder') return [];
  const matches = globMatcher(pattern);
  return below(host, uri, folder.files, base).filter(({ name }) => matches(name.replaceAll('\\', '/')));
}

function reasonOf(kind: 'missing' | 'not-utf8' | 'unreadable', name: string): string {
  switch (kind) {
    case 'missing':
      return l10n.t('{0} does not exist. Check the path.', name);
    case 'not-utf8':
      return l10n.t('{0} is not UTF-8 text. Save it again as UTF-8.', name);
    case 'unreadable':
      return l10n.t('{0} cannot be read. Check its permissions.', name);
  }
}
