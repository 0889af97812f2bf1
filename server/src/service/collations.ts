import { sourceMatter } from '../core/accounting/check-corpus.ts';
import { prepareStatement, type SourceMatter } from '../core/accounting/prepared-statement.ts';
import { regularisedOf, type Regularised } from '../core/collation/agreement.ts';
import { collate, type Collation } from '../core/collation/collate.ts';
import type { Sign } from '../core/corruption/sign.ts';
import { signsOfCorruption } from '../core/corruption/signs-of-corruption.ts';
import type { Statement } from '../core/statement/model.ts';
import { isStatementFile } from '../core/statement/parse.ts';
import type { Files } from './files.ts';
import type { Finding } from './finding.ts';
import type { Library } from './library.ts';
import type { Loader } from './loader.ts';
import { createSourceReader, isSourceMatter } from './sources.ts';
import { createStatementAccounts } from './statement-account.ts';

/** A statement held against its witnesses, with declared emendations made in them. */
export interface Collated {
  readonly collation: Collation;
  readonly regularised: Regularised;
  readonly matter: SourceMatter;
}

/** What witnesses and signs of corruption tell of each statement, made when first asked for and kept until something changes. */
export interface Collations {
  /** `undefined` for a statement that names no witness, or none whose source can be read. */
  of(statement: Statement): Promise<Collated | undefined>;
  signs(statement: Statement): readonly Sign[];
  /** What the corpus check has against a statement; nothing without a folder of sources. */
  account(statement: Statement): Promise<readonly Finding[]>;
  /** Sources or furniture changed. */
  forget(): void;
}

export function createCollations(library: Library, files: Files): Collations {
  const { corpus } = library;
  const reader = createSourceReader(files);
  let collated = new WeakMap<Statement, Promise<Collated | undefined>>();
  let signs = new WeakMap<Statement, readonly Sign[]>();
  // A statement never changes, but those that its sentences may have jumped into come and go: they have witnesses.
  corpus.onChange(({ removed, added }) => {
    if ([...removed, ...added].some(({ metadata }) => metadata.witnesses.length > 0)) signs = new WeakMap();
  });
  const read = async (statement: Statement): Promise<Collated | undefined> => {
    const beside = await reader.of(statement);
    return beside === undefined || beside.sources.size === 0
      ? undefined
      : collateStatement(statement, sourceMatter(beside.sources, beside.furniture));
  };
  return {
    of: (statement) => {
      if (statement.metadata.witnesses.length === 0) return Promise.resolve(undefined);
      const known = collated.get(statement);
      if (known !== undefined) return known;
      const made = read(statement);
      collated.set(statement, made);
      made.catch(() => collated.delete(statement));
      return made;
    },
    signs: (statement) => {
      if (!isStatementFile(statement.uri)) return [];
      const known = signs.get(statement);
      if (known !== undefined) return known;
      const made = signsOfCorruption(statement, neighbours(statement, corpus.statements()));
      signs.set(statement, made);
      return made;
    },
    account: createStatementAccounts(library, reader),
    forget: () => {
      reader.forget();
      collated = new WeakMap();
    },
  };
}

/** A loader that makes what is known of witnesses be forgotten whenever their sources may have changed. */
export function followSources(loader: Loader, collations: Collations): Loader {
  return {
    ...loader,
    load: (roots) => {
      collations.forget();
      return loader.load(roots);
    },
    reload: () => {
      collations.forget();
      return loader.reload();
    },
    fileChanged: (uri) => {
      if (isSourceMatter(uri)) collations.forget();
      return loader.fileChanged(uri);
    },
  };
}

/** Aligns a statement with those of its witnesses whose sources are there, with its emendations made in them or not. */
export function collateStatement(statement: Statement, matter: SourceMatter, isEmended = true): Collated {
  const regularised = regularisedOf(statement.metadata.regularised);
  const { text, witnesses } = prepareStatement(statement, matter, isEmended);
  return { collation: collate(text, witnesses, regularised), regularised, matter };
}

/** Statements that stand in one source with this one: into which its sentences may jump. */
function neighbours(statement: Statement, all: readonly Statement[]): Statement[] {
  const own = new Set(statement.metadata.witnesses.map(({ source }) => source));
  return all.filter(
    (other) => other !== statement && other.metadata.witnesses.some(({ source }) => own.has(source)),
  );
}
