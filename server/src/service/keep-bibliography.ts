import * as l10n from '@vscode/l10n';
import { formatOfFile } from '../core/csl/bibliography-format.ts';
import { isKept, writeKept } from '../core/csl/kept-file.ts';
import { readKeys } from '../core/csl/read-keys.ts';
import type { Statement } from '../core/statement/model.ts';
import { allCitedKeys, citedStatements } from './bibliography.ts';
import { createDraft, type Draft } from './draft.ts';
import { lastPart } from './file-name.ts';
import type { Library } from './library.ts';
import type { Loader } from './loader.ts';
import type { Machine } from './machine.ts';
import type { Refusal } from './refusal.ts';
import type { WorkspaceDrafts } from './workspace-drafts.ts';

/** A bibliography that is kept in step with what drafts cite. */
export interface KeptFile {
  readonly uri: string;
  /** The workspace folder whose drafts count; absent where all do. */
  readonly folder?: string;
}

/** `written` if the file is new, or had to be changed; `later` where too little is known now. */
export type Keeping = 'written' | 'in-step' | 'later' | Refusal;

export interface KeepingParts {
  readonly library: Library;
  readonly loader: Loader;
  readonly drafts: WorkspaceDrafts;
  readonly machine: Machine;
}

/**
 * Brings a bibliography into step with what drafts cite, by key. Never writes over a file that somebody else wrote, and
 * makes none where nothing is cited.
 */
export async function keepBibliography(parts: KeepingParts, { uri, folder }: KeptFile): Promise<Keeping> {
  const { library, loader, drafts, machine } = parts;
  const { files, writeFile } = machine;
  if (writeFile === undefined || loader.isLoading()) return 'later';
  const name = lastPart(uri);
  const format = formatOfFile(uri);
  if (format === undefined) {
    return {
      refused: l10n.t(
        'Nobody can tell the format of {0}. Let the name in “pincite.bibliographyPath” end in .json, .yaml, .bib or .ris.',
        name,
      ),
    };
  }
  const keys = await keysOf(parts, (await drafts.list()).filter(isIn(folder)));
  const { statements, unknown } = citedStatements(library, keys);
  const content = await files.read(uri);
  if (content.kind === 'missing' && statements.length === 0) return 'in-step';
  if (content.kind === 'unreadable') return cannotWrite(name, content.reason);
  if (content.kind === 'not-utf8') return notOurs(name);
  const text = writeKept(format, [...statements].sort(byKey));
  if (content.kind === 'text') {
    if (!isKept(format, content.text)) return notOurs(name);
    if (sameLines(content.text, text)) return 'in-step';
    // Of a corpus that could not be read, nobody knows which keys it has.
    const held = readKeys(format, content.text);
    if (loader.folderProblems().size > 0 && unknown.some((key) => held?.has(key))) return 'later';
  }
  const reason = await writeFile(uri, text);
  return reason === undefined ? 'written' : cannotWrite(name, reason);
}

/** Of a draft that is open what is written in it counts, and what was saved last: that is what Pandoc reads. */
async function keysOf({ library, drafts, machine }: KeepingParts, own: readonly Draft[]): Promise<string[]> {
  const saved: Draft[] = [];
  for (const { uri, text } of own) {
    if (drafts.open(uri) === undefined || uri.startsWith('untitled:')) continue;
    const content = await machine.files.read(uri);
    if (content.kind === 'text' && content.text !== text) saved.push(createDraft(uri, content.text));
  }
  return allCitedKeys(library, [...own, ...saved], machine.pause);
}

/** A draft that was never saved is in every folder. */
function isIn(folder: string | undefined): (draft: Draft) => boolean {
  return ({ uri }) => folder === undefined || uri.startsWith(`${folder}/`) || uri.startsWith('untitled:');
}

function byKey(a: Statement, b: Statement): number {
  return a.key < b.key ? -1 : 1;
}

/** Version control may change the ends of lines. */
function sameLines(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
}

function notOurs(name: string): Refusal {
  return {
    refused: l10n.t(
      '{0} was not written by Pincite, or was changed by hand, and stays as it is. Name another file in “pincite.bibliographyPath”, or delete this one.',
      name,
    ),
  };
}

function cannotWrite(name: string, reason: string): Refusal {
  return {
    refused: l10n.t(
      'The bibliography {0} cannot be written ({1}). Correct “pincite.bibliographyPath”; the folder must exist.',
      name,
      reason,
    ),
  };
}
