import type { Range } from '../core/span.ts';
import { createBibliographyService, type BibliographyService } from './bibliography-service.ts';
import { createDraftChecks, type DraftChecks } from './check-drafts.ts';
import { completionsAt } from './completion.ts';
import type { Completion } from './completion-item.ts';
import { definitionAt, type Target } from './definition.ts';
import { createCollations, followSources } from './collations.ts';
import { checkStatement, type DiagnosticsOptions } from './diagnostics.ts';
import { documentLinks, type Link } from './document-links.ts';
import type { Draft } from './draft.ts';
import { draftFindings } from './draft-findings.ts';
import { draftActions, type DraftActionOptions } from './draft-actions.ts';
import type { DraftAction } from './draft-action.ts';
import type { Finding } from './finding.ts';
import { followDrafts } from './follow-drafts.ts';
import { hoverAt, type Hover, type HoverOptions } from './hover.ts';
import { createIndexKeeper } from './index-keeper.ts';
import { createLibrary } from './library.ts';
import { createLoader, type Loader } from './loader.ts';
import type { Machine } from './machine.ts';
import { withDrift } from './pin-hover.ts';
import { createPins, type PinService } from './pins.ts';
import type { Refusal } from './refusal.ts';
import { resolveText, type ResolvedText } from './resolve-text.ts';
import { restoringAll } from './quotation-actions.ts';
import { quotationFindings, type QuotationFindingOptions } from './quotation-findings.ts';
import { hoverQuotation } from './quotation-hover.ts';
import { quotationStatus, type QuotationStatus } from './quotation-status.ts';
import { createQuotations, type QuotationOptions, type Quotations } from './quotations.ts';
import { searchPassages, type FoundPassages } from './search.ts';
import { findSections, type FoundSection } from './sections.ts';
import { createStatementService, type StatementService } from './statement-service.ts';
import { corpusStatus, type CorpusStatus } from './status.ts';
import { verifyQuotation, type Verified } from './verify.ts';
import { createWorkspaceDrafts, type WorkspaceDrafts } from './workspace-drafts.ts';
import { createWorkspaceService, type WorkspaceService } from './workspace-service.ts';
import { createWritingService, type WritingService } from './writing-service.ts';
import { workspaceSymbols, type WorkspaceSymbol } from './workspace-symbols.ts';

/**
 * Everything that Pincite can do, over one library. Plain data in and out; offsets are UTF-16 in the draft's text.
 * Nothing here throws on any text; what a user must read comes back as a `Refusal`.
 */
export interface Service extends StatementService, WritingService {
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
  search(query: string, limit: number): Promise<FoundPassages>;
  sections(query: string, limit: number): FoundSection[];
  resolve(text: string): ResolvedText[];
  /** What a text is worth that is a quotation as a whole: of a passage, or of any if none is named. */
  verify(
    text: string,
    target: { readonly key: string; readonly address: string } | undefined,
    options: QuotationOptions,
  ): Promise<Verified | Refusal>;
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
  workspaceSymbols(query: string): Promise<WorkspaceSymbol[]>;
  /** To be called in a pause of the work: brings the index into good order, and keeps it where the machine has a place for it. */
  saveIndex(): Promise<void>;
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
  return {
    ...createStatementService({ library, collations, loader, files }),
    ...createWritingService({ library, machine, loader, ready }),
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
    search: (query, limit) => searchPassages(library, query, limit),
    sections: (query, limit) => findSections(library, query, limit),
    resolve: (text) => resolveText(library, text),
    verify: (text, target, options) => verifyQuotation({ library, quotations, ready }, text, target, options),
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
    workspaceSymbols: (query) => workspaceSymbols(library, query),
    saveIndex: () => keeper.save(),
  };
}
