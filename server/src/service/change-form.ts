import * as l10n from '@vscode/l10n';
import type { StyleName } from '../core/format/style-name.ts';
import { touches, type Span } from '../core/span.ts';
import { isStillRead } from './change-form-check.ts';
import { planChange } from './change-form-plan.ts';
import type { Change, Use } from './change-form-use.ts';
import { mayCite, usesIn, type Uses } from './change-form-uses.ts';
import { noteFormFor, rewrite } from './change-form-write.ts';
import type { DraftAction } from './draft-action.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';
import type { CitationForm } from './writing.ts';

export interface FormOptions {
  /** Of footnotes and of formatted text in the line; `auto` goes by the language of the draft. */
  readonly style: StyleName | 'auto';
  /** True where a CSL file formats in place of the style: then nothing is formatted here. */
  readonly isForeign?: boolean;
}

const FORMS: readonly CitationForm[] = ['pandoc', 'footnote', 'inline', 'link'];
const FORMATTED: readonly CitationForm[] = ['footnote', 'inline'];

/**
 * Other forms for the citation that a span touches, and for all of the document where there are more. What nobody can
 * be certain about stays as it is: keys that no statement has, notes with words of their own.
 */
export function formActions(
  library: Library,
  draft: Draft,
  span: Span,
  { style, isForeign = false }: FormOptions,
): DraftAction[] {
  if (!mayCite(library.corpus.statements(), draft, span)) return [];
  const uses = usesIn(library, draft, style);
  const here = uses.all.find((use) => isAt(use, span));
  if (here === undefined) return [];
  const forms = isForeign ? FORMS.filter((form) => !FORMATTED.includes(form)) : FORMS;
  const single = forms.flatMap((to) => {
    const changes = canBecome(here, to) ? changesFor(draft, uses, [here], to, style) : undefined;
    return changes === undefined ? [] : [toAction(draft, singleTitle(to), changes)];
  });
  const all = forms.flatMap((to) => {
    const changes = allChanges(draft, uses, here, to, style);
    return changes === undefined ? [] : [toAction(draft, allTitle(to), changes)];
  });
  return [...single, ...all];
}

/** A cursor beside a citation is at it; what is selected must reach into it. */
function isAt({ span, definition }: Use, { start, end }: Span): boolean {
  const places = [span, ...(definition === undefined ? [] : [definition.span])];
  return places.some((place) =>
    start === end ? touches(place, start) : place.start < end && start < place.end,
  );
}

function canBecome(use: Use, to: CitationForm): boolean {
  return use.form !== to && !(to === 'footnote' && use.isInFootnote);
}

/** Until the draft changes, or what is found in it. */
const everywhere = new WeakMap<Uses, Map<string, Everywhere>>();

interface Everywhere {
  readonly chosen: readonly Use[];
  readonly changes: readonly Change[] | undefined;
}

/** All that can be changed, where there is something besides the citation at hand. */
function allChanges(
  draft: Draft,
  uses: Uses,
  here: Use,
  to: CitationForm,
  style: StyleName | 'auto',
): readonly Change[] | undefined {
  const known = everywhere.get(uses) ?? new Map<string, Everywhere>();
  everywhere.set(uses, known);
  const all = known.get(to) ?? everywhereIn(draft, uses, to, style);
  known.set(to, all);
  return all.chosen.some((use) => use !== here) ? all.changes : undefined;
}

function everywhereIn(draft: Draft, uses: Uses, to: CitationForm, style: StyleName | 'auto'): Everywhere {
  const chosen = uses.all.filter((use) => {
    // A link with words of its own is there for its own sake.
    if (!canBecome(use, to) || use.words !== undefined) return false;
    const form = noteFormFor(draft, use.cited, style);
    return rewrite(draft, use, { to, cited: use.cited, label: '1', form }) !== undefined;
  });
  return { chosen, changes: chosen.length === 0 ? undefined : changesFor(draft, uses, chosen, to, style) };
}

function changesFor(
  draft: Draft,
  uses: Uses,
  chosen: readonly Use[],
  to: CitationForm,
  style: StyleName | 'auto',
): Change[] | undefined {
  const changes = planChange(draft, uses, new Set(chosen), to, style);
  return changes !== undefined && isStillRead(draft, chosen, changes, to) ? changes : undefined;
}

function singleTitle(to: CitationForm): string {
  switch (to) {
    case 'pandoc':
      return l10n.t('Write this citation in the form of Pandoc');
    case 'footnote':
      return l10n.t('Write this citation as a footnote');
    case 'inline':
      return l10n.t('Write this citation as formatted text in the line');
    case 'link':
      return l10n.t('Write this citation as a link');
  }
}

function allTitle(to: CitationForm): string {
  switch (to) {
    case 'pandoc':
      return l10n.t('Write all citations of this document in the form of Pandoc');
    case 'footnote':
      return l10n.t('Write all citations of this document as footnotes');
    case 'inline':
      return l10n.t('Write all citations of this document as formatted text in the line');
    case 'link':
      return l10n.t('Write all citations of this document as links');
  }
}

function toAction({ lines }: Draft, title: string, changes: readonly Change[]): DraftAction {
  const edits = changes.map(({ text, ...span }) => ({ range: lines.rangeOf(span), text }));
  return { kind: 'refactor.rewrite', title, edits };
}
