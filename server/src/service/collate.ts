import { sourceMatter } from '../core/accounting/check-corpus.ts';
import { prepareStatement } from '../core/accounting/prepared-statement.ts';
import { formatVariants } from '../core/accounting/format-variants.ts';
import { recordVariants } from '../core/accounting/recorded-variants.ts';
import { regularisedOf } from '../core/collation/agreement.ts';
import { collate, type VariantKind } from '../core/collation/collate.ts';
import type { Range } from '../core/span.ts';
import { readCorpusFolders } from './corpus-folders.ts';
import type { Files } from './files.ts';
import type { Library } from './library.ts';
import * as l10n from '@vscode/l10n';
import { isRefusal, type Refusal } from './refusal.ts';
import { findTarget } from './target.ts';

/** The witnesses of a statement beside its text, in the shape of `pincite collate --json`. */
export interface CollatedStatement {
  readonly key: string;
  /** Sigla, in the order of the front matter. */
  readonly witnesses: readonly string[];
  readonly variants: readonly CollatedVariant[];
}

export interface CollatedVariant {
  /** Of the paragraph, a run of paragraphs or the section; `title` and `colophon` for those. */
  readonly address: string;
  /** In the statement's file; empty where the text has nothing. */
  readonly range: Range;
  /** What each witness that carries the place has there, by siglum; empty where it leaves the words out. */
  readonly readings: Readonly<Record<string, string>>;
  readonly kind: VariantKind;
  /** What the edited text has there. */
  readonly text: string;
}

/**
 * Collates a statement with its witnesses as they are, so that emendations show too; what is declared as regularised
 * does not. Refused where the statement is not there, names no witness, or its sources cannot be read.
 */
export async function collateByKey(
  library: Library,
  files: Files,
  roots: readonly string[],
  key: string,
): Promise<CollatedStatement | Refusal> {
  const prepared = await prepare(library, files, roots, key, false);
  if (isRefusal(prepared)) return prepared;
  const { statement, text, witnesses, regularised } = prepared;
  const { variants } = collate(text, witnesses, regularised);
  return {
    key: statement.key,
    witnesses: statement.metadata.witnesses.map(({ siglum }) => siglum),
    variants: variants.map(({ address, span, readings, kind, text: words }) => ({
      ...{
        address,
        range: statement.lines.rangeOf(span),
        readings: Object.fromEntries(readings),
        kind,
        text: words,
      },
    })),
  };
}

/** The field `variants` for the front matter of a statement; emendations are declared already and left out. */
export async function variantsToRecord(
  library: Library,
  files: Files,
  roots: readonly string[],
  key: string,
): Promise<string | Refusal> {
  const prepared = await prepare(library, files, roots, key, true);
  if (isRefusal(prepared)) return prepared;
  const { text, witnesses, regularised } = prepared;
  return formatVariants(recordVariants(text, collate(text, witnesses, regularised).witnesses));
}

async function prepare(
  library: Library,
  files: Files,
  roots: readonly string[],
  key: string,
  isEmended: boolean,
) {
  const passage = findTarget(library, key, '');
  if (isRefusal(passage)) return passage;
  const { statement } = passage;
  const folders = await readCorpusFolders(library, files, roots);
  const folder = folders.find((each) => each.files.statements.includes(statement));
  const matter = sourceMatter(
    folder?.files.sources ?? new Map(),
    folder?.files.furniture ?? { uri: '', items: [], problems: [] },
  );
  const { text, witnesses } = prepareStatement(statement, matter, isEmended);
  if (witnesses.length === 0) {
    const refused: Refusal = {
      refused:
        statement.metadata.witnesses.length === 0
          ? l10n.t('{0} names no witnesses to collate.', key)
          : l10n.t(
              'No source of {0} can be read: they belong into a folder “sources” beside or above it.',
              key,
            ),
    };
    return refused;
  }
  return { statement, text, witnesses, regularised: regularisedOf(statement.metadata.regularised) };
}
