import * as l10n from '@vscode/l10n';
import type { StatementPassage } from '../core/citation/statement-passage.ts';
import { spaceAfter } from './completion-place.ts';
import { draftLanguage } from './draft-language.ts';
import type { Draft } from './draft.ts';
import { footnotesOf, isInFootnote } from './footnotes.ts';
import type { CslMachine } from './format-with-csl.ts';
import type { Library } from './library.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { blockAt } from './write-block.ts';
import {
  inLineCitation,
  linkCitation,
  noteCitation,
  pandocCitation,
  citedOf,
  type Notes,
} from './write-citation.ts';
import type { NewFootnotes } from './write-footnote.ts';
import { END, plainText, type Part, type Written } from './write-parts.ts';
import { inBlock, inMarks, type Quote } from './write-quotation.ts';
import type { Writing, WritingSettings } from './writing.ts';

/** What is written, and into what. */
export interface TextWriter {
  readonly library: Library;
  readonly machine: CslMachine;
  readonly draft: Draft;
  readonly writing: Writing;
  readonly settings: WritingSettings;
  readonly footnotes: NewFootnotes;
}

/** What one place in the text gets, beside its words. */
interface Account {
  readonly added: PlannedEdit['added'][number][];
  notes: number;
  links: number;
}

/** Writes the quotations, or without any the citation of the passages, at an offset that is in no citation. */
export async function writeInText(
  writer: TextWriter,
  passages: readonly StatementPassage[],
  quotes: readonly Quote[],
  offset: number,
): Promise<PlannedEdit | Refusal> {
  const { draft, writing } = writer;
  const { text, lines } = draft;
  const account: Account = { added: [], notes: 0, links: 0 };
  const before = text.slice(lines.lineSpan(lines.positionAt(offset).line).start, offset);
  const cite = (cited: readonly StatementPassage[], words: string, isFirst: boolean) =>
    writer.writing.citation === 'none'
      ? Promise.resolve([])
      : citationAfter(writer, account, cited, {
          words,
          offset,
          prefix: isFirst ? (writing.prefix ?? '') : '',
        });

  if (writing.quotation === 'block') {
    const paragraphs: Written[] = [];
    for (const [i, quote] of quotes.entries()) {
      const own = inBlock(quote);
      const citation = await cite(quote.cited, own.at(-1) ?? '', i === 0);
      if (isRefusal(citation)) return citation;
      paragraphs.push(...own.slice(0, -1).map((each): Written => [each]), [own.at(-1) ?? '', ...citation]);
    }
    const last = paragraphs.pop() ?? [];
    const block = blockAt(draft, offset, [...paragraphs, [...last, END]]);
    return block === undefined ? noRoom(draft, offset) : { ...block, ...account };
  }
  const written: Part[] = [];
  if (quotes.length === 0) {
    const citation = await cite(passages, before, true);
    if (isRefusal(citation)) return citation;
    written.push(...citation);
  }
  let last = before;
  for (const [i, quote] of quotes.entries()) {
    const words = inMarks(quote, languageOf(draft, quote.cited));
    const citation = await cite(quote.cited, words, i === 0);
    if (isRefusal(citation)) return citation;
    written.push(spaceAfter(last), words, ...citation);
    last = words;
  }
  if (quotes.length > 0) written.push(END);
  // `[@a](…)` would be a link; a note is none.
  const isBracket = plainText(written).endsWith(']') && account.notes === 0;
  const wouldLink = isBracket && /^(?:[({]|\[(?!\^))/.test(text.slice(offset, offset + 2));
  return {
    span: { start: offset, end: offset },
    written: wouldLink ? [...written, ' '] : written,
    ...account,
  };
}

/** The language of the draft, else that of the statement. */
function languageOf(draft: Draft, [first]: readonly StatementPassage[]): string {
  return draftLanguage(draft) ?? first?.statement.metadata.language ?? 'en';
}

/** A citation in the form that is asked for, with the space that sets it off from the words before it. */
async function citationAfter(
  writer: TextWriter,
  account: Account,
  passages: readonly StatementPassage[],
  { words, offset, prefix }: { readonly words: string; readonly offset: number; readonly prefix: string },
): Promise<Written | Refusal> {
  const { draft, machine, writing, settings, footnotes } = writer;
  const notes: Notes = { machine, settings: settings.notes, language: languageOf(draft, passages) };
  const form = writing.form ?? settings.form;
  if (form === 'pandoc') {
    const citation = pandocCitation(passages, prefix);
    if (isRefusal(citation)) return citation;
    account.added.push({ at: offset, passages });
    return [spaceBefore(words), ...citation];
  }
  if (form === 'link') {
    account.links += passages.length;
    return [spaceBefore(words), ...linkCitation(passages, prefix, notes.language)];
  }
  const isEmptyNote = isAtStartOfNote(draft, offset);
  if (form === 'footnote' && !isEmptyNote && !isInFootnote(draft, offset)) {
    const note = await footnotes.add(passages, prefix, offset, notes);
    if (isRefusal(note)) return note;
    account.notes++;
    return [note.reference];
  }
  // A note has no notes: there the citation stands in the line, and by itself where it is all that the note says.
  if (isEmptyNote && writing.quotation === undefined) {
    const note = await noteCitation(citedOf(passages, prefix), 'first', notes);
    return isRefusal(note) ? note : [spaceBefore(words), note.text];
  }
  const citation = await inLineCitation(passages, prefix, notes);
  if (isRefusal(citation)) return citation;
  return /^[（^]/.test(plainText(citation)) ? citation : [spaceBefore(words), ...citation];
}

/** Brackets that follow one another would be one link. */
function spaceBefore(words: string): '' | ' ' {
  return words.endsWith(']') ? ' ' : spaceAfter(words);
}

/** True where a note has no words yet before a cursor. */
function isAtStartOfNote(draft: Draft, offset: number): boolean {
  const { text, lines } = draft;
  const before = text.slice(lines.lineSpan(lines.positionAt(offset).line).start, offset);
  const isIn = footnotesOf(draft).inlineNotes.some(({ start, end }) => start < offset && offset < end);
  return /^ {0,3}\[\^[^\s^[\]]+\]:[ \t]*$/.test(before) || (isIn && /\^\[\s*$/.test(before));
}

function noRoom({ lines }: Draft, offset: number): Refusal {
  const line = String(lines.positionAt(offset).line + 1);
  return {
    refused: l10n.t(
      'The table in line {0} has no room for a block. Quote between quotation marks, or put the cursor elsewhere.',
      line,
    ),
  };
}
