import { fold } from '../core/fold.ts';
import { order, type Completion } from './completion-item.ts';
import { citablePassages, citationOf, describePassage } from './completion-passages.ts';
import { spaceAfter, type Around } from './completion-place.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';

/** A cursor behind the words of a quotation: before its closing mark, right after it, or where it is still to be set. */
interface QuotationPlace {
  /** Where the words begin. */
  readonly start: number;
  readonly words: string;
  /** Where the edit begins: with the words, or with those of them that are on the cursor's line. */
  readonly from: number;
  readonly cursor: number;
  /** Where the edit ends: at the cursor, or behind the closing mark that stands there. */
  readonly end: number;
  /** Goes behind what is typed, if it is not there yet. */
  readonly mark: string;
  /** Sets the citation off. */
  readonly space: '' | ' ';
}

/** By the opening mark; the closing one that Pincite writes first. */
const CLOSING: Readonly<Record<string, string>> = {
  ...{ '“': '”', '„': '“”', '‘': '’', '"': '"', '«': '»', '「': '」', '『': '』' },
};
const MARKS = /[“”„‘’"«»「」『』]/gu;
/** Marks that belong into a quotation, between its words and its closing mark. */
const LAST_MARKS = /^[。．.!?！？,，；;…]{0,3}$/u;
/** A citation after a quotation, or a link that is one, after a mark or a space at the most. */
const CITATION = /^[\s。．.,，；;]{0,2}-?(?:@|\[[^\]\n]*(?:@|\]\(pincite:))/u;
/** Fewer say too little of where they come from. */
const LEAST = { han: 4, words: 3 };

export function quotationPlace({ before, line, after, offset }: Around): QuotationPlace | undefined {
  const quotation = quotationIn(before);
  if (quotation === undefined || !isLong(quotation.words)) return undefined;
  const { start, words, closing } = quotation;
  const rest = quotation.isClosed ? 0 : closedAfter(after, closing);
  if (rest === undefined || CITATION.test(after.slice(rest))) return undefined;
  const mark = quotation.isClosed || rest > 0 ? '' : closing.charAt(0);
  const begin = offset - before.length;
  return {
    ...{ start: begin + start, words, mark, cursor: offset, end: offset + rest },
    from: Math.max(begin + start, offset - line.length),
    space: spaceAfter(before + after.slice(0, rest) + mark),
  };
}

/** The citations of the passages in which the words stand just so, to be put after the closing mark. */
export async function completeQuotation(
  library: Library,
  draft: Draft,
  { start, words, from, cursor, end, mark, space }: QuotationPlace,
): Promise<Completion[]> {
  const block = draft.markdown.blocks.findLast((each) => each.start <= cursor);
  if (block === undefined || start < block.start) return [];
  // Without spaces and marks, so that `article 5` in it is no address.
  const phrase = fold(words).text;
  const found = await citablePassages(library, draft, phrase);
  const text = draft.text.slice(from, end);
  return found
    .filter(({ hit }) => fold(hit.text).text.includes(phrase))
    .map((passage, i) => ({
      ...describePassage(passage),
      ...{ filterText: draft.text.slice(from, cursor), sortText: order(i) },
      edit: {
        range: draft.lines.rangeOf({ start: from, end }),
        text: `${text}${mark}${space}[${citationOf(passage)}]`,
      },
    }));
}

interface Quotation {
  /** Of the words, in the text that was read. */
  readonly start: number;
  readonly words: string;
  /** The marks that close it. */
  readonly closing: string;
  /** True if the text ends with one of them. */
  readonly isClosed: boolean;
}

/** The innermost quotation that is open at the end of a text, or that is closed by its last character. */
function quotationIn(text: string): Quotation | undefined {
  const open: { readonly start: number; readonly closing: string }[] = [];
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const last = open.at(-1);
    const closing = CLOSING[mark];
    if (last?.closing.includes(mark) === true) {
      if (index === text.length - 1) return { ...last, words: text.slice(last.start, index), isClosed: true };
      open.pop();
    } else if (closing !== undefined) {
      open.push({ start: index + 1, closing });
    }
  }
  const last = open.at(-1);
  return last && { ...last, words: text.slice(last.start), isClosed: false };
}

/**
 * How long the text up to and with the closing mark is, if no words stand before it; 0 if the quotation is not closed
 * yet. `undefined` if it goes on with other words: what stands before the cursor is a part of it only.
 */
function closedAfter(after: string, closing: string): number | undefined {
  const [next] = after.matchAll(MARKS);
  if (next === undefined || !closing.includes(next[0])) return 0;
  if (LAST_MARKS.test(after.slice(0, next.index))) return next.index + 1;
  // A straight mark may as well open the next quotation.
  return closing === '"' ? 0 : undefined;
}

function isLong(words: string): boolean {
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = words.match(/(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}’'-])+/gu)?.length ?? 0;
  return han >= LEAST.han || others >= LEAST.words;
}
