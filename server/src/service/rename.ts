import * as l10n from '@vscode/l10n';
import { findPinciteLinks } from '../core/citation/links.ts';
import type { Range, Span } from '../core/span.ts';
import { scalar } from '../core/statement/front-matter-edit.ts';
import type { Statement } from '../core/statement/model.ts';
import type { Draft } from './draft.ts';
import { lastPart } from './file-name.ts';
import type { Files } from './files.ts';
import { keyUses } from './key-uses.ts';
import type { Library } from './library.ts';
import type { Loader } from './loader.ts';
import type { ReferenceSources } from './references.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { idWords, isUsers, nameRefusal, renameTargetAt, type RenameTarget } from './rename-target.ts';
import { resolveLink } from './resolve-link.ts';

/** Changes to one file. */
export interface FileEdits {
  readonly uri: string;
  /** The text that the edits are for. */
  readonly before: string;
  /** In the order of the text; they do not overlap. */
  readonly edits: readonly { readonly range: Range; readonly text: string }[];
}

/** What a key's new name changes. */
export interface Renaming {
  readonly files: readonly FileEdits[];
  /** The file that is called after the key; the edits are for its old name. */
  readonly move?: { readonly from: string; readonly to: string };
}

/** What can be renamed at an offset. */
export interface RenamePlace {
  readonly range: Range;
  readonly placeholder: string;
}

interface RenameSources extends ReferenceSources {
  readonly loader: Loader;
  readonly files: Files;
}

/** Where the key at an offset stands, and what it is; `undefined` where there is none. */
export function renamePlaceAt(
  library: Library,
  loader: Loader,
  draft: Draft,
  offset: number,
): RenamePlace | Refusal | undefined {
  const target = renameTargetAt(library, loader, draft, offset);
  if (target === undefined || isRefusal(target)) return target;
  return { range: draft.lines.rangeOf(target.span), placeholder: target.key };
}

/**
 * Gives the key at an offset another name wherever it is used: in the drafts of the workspace, in those that are open, in
 * the statements of the workspace, and in the front matter of its own. A statement file that is named after its key is
 * moved, and links to it follow, if the editor can move files. Bibliography files are left alone. `undefined` where there
 * is no key.
 */
export async function renameKey(
  sources: RenameSources,
  draft: Draft,
  offset: number,
  newName: string,
  { movesFiles }: { readonly movesFiles: boolean },
): Promise<Renaming | Refusal | undefined> {
  const { library, loader, drafts, index, files } = sources;
  const target = renameTargetAt(library, loader, draft, offset);
  if (target === undefined || isRefusal(target)) return target;
  const name = newName.trim().replace(/^@/, '');
  if (name === target.key) return { files: [] };
  const refusal = nameRefusal(library, target, name);
  if (refusal !== undefined) return refusal;

  const written = await drafts.listWithOpen({ fresh: true });
  const statements = library.corpus
    .uris()
    .flatMap((uri) => library.corpus.byUri(uri) ?? [])
    .filter(({ uri }) => isUsers(uri, loader));
  const texts = [...written, ...statements.map((each) => index.textOf(each))];
  const taken = texts.find((text) => keyUses(text).some(({ key }) => key === name));
  if (taken !== undefined) {
    return {
      refused: l10n.t(
        '{0} is already cited in {1}: afterwards nobody could tell which is meant. Choose another name.',
        name,
        lastPart(taken.uri),
      ),
    };
  }
  const move = movesFiles && target.statement ? await moveOf(files, target.statement, name) : undefined;
  const changed = texts.flatMap((text) => editsOf(library, text, target, name, move !== undefined));
  return { files: changed, ...(move && { move }) };
}

/** Files whose names are their keys; undefined where another file has the new name. */
async function moveOf(files: Files, { uri, key }: Statement, name: string): Promise<Renaming['move']> {
  const ending = /\/([^/]*)(\.statement\.md)$/i.exec(uri);
  if (ending?.[1] !== key) return undefined;
  const to = `${uri.slice(0, ending.index)}/${name}${ending[2] ?? ''}`;
  return (await files.read(to)).kind === 'missing' ? { from: uri, to } : undefined;
}

function editsOf(
  library: Library,
  text: Draft,
  target: RenameTarget,
  name: string,
  moves: boolean,
): FileEdits[] {
  const { key, statement } = target;
  const edits = new Map<number, { readonly span: Span; readonly text: string }>();
  const put = (span: Span, words: string): void => {
    edits.set(span.start, { span, text: words });
  };
  // Of two statements with one key the uses belong to the one that the key names.
  if (statement === undefined || library.corpus.byKey(key) === statement)
    for (const use of keyUses(text)) if (use.key === key) put(use.span, name);
  if (statement?.uri === text.uri) {
    const span = idWords(statement);
    put(span, span.start > statement.keySpan.start ? name : scalar(name));
  }
  if (moves && statement !== undefined)
    for (const span of fileNames(library, text, statement)) put(span, name);
  if (edits.size === 0) return [];
  const inOrder = [...edits.values()].sort((a, b) => a.span.start - b.span.start);
  return [
    {
      uri: text.uri,
      before: text.text,
      edits: inOrder.map((edit) => ({ range: text.lines.rangeOf(edit.span), text: edit.text })),
    },
  ];
}

/** Where links to a statement's file have its name, without `.statement.md`. */
function fileNames(library: Library, text: Draft, statement: Statement): Span[] {
  return findPinciteLinks(text.markdown).flatMap((link) => {
    if (link.path === undefined || resolveLink(library, text.uri, link)?.statement !== statement) return [];
    const { start, end } = link.targetSpan;
    const place = /^[^#]*/.exec(text.text.slice(start, end))?.[0] ?? '';
    const name = /([^/<>]*)\.statement\.md/i.exec(place);
    const from = start + (name?.index ?? 0);
    return name === null ? [] : [{ start: from, end: from + (name[1] ?? '').length }];
  });
}
