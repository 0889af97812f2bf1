import { findPinciteLinks } from '../core/citation/links.ts';
import { styleFor } from '../core/format/format.ts';
import type { StyleName } from '../core/format/style-name.ts';
import type { Span } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import { formattedPlaces, inlineUses } from './change-form-inline.ts';
import { linkUses } from './change-form-links.ts';
import { noteEntries } from './change-form-notes.ts';
import { pandocUses } from './change-form-pandoc.ts';
import { namesAny } from './change-form-recognise.ts';
import type { NoteEntry, Use } from './change-form-use.ts';
import type { Draft } from './draft.ts';
import { draftLanguage } from './draft-language.ts';
import { footnotesOf } from './footnotes.ts';
import type { Library } from './library.ts';

/** Everything in a draft that cites, in whatever form. */
export interface Uses {
  /** In document order. */
  readonly all: readonly Use[];
  /** The notes in the order in which they are numbered, those among them that are uses and all others. */
  readonly notes: readonly NoteEntry[];
}

interface Known {
  readonly statements: readonly Statement[];
  readonly style: StyleName | 'auto';
  readonly uses: Uses;
}

/** Until the draft or the corpus changes, and editors ask at every movement of the cursor. */
const known = new WeakMap<Draft, Known>();

/** What a draft cites. `style` is the one that is most likely to be met in it. */
export function usesIn(library: Library, draft: Draft, style: StyleName | 'auto'): Uses {
  const statements = library.corpus.statements();
  const last = known.get(draft);
  if (last?.statements === statements && last.style === style) return last.uses;
  const language = draftLanguage(draft) ?? statements[0]?.metadata.language ?? 'en';
  const preferred = { language, style: styleFor(style, language) };
  const notes = noteEntries(statements, draft, preferred);
  const footnotes = notes.flatMap(({ use }) => use ?? []);
  const others = [...pandocUses(library, draft), ...linkUses(library, draft)];
  const contents = notes.flatMap(({ use, contentSpan }) => (use === undefined ? [] : (contentSpan ?? [])));
  const taken = [...contents, ...others.map(({ span }) => span)];
  const inLine = inlineUses(statements, draft, taken, preferred);
  const all = [...footnotes, ...others, ...inLine].sort((a, b) => a.span.start - b.span.start);
  const uses = { all, notes };
  known.set(draft, { statements, style, uses });
  return uses;
}

/** True where a span touches what may be a use: all else need not be read, and cursors are elsewhere most of the time. */
export function mayCite(statements: readonly Statement[], draft: Draft, { start, end }: Span): boolean {
  const isNear = (each: Span): boolean => each.start <= end && start <= each.end;
  if (draft.citations.some(({ group }) => isNear(group))) return true;
  const { references, definitions, inlineNotes } = footnotesOf(draft);
  if ([...references, ...definitions].some(({ span }) => isNear(span)) || inlineNotes.some(isNear))
    return true;
  if (findPinciteLinks(draft.markdown).some(({ span }) => isNear(span))) return true;
  return formattedPlaces(draft)
    .flat()
    .some((each) => isNear(each) && namesAny(statements, draft.text.slice(each.start, each.end)));
}
