import * as l10n from '@vscode/l10n';
import { origins } from '../core/corpus.ts';
import { touches, type Span } from '../core/span.ts';
import { isKey } from '../core/statement/parse.ts';
import type { Statement } from '../core/statement/model.ts';
import { readKey } from '../core/citation/inline/key.ts';
import type { Draft } from './draft.ts';
import { keyUseAt } from './key-uses.ts';
import type { Library } from './library.ts';
import type { Loader } from './loader.ts';
import type { Refusal } from './refusal.ts';
import { belongs, type Root } from './root.ts';

/** A key that can be given another name. */
export interface RenameTarget {
  readonly key: string;
  /** Where it stands under the cursor. */
  readonly span: Span;
  /** The statement whose key it is, or will be; absent for a key of an author's own bibliography. */
  readonly statement?: Statement;
}

/**
 * The key at an offset of a draft or of a statement file. `undefined` where there is none; a refusal where the key is
 * not ours to change.
 */
export function renameTargetAt(
  { corpus }: Library,
  loader: Loader,
  draft: Draft,
  offset: number,
): RenameTarget | Refusal | undefined {
  const own = corpus.byUri(draft.uri);
  const isId = own?.source === draft.text && own.keySpan.end > 0 && touches(own.keySpan, offset);
  const use = isId ? undefined : keyUseAt(draft, offset);
  if (!isId && use === undefined) return undefined;
  // A statement that has not been read yet looks like a key of somebody's own.
  if (loader.isLoading())
    return { refused: l10n.t('The corpus is still being read. Try again in a moment.') };
  const statement = use === undefined ? own : corpus.byKey(use.key);
  const refusal = statement && refusalOf(statement, loader);
  if (refusal !== undefined) return refusal;
  if (use !== undefined) return { key: use.key, span: use.span, ...(statement && { statement }) };
  return own && { key: own.key, span: idWords(own), statement: own };
}

/** The value of `id` without quotation marks. */
export function idWords({ keySpan, source, key }: Statement): Span {
  const isQuoted = /^["']/.test(source.slice(keySpan.start, keySpan.end));
  const inner = { start: keySpan.start + 1, end: keySpan.end - 1 };
  return isQuoted && source.slice(inner.start, inner.end) === key ? inner : keySpan;
}

/** A statement can be renamed where its file is the user's to change, and says its key. */
function refusalOf({ uri, key, keySpan }: Statement, loader: Loader): Refusal | undefined {
  if (!isUsers(uri, loader)) {
    const isShipped = homeOf(uri, loader)?.origin === origins.shipped;
    return {
      refused: isShipped
        ? l10n.t('{0} is part of the shipped corpus and cannot be renamed.', key)
        : l10n.t(
            'The statement {0} lies outside the workspace. Add its folder to the workspace to rename it.',
            key,
          ),
    };
  }
  return keySpan.end > keySpan.start
    ? undefined
    : { refused: l10n.t('The file of {0} has no “id”. Give it one, and it can be renamed.', key) };
}

/** True for a file of the workspace, and for one that is open and belongs to no corpus. */
export function isUsers(uri: string, loader: Loader): boolean {
  const isBelow = (root: string): boolean => uri.startsWith(`${root.replace(/\/+$/, '')}/`);
  const isInWorkspace = loader.roots().some((root) => root.origin === origins.workspace && isBelow(root.uri));
  return isInWorkspace || homeOf(uri, loader) === undefined;
}

function homeOf(uri: string, loader: Loader): Root | undefined {
  return loader.roots().find((root) => belongs(uri, root));
}

/**
 * Why a key cannot be called so; `undefined` if it can. A statement's key keeps to what every tool reads, a key of
 * somebody's own to what Pandoc reads without braces.
 */
export function nameRefusal(
  library: Library,
  { statement }: RenameTarget,
  name: string,
): Refusal | undefined {
  const isGood = isKey(name) || (statement === undefined && isBareAscii(name));
  if (!isGood) {
    return {
      refused: l10n.t('“{0}” cannot be a citation key. Use ASCII letters, digits and hyphens.', name),
    };
  }
  const owner = library.corpus.byKey(name);
  return owner && { refused: l10n.t('The key {0} already belongs to “{1}”.', name, owner.metadata.title) };
}

function isBareAscii(name: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9_:.-]*$/.test(name) && readKey(`@${name}`, 0)?.keyEnd === name.length + 1;
}
