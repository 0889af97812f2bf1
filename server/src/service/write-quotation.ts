import * as l10n from '@vscode/l10n';
import type { StatementPassage } from '../core/citation/statement-passage.ts';
import { findWords } from '../core/find-words.ts';
import { formatLocator } from '../core/citation/format-locator.ts';
import { allSections, findPassage } from '../core/passage.ts';
import { quotationMarks, quoted } from '../core/quotation-marks.ts';
import { isHanLike } from '../core/script.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import { escapeMarkdown } from './markdown.ts';
import { plainWords } from './pasted-text.ts';
import type { Refusal } from './refusal.ts';

/** Words that are quoted, with what is cited for them. */
export interface Quote {
  /** As the statement has them. */
  readonly paragraphs: readonly string[];
  readonly cited: readonly StatementPassage[];
}

/**
 * What is quoted of some passages: each of them by itself, for between two that are no neighbours there is a gap, or the
 * words alone, which must stand in one of them just so.
 */
export function quotesOf(
  passages: readonly StatementPassage[],
  words: string | undefined,
): readonly Quote[] | Refusal {
  if (words === undefined) {
    return passages.map((passage) => ({ paragraphs: textsOf(passage), cited: [passage] }));
  }
  const wanted = plainWords(words);
  for (const passage of passages) {
    const paragraphs = wordsIn(passage, wanted);
    if (paragraphs !== undefined) return [{ paragraphs, cited: passages }];
  }
  return { refused: notThere(passages) };
}

function textsOf({ statement, address }: StatementPassage): string[] {
  return (findPassage(statement, address)?.paragraphs ?? []).map(({ text }) => text);
}

/** The words in a passage; those of headings and markers between its paragraphs are passed over. */
function wordsIn(passage: StatementPassage, words: string): readonly string[] | undefined {
  const [plain] = findWords(words, textsOf(passage));
  if (plain !== undefined) return plain.parts;
  const { statement, address } = passage;
  const found = findPassage(statement, address);
  if (found === undefined) return undefined;
  const headings = allSections(statement)
    .map(({ headingSpan: { start, end } }) => ({
      start,
      text: plainWords(statement.source.slice(start, end)),
      isText: false,
    }))
    .filter(({ start }) => start >= found.span.start && start < found.span.end);
  const paragraphs = found.paragraphs.map(({ span, text }) => ({ start: span.start, text, isText: true }));
  const all = [...headings, ...paragraphs].sort((a, b) => a.start - b.start);
  const [place] = findWords(
    words,
    all.map(({ text }) => text),
  );
  const parts = place?.parts.filter((_, i) => all[place.first + i]?.isText === true);
  return parts === undefined || parts.length === 0 ? undefined : parts;
}

function notThere(passages: readonly StatementPassage[]): string {
  const [first] = passages;
  if (first === undefined) return '';
  const { statement, address } = first;
  const title = shortTitle(statement);
  return passages.length > 1 || address === ''
    ? l10n.t('These words do not stand just so in “{0}”. Select them in the statement again.', title)
    : l10n.t(
        'These words do not stand just so in {0} of “{1}”. Select them in the statement again.',
        formatLocator(address, statement),
        title,
      );
}

/** A quotation between marks, in the sentence, as Markdown. */
export function inMarks({ paragraphs }: Quote, language: string): string {
  const joined = paragraphs.reduce((text, next) => text + gapBetween(text, next) + next);
  return escapeWords(quoted(joined, quotationMarks(language)));
}

function gapBetween(text: string, next: string): string {
  const isHan = (character: string): boolean => isHanLike(character.codePointAt(0) ?? 0);
  return isHan(text.at(-1) ?? '') || isHan(next.charAt(0)) ? '' : ' ';
}

/** The paragraphs of a quotation that is a block, as Markdown without the marks of the block. */
export function inBlock({ paragraphs }: Quote): string[] {
  return paragraphs.map((text) => escapeLineStart(escapeWords(text)));
}

/** Every character of a statement that Markdown or Pandoc would take for markup, with a backslash before it. */
function escapeWords(text: string): string {
  return escapeMarkdown(text)
    .replace(/[@^]/g, '\\$&')
    .replace(/[ \t]*[\r\n]+[ \t]*/g, ' ');
}

/** `a) `, `(iv) `, `: `: what begins a list for Pandoc, and for no other. */
function escapeLineStart(text: string): string {
  return text.replace(/^(\(?(?:\p{L}|[ivxlcdm]{2,}|\d+))([.)])(?=\s|$)/iu, '$1\\$2').replace(/^:/, '\\:');
}
