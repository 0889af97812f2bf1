import type { Range } from '../core/span.ts';
import { actionsAt, type Action, type ActionOptions } from './code-actions.ts';
import { createBibliographyService, type BibliographyService } from './bibliography-service.ts';
import { createDraftChecks, type DraftChecks } from './check-drafts.ts';
import { citeAs, citePassage, type CiteOptions } from './cite.ts';
import { collateByKey, variantsToRecord, type CollatedStatement } from './collate.ts';
import { completionsAt } from './completion.ts';
import { composeWriting } from './compose-writing.ts';
import type { Completion } from './completion-item.ts';
import { checkCorpora, type CorpusCheck } from './corpus-check.ts';
import { definitionAt, type Target } from './definition.ts';
import { createCollations, followSources } from './collations.ts';
import { checkStatement, type DiagnosticsOptions } from './diagnostics.ts';
import { documentLinks, type Link } from './document-links.ts';
import { documentSymbols, type DocumentSymbol } from './document-symbols.ts';
import { createDraft, type Draft } from './draft.ts';
import { draftFindings } from './draft-findings.ts';
import { draftActions, type DraftActionOptions } from './draft-actions.ts';
import type { DraftAction } from './draft-action.ts';
import type { Finding } from './finding.ts';
import { foldingRanges, type Fold } from './folding.ts';
import { followDrafts } from './follow-drafts.ts';
import { hoverAt, type Hover, type HoverOptions } from './hover.ts';
import { createIndexKeeper } from './index-keeper.ts';
import { createLibrary } from './library.ts';
import { listStatements, type StatementSummary } from './list.ts';
import { createLoader, type Loader } from './loader.ts';
import type { Machine } from './machine.ts';
import { locateWords, type LocatedPassage } from './locate-words.ts';
import { passageAt, type PassageAt } from './passage-at.ts';
import { withDrift } from './pin-hover.ts';
import { createPins, type PinService } from './pins.ts';
import { previewText, type Preview, type PreviewOptions } from './preview.ts';
import { findProvenance, type Provenance } from './provenance.ts';
import type { Refusal } from './refusal.ts';
import { resolveText, type ResolvedText } from './resolve-text.ts';
import { restoringAll } from './quotation-actions.ts';
import { quotationFindings, type QuotationFindingOptions } from './quotation-findings.ts';
import { hoverQuotation } from './quotation-hover.ts';
import { quotationStatus, type QuotationStatus } from './quotation-status.ts';
import { createQuotations, type QuotationOptions, type Quotations } from './quotations.ts';
import { searchPassages, type FoundPassages } from './search.ts';
import { findSections, type FoundSection } from './sections.ts';
import { showPassage, type ShownPassage } from './show.ts';
import { corpusStatus, type CorpusStatus } from './status.ts';
import { treeChildren, type TreeNode } from './tree.ts';
import { verifyQuotation, type Verified } from './verify.ts';
import { witnessDocument, type WitnessDocument } from './witness-document.ts';
import { createWorkspaceDrafts, type WorkspaceDrafts } from './workspace-drafts.ts';
import { createWorkspaceService, type WorkspaceService } from './workspace-service.ts';
import { workspaceSymbols, type WorkspaceSymbol } from './workspace-symbols.ts';
import { writeIntoDraft } from './write.ts';
import type { WriteEdit, Writing, WritingSettings } from './writing.ts';

/**
 * Everything that Pincite can do, over one library. Plain data in and out; offsets are UTF-16 in the draft's text.
 * Nothing here throws on any text; what a user must read comes back as a `Refusal`.
 */
export interface Service {
  readonly loader: Loader;
  /** What is written in the workspace. It hears of changes from the loader. */
  readonly drafts: WorkspaceDrafts;
  /** What concerns all of it together: references, renaming, the table of authorities. */
  readonly workspace: WorkspaceService;
  /** The bibliographies that Pincite writes, and those that drafts name. */
  readonly bibliography: BibliographyService;
  /** Whether what is quoted stands in its source. */
  readonly quotations: Quotations;
  /** What drafts saw when they were pinned. */
  readonly pins: PinService;
  /** What is to be said of the quotations of a draft; also part of `diagnostics`. */
  quotationFindings(draft: Draft, options: QuotationFindingOptions): Promise<Finding[]>;
  /** The same in figures, with the verdict on each. */
  quotationStatus(draft: Draft, options: QuotationOptions): Promise<QuotationStatus>;
  /** Called after each change of the corpus. Returns the way to stop it. */
  onCorpusChange(listener: () => void): () => void;
  /** True for a file of the corpus. */
  isStatement(uri: string): boolean;
  status(): CorpusStatus;
  list(): StatementSummary[];
  show(key: string, address: string): ShownPassage | Refusal;
  cite(key: string, address: string): Promise<{ readonly text: string } | Refusal>;
  /** The citation in a style and a format. */
  citeAs(key: string, address: string, options: CiteOptions): Promise<{ readonly text: string } | Refusal>;
  /** How the citations of a text are shown where it is rendered. */
  preview(text: string, style: PreviewOptions['style']): Promise<Preview>;
  /** The edits that write a citation, a quotation or both into a draft, after what each range covers. */
  write(
    draft: Draft,
    ranges: readonly Range[],
    writing: Writing,
    settings: WritingSettings,
  ): Promise<{ readonly edits: readonly WriteEdit[] } | Refusal>;
  /** The same as text for a clipboard. */
  compose(writing: Writing, settings: WritingSettings): Promise<{ readonly text: string } | Refusal>;
  /** The passages that hold a text word for word, those of the newest statement first. */
  locate(text: string): Promise<readonly LocatedPassage[]>;
  search(query: string, limit: number): Promise<FoundPassages>;
  sections(query: string, limit: number): FoundSection[];
  resolve(text: string): ResolvedText[];
  /** What a text is worth that is a quotation as a whole: of a passage, or of any if none is named. */
  verify(
    text: string,
    target: { readonly key: string; readonly address: string } | undefined,
    options: QuotationOptions,
  ): Promise<Verified | Refusal>;
  /** The witnesses of a passage with the lines of their sources that carry it. */
  provenance(key: string, address: string): Promise<Provenance | Refusal>;
  /** The text of a passage, or of a whole statement for an empty address, as a witness has it, or as edited without a siglum. */
  witnessText(key: string, address: string, siglum?: string): Promise<WitnessDocument | undefined>;
  /** What can be done at a place of a statement file. */
  actions(uri: string, range: Range, options: ActionOptions): Promise<Action[]>;
  tree(key?: string, address?: string): TreeNode[];
  passageAt(uri: string, range: Range): PassageAt | undefined;
  /** What can be done at a place of a draft; none in a statement file. */
  draftActions(draft: Draft, range: Range, options: DraftActionOptions): Promise<DraftAction[]>;
  hover(draft: Draft, offset: number, options: HoverOptions): Promise<Hover | undefined>;
  definition(draft: Draft, offset: number): Target[];
  links(draft: Draft): Link[];
  completions(draft: Draft, offset: number): Promise<readonly Completion[]>;
  /** Problems of a statement file if it is one, else everything that is to be said of a draft. */
  diagnostics(draft: Draft, options: DiagnosticsOptions): Promise<readonly Finding[]>;
  /** Whole drafts, checked and fixed without an editor. */
  readonly checks: DraftChecks;
  symbols(uri: string): DocumentSymbol | undefined;
  folds(uri: string): Fold[];
  workspaceSymbols(query: string): Promise<WorkspaceSymbol[]>;
  /** Where the witnesses of a statement differ from its text. */
  collate(key: string): Promise<CollatedStatement | Refusal>;
  /** The field `variants` for the front matter of a statement. */
  variantsToRecord(key: string): Promise<string | Refusal>;
  /** To be called in a pause of the work: brings the index into good order, and keeps it where the machine has a place for it. */
  saveIndex(): Promise<void>;
  /** The account of every corpus that is loaded. */
  checkCorpora(): Promise<CorpusCheck>;
}

export function createService(machine: Machine): Service {
  const { files, pause, indexStore = () => undefined } = machine;
  const library = createLibrary(machine);
  const { corpus } = library;
  const collations = createCollations(library, files);
  const keeper = createIndexKeeper(library, files, indexStore);
  const drafts = createWorkspaceDrafts(machine);
  const corpusLoader = followSources(createLoader(library, { files, pause }, keeper), collations);
  const loader = followDrafts(corpusLoader, drafts);
  /** At a start many files are known from the last one before they have been read: those that are asked for go first. */
  const ready = async (keys: readonly string[]): Promise<void> => {
    if (!loader.isLoading()) return;
    for (const key of new Set(keys)) {
      const uri = corpus.byKey(key) === undefined ? library.passages.segments.uriOf(key) : undefined;
      if (uri !== undefined) await loader.hurry(uri);
    }
  };
  const bibliography = createBibliographyService({ library, loader, drafts, machine });
  const quotations = createQuotations(library, collations, ready);
  const quoting = { quotations, collations, isLoading: () => loader.isLoading() };
  const pins = createPins({ library, loader, quotations, machine });
  const diagnostics = async (draft: Draft, options: DiagnosticsOptions): Promise<readonly Finding[]> =>
    corpus.has(draft.uri)
      ? checkStatement(library, collations, draft, options)
      : draftFindings({ library, bibliography, pins, ...quoting }, draft, options);
  const folders = (): string[] => loader.roots().map(({ uri }) => uri);
  return {
    loader,
    drafts,
    bibliography,
    workspace: createWorkspaceService({ library, loader, drafts, machine }),
    quotations,
    pins,
    quotationFindings: (draft, options) => quotationFindings(quoting, draft, options),
    quotationStatus: (draft, options) => quotationStatus(quoting, draft, options),
    onCorpusChange: (listener) => corpus.onChange(listener),
    isStatement: (uri) => corpus.byUri(uri) !== undefined,
    status: () => corpusStatus(library, loader),
    list: () => listStatements(library),
    show: (key, address) => showPassage(library, key, address),
    cite: async (key, address) => {
      await ready([key]);
      return citePassage(library, key, address);
    },
    citeAs: (key, address, options) => citeAs(library, machine, key, address, options),
    preview: async (text, style) => {
      await ready(createDraft('', text).citations.map(({ key }) => key));
      return previewText(library, text, { style, isLoading: loader.isLoading() });
    },
    write: async (draft, ranges, writing, settings) => {
      await ready([...writing.passages, ...draft.citations].map(({ key }) => key));
      return writeIntoDraft(library, machine, draft, ranges, writing, settings);
    },
    compose: async (writing, settings) => {
      await ready(writing.passages.map(({ key }) => key));
      return composeWriting(library, machine, writing, settings);
    },
    locate: (text) => locateWords(library, text, ready),
    search: (query, limit) => searchPassages(library, query, limit),
    sections: (query, limit) => findSections(library, query, limit),
    resolve: (text) => resolveText(library, text),
    verify: (text, target, options) => verifyQuotation({ library, quotations, ready }, text, target, options),
    provenance: (key, address) => findProvenance(library, collations, key, address),
    witnessText: (key, address, siglum) => witnessDocument(library, collations, key, address, siglum),
    actions: (uri, range, options) => actionsAt(library, collations, uri, range, options),
    tree: (key, address) => treeChildren(library, key, address),
    passageAt: (uri, range) => passageAt(library, uri, range),
    draftActions: async (draft, range, options) => {
      if (corpus.has(draft.uri)) return [];
      await ready(draft.citations.map(({ key }) => key));
      return draftActions({ library, machine, ...quoting }, draft, range, options);
    },
    hover: async (draft, offset, options) => {
      await ready(draft.citations.map(({ key }) => key));
      const { quotations: quotationOptions } = options;
      const cited = await hoverAt(library, collations, draft, offset, options);
      const isQuoted = cited === undefined && quotationOptions !== undefined && !corpus.has(draft.uri);
      const hover = isQuoted
        ? await hoverQuotation(quoting, draft, offset, { ...options, quotations: quotationOptions })
        : cited;
      return hover && withDrift(hover, draft, offset, await pins.findings(draft), options);
    },
    definition: (draft, offset) => definitionAt(library, draft, offset),
    links: (draft) => documentLinks(library, draft),
    completions: (draft, offset) => completionsAt(library, draft, offset),
    diagnostics,
    checks: createDraftChecks({
      ...{ library, findings: diagnostics },
      quotationStatus: (draft, options) => quotationStatus(quoting, draft, options),
      restoring: (draft, options) => restoringAll(quoting, draft, options),
    }),
    symbols: (uri) => documentSymbols(library, uri),
    folds: (uri) => foldingRanges(library, uri),
    workspaceSymbols: (query) => workspaceSymbols(library, query),
    collate: (key) => collateByKey(library, files, folders(), key),
    variantsToRecord: (key) => variantsToRecord(library, files, folders(), key),
    saveIndex: () => keeper.save(),
    checkCorpora: () => checkCorpora(library, files, folders()),
  };
}
