import type { Range } from '../core/span.ts';
import type { ActionEdit } from './code-actions.ts';
import type { DiagnosticsOptions } from './diagnostics.ts';
import { fixAllTraps, trapActions } from './downstream-actions.ts';
import type { DraftAction } from './draft-action.ts';
import { createDraft, type Draft } from './draft.ts';
import type { Finding } from './finding.ts';
import type { Library } from './library.ts';
import type { QuotationFindingOptions } from './quotation-findings.ts';
import type { QuotationStatus } from './quotation-status.ts';
import { defaultQuotationOptions, type QuotationOptions } from './quotations.ts';
import type { TextEdit } from './text-edit.ts';

/** What a check says of a draft. */
export interface CheckedDraft {
  readonly draft: Draft;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly quotations: QuotationStatus;
}

export interface FixOptions {
  /** Whether altered quotations get the words of their source, too. */
  readonly wording: boolean;
}

export interface FixedDraft {
  /** The draft afterwards: the same object if nothing was changed. */
  readonly draft: Draft;
  /** How many findings of each code are gone, in the order of the codes. */
  readonly fixed: ReadonlyMap<string, number>;
}

/** Whole drafts, for those who check without an editor. */
export interface DraftChecks {
  check(draft: Draft, options: DiagnosticsOptions): Promise<CheckedDraft>;
  /**
   * Makes every change that is safe, as often as there is one: forms that are read afterwards as they were meant, and
   * nothing that a comment suppresses.
   */
  fix(draft: Draft, options: DiagnosticsOptions, fixing: FixOptions): Promise<FixedDraft>;
  /** The safe changes of a draft, one for each place; `about` says which findings each does away with. */
  safeFixes(draft: Draft, options: DiagnosticsOptions): readonly DraftAction[];
}

export interface DraftCheckPieces {
  readonly library: Library;
  readonly findings: (draft: Draft, options: DiagnosticsOptions) => Promise<readonly Finding[]>;
  readonly quotationStatus: (draft: Draft, options: QuotationOptions) => Promise<QuotationStatus>;
  /** The edits that give altered quotations the words of their source, where that mends them and no comment suppresses it. */
  readonly restoring: (draft: Draft, options: QuotationFindingOptions) => Promise<readonly TextEdit[]>;
}

/** After so many rounds what still changes goes in circles. */
const MOST_ROUNDS = 4;

export function createDraftChecks(pieces: DraftCheckPieces): DraftChecks {
  const { library, findings, quotationStatus } = pieces;

  const safeEdits = async (
    draft: Draft,
    options: DiagnosticsOptions,
    { wording }: FixOptions,
  ): Promise<readonly ActionEdit[]> => {
    const isOn = (options.downstream ?? 'off') !== 'off';
    const forms = isOn ? fixAllTraps(library, draft).flatMap(({ edits }) => edits) : [];
    // One thing after the other, so that no two edits touch.
    const { quotations } = options;
    const isWanted = wording && quotations !== undefined && quotations.levels['quote-altered'] !== 'off';
    if (forms.length > 0 || !isWanted) return forms;
    const words = await pieces.restoring(draft, quotations);
    return words.map(({ span, text }) => ({ range: draft.lines.rangeOf(span), text }));
  };

  return {
    check: async (draft, options) => {
      const found = await findings(draft, options);
      return {
        draft,
        findings: [...found].sort((a, b) => comparePlaces(a.range, b.range)),
        quotations: await quotationStatus(draft, options.quotations ?? defaultQuotationOptions),
      };
    },
    fix: async (draft, options, fixing) => {
      let current = draft;
      for (let round = 0; round < MOST_ROUNDS; round++) {
        const edits = await safeEdits(current, options, fixing);
        if (edits.length === 0) break;
        current = createDraft(draft.uri, applied(current, edits));
      }
      if (current.text === draft.text) return { draft, fixed: new Map() };
      const [before, after] = [
        countByCode(await findings(draft, options)),
        countByCode(await findings(current, options)),
      ];
      const gone = [...before]
        .map(([code, count]) => [code, count - (after.get(code) ?? 0)] as const)
        .filter(([, count]) => count > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1));
      return { draft: current, fixed: new Map(gone) };
    },
    safeFixes: (draft, { downstream = 'off' }) => {
      if (downstream === 'off') return [];
      const whole = draft.lines.rangeOf({ start: 0, end: draft.text.length });
      return trapActions(library, draft, whole).filter(({ isPreferred }) => isPreferred === true);
    },
  };
}

function comparePlaces(a: Range, b: Range): number {
  return (
    a.start.line - b.start.line ||
    a.start.character - b.start.character ||
    a.end.line - b.end.line ||
    a.end.character - b.end.character
  );
}

function applied({ text, lines }: Draft, edits: readonly ActionEdit[]): string {
  return edits
    .map(({ range, text: words }) => ({
      start: lines.offsetAt(range.start),
      end: lines.offsetAt(range.end),
      words,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end, words }) => rest.slice(0, start) + words + rest.slice(end), text);
}

function countByCode(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
