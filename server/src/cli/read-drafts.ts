import * as l10n from '@vscode/l10n';
import { isDraftName } from '../service/draft-file.ts';
import type { Refusal } from '../service/refusal.ts';
import type { CliHost } from './host.ts';

/** A Markdown file of the command line. */
export interface DraftFile {
  readonly uri: string;
  /** As the command line has it; for a file of a folder, with the folder's path before it. */
  readonly name: string;
  readonly text: string;
}

/** Reads files, and the drafts below folders, each once; refuses with the first that cannot be read. */
export async function readDrafts(
  host: CliHost,
  paths: readonly string[],
): Promise<readonly DraftFile[] | Refusal> {
  const named = new Map<string, string>();
  for (const path of paths) {
    const uri = host.toUri(path);
    const folder = await host.files.list(uri);
    if (folder.kind !== 'folder') {
      // Of a file the answer is that it is no folder.
      if (folder.kind === 'unreadable' && folder.reason !== 'ENOTDIR')
        return { refused: reasonOf('unreadable', path) };
      named.set(uri, path);
      continue;
    }
    const base = path.replace(/[/\\]+$/, '');
    for (const file of folder.files.filter(isDraftName))
      if (!named.has(file)) named.set(file, `${base}${host.toPath(file).slice(host.toPath(uri).length)}`);
  }
  const read: DraftFile[] = [];
  for (const [uri, name] of named) {
    const content = await host.files.read(uri);
    if (content.kind === 'text') read.push({ uri, name, text: content.text });
    else return { refused: reasonOf(content.kind, name) };
  }
  return read;
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
