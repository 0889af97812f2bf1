import * as l10n from '@vscode/l10n';
import { joinNeighbours } from '../core/citation/compose-passages.ts';
import type { StatementPassage } from '../core/citation/statement-passage.ts';
import type { Range } from '../core/span.ts';
import { passagesToCite } from './cited-passages.ts';
import type { Draft } from './draft.ts';
import type { CslMachine } from './format-with-csl.ts';
import type { Library } from './library.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { keepsAll } from './write-check.ts';
import { createFootnotes, type NewFootnotes } from './write-footnote.ts';
import { writeIntoGroup } from './write-group.ts';
import { writeInText, type TextWriter } from './write-in-text.ts';
import { writeIntoBracket } from './write-bracket.ts';
import { END, plainText, snippetText } from './write-parts.ts';
import { isClosed, offsetAfter, placeForGroup, placeInText } from './write-place.ts';
import { quotesOf, type Quote } from './write-quotation.ts';
import type { WriteEdit, Writing, WritingSettings } from './writing.ts';

/**
 * The edits that write a citation, a quotation or both into a draft: one for each range, after what it covers, and one
 * for the definitions of footnotes. All or nothing: a place in code, front matter or the target of a link refuses
 * all, and so does whatever would change a citation, a link or a footnote that the draft has.
 */
export async function writeIntoDraft(
  library: Library,
  machine: CslMachine,
  draft: Draft,
  ranges: readonly Range[],
  writing: Writing,
  settings: WritingSettings,
): Promise<{ readonly edits: readonly WriteEdit[] } | Refusal> {
  const asked = passagesToCite(library, writing);
  if (isRefusal(asked)) return asked;
  const passages = joinNeighbours(asked);
  const quotes = writing.quotation === undefined ? [] : quotesOf(passages, writing.words);
  if (isRefusal(quotes)) return quotes;
  const footnotes = createFootnotes(library, draft);
  const writer: TextWriter = { library, machine, draft, writing, settings, footnotes };
  const edits: PlannedEdit[] = [];
  for (const offset of offsetsOf(draft, ranges)) {
    if (isClosed(draft, offset)) return closedAt(draft, offset);
    const edit = await editAt(writer, passages, quotes, offset);
    if (isRefusal(edit)) return edit;
    // Two cursors in one group write one citation.
    if (!edits.some(({ span }) => span.end > edit.span.start || isSame(span, edit.span))) edits.push(edit);
  }
  const all = withDefinitions(draft, edits, footnotes);
  if (all === undefined || !keepsAll(draft, all)) return spoils(draft, edits);
  return { edits: all.map((edit) => toWriteEdit(draft, edit)) };
}

function offsetsOf(draft: Draft, ranges: readonly Range[]): number[] {
  const offsets = ranges.map((range) => offsetAfter(draft, range));
  return [...new Set(offsets)].sort((a, b) => a - b);
}

function isSame(a: PlannedEdit['span'], b: PlannedEdit['span']): boolean {
  return a.start === b.start && a.end === b.end;
}

async function editAt(
  writer: TextWriter,
  passages: readonly StatementPassage[],
  quotes: readonly Quote[],
  offset: number,
): Promise<PlannedEdit | Refusal> {
  const { library, draft, writing, settings } = writer;
  const { form = settings.form, prefix = '', quotation } = writing;
  if (quotation === undefined && form === 'pandoc') {
    const place = placeForGroup(draft, offset);
    if (place.kind === 'group') return writeIntoGroup(library, draft, place, passages, prefix);
    if (place.kind === 'bracket') return writeIntoBracket(place, passages, prefix);
    return writeInText(writer, passages, quotes, place.offset);
  }
  return writeInText(writer, passages, quotes, placeInText(draft, offset));
}

/** The edits with that for the definitions of new footnotes; `undefined` where these would not be read. */
function withDefinitions(
  { text }: Draft,
  edits: readonly PlannedEdit[],
  footnotes: NewFootnotes,
): readonly PlannedEdit[] | undefined {
  const last = edits.at(-1);
  if (footnotes.count === 0 || last === undefined) return edits;
  const definitions = footnotes.definitions(last.span.end);
  if (definitions === undefined) return undefined;
  // At one place an editor may write either first.
  const touching = edits.findLast(
    ({ span }) => span.start <= definitions.span.start && definitions.span.start <= span.end,
  );
  if (touching === undefined) {
    return [...edits, definitions].sort((a, b) => a.span.start - b.span.start);
  }
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const isFirst = plainText(definitions.written).startsWith('[^');
  const joined: PlannedEdit = {
    ...touching,
    // The cursor stays behind the reference, not behind the note.
    written: [...touching.written, END, ...(isFirst ? [eol + eol] : []), ...definitions.written],
    notes: (touching.notes ?? 0) + (definitions.notes ?? 0),
  };
  return edits.map((edit) => (edit === touching ? joined : edit));
}

function toWriteEdit({ lines }: Draft, { span, written }: PlannedEdit): WriteEdit {
  const snippet = snippetText(written);
  return {
    range: lines.rangeOf(span),
    text: plainText(written),
    ...(snippet === undefined ? {} : { snippet }),
  };
}

function closedAt({ lines }: Draft, offset: number): Refusal {
  const line = String(lines.positionAt(offset).line + 1);
  return {
    refused: l10n.t(
      'In line {0} the cursor is in code, mathematics, front matter, or the target of a link, where nothing can be cited. Put it into the text.',
      line,
    ),
  };
}

function spoils({ lines }: Draft, edits: readonly PlannedEdit[]): Refusal {
  const line = String(lines.positionAt(edits[0]?.span.start ?? 0).line + 1);
  return edits.length > 1
    ? {
        refused: l10n.t(
          'At one of these places a citation would not be read as one, or would break what stands there. Write them one by one.',
        ),
      }
    : {
        refused: l10n.t(
          'In line {0} a citation would not be read as one here, or would break what stands beside it. Put the cursor elsewhere.',
          line,
        ),
      };
}
