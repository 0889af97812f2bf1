import type { Range } from '../core/span.ts';
import { actionsAt, type Action, type ActionOptions } from './code-actions.ts';
import { collateByKey, variantsToRecord, type CollatedStatement } from './collate.ts';
import type { Collations } from './collations.ts';
import { checkCorpora, type CorpusCheck } from './corpus-check.ts';
import { documentSymbols, type DocumentSymbol } from './document-symbols.ts';
import type { Files } from './files.ts';
import { foldingRanges, type Fold } from './folding.ts';
import type { Library } from './library.ts';
import { listStatements, type StatementSummary } from './list.ts';
import type { Loader } from './loader.ts';
import { passageAt, type PassageAt } from './passage-at.ts';
import { findProvenance, type Provenance } from './provenance.ts';
import type { Refusal } from './refusal.ts';
import { showPassage, type ShownPassage } from './show.ts';
import { treeChildren, type TreeNode } from './tree.ts';
import { witnessDocument, type WitnessDocument } from './witness-document.ts';

/** What statements are made of and where they come from. */
export interface StatementService {
  list(): StatementSummary[];
  show(key: string, address: string): ShownPassage | Refusal;
  /** The witnesses of a passage with the lines of their sources that carry it. */
  provenance(key: string, address: string): Promise<Provenance | Refusal>;
  /** The text of a passage, or of a whole statement for an empty address, as a witness has it, or as edited without a siglum. */
  witnessText(key: string, address: string, siglum?: string): Promise<WitnessDocument | undefined>;
  /** What can be done at a place of a statement file. */
  actions(uri: string, range: Range, options: ActionOptions): Promise<Action[]>;
  tree(key?: string, address?: string): TreeNode[];
  passageAt(uri: string, range: Range): PassageAt | undefined;
  symbols(uri: string): DocumentSymbol | undefined;
  folds(uri: string): Fold[];
  /** Where the witnesses of a statement differ from its text. */
  collate(key: string): Promise<CollatedStatement | Refusal>;
  /** The field `variants` for the front matter of a statement. */
  variantsToRecord(key: string): Promise<string | Refusal>;
  /** The account of every corpus that is loaded. */
  checkCorpora(): Promise<CorpusCheck>;
}

interface Parts {
  readonly library: Library;
  readonly collations: Collations;
  readonly loader: Pick<Loader, 'roots'>;
  readonly files: Files;
}

export function createStatementService({ library, collations, loader, files }: Parts): StatementService {
  const folders = (): string[] => loader.roots().map(({ uri }) => uri);
  return {
    list: () => listStatements(library),
    show: (key, address) => showPassage(library, key, address),
    provenance: (key, address) => findProvenance(library, collations, key, address),
    witnessText: (key, address, siglum) => witnessDocument(library, collations, key, address, siglum),
    actions: (uri, range, options) => actionsAt(library, collations, uri, range, options),
    tree: (key, address) => treeChildren(library, key, address),
    passageAt: (uri, range) => passageAt(library, uri, range),
    symbols: (uri) => documentSymbols(library, uri),
    folds: (uri) => foldingRanges(library, uri),
    collate: (key) => collateByKey(library, files, folders(), key),
    variantsToRecord: (key) => variantsToRecord(library, files, folders(), key),
    checkCorpora: () => checkCorpora(library, files, folders()),
  };
}
