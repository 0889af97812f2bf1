import { createStreamBuilder } from '../collation/char-stream.ts';
import { comparedText, type ComparedText } from './compared-text.ts';

/** The words of a quotation as they are compared. */
export interface QuotedWords {
  /** In the order of the quotation; never empty. */
  readonly pieces: readonly QuotedPiece[];
}

/** A stretch of a quotation that is to stand in the source as it is. */
export interface QuotedPiece {
  readonly text: ComparedText;
  /**
   * What stands before it: nothing, a sign that words are left out, or words of the writer in brackets, which may
   * stand in place of a few of the source.
   */
  readonly before: 'nothing' | 'ellipsis' | 'insertion';
}

/** Left out by the writer: …… ... […] （略）; said by the writer: [sic] ［原文如此］; put in by the writer: [the parties]. */
const SIGNS =
  /(?<ellipsis>[[［(（]?\s*(?:…+|⋯+|\.{3,}|\. \. \.(?: \.)?|。{3,})\s*[\]］)）]?|[（(［[]\s*(?:中?略|下略|上略|omitted)\s*[）)\]］])|(?<remark>[[［(（]\s*(?:sic|原文如此|原文)\s*[!！]?\s*[\]］)）])|(?<insertion>[[［][^[\]［］\n]{1,80}[\]］])/giu;

/** Marks at the ends that belong to the writer's sentence as much as to the source's. */
const EDGES = /[\s。．.，,；;：:！!？?、…]/u;

/**
 * Reads the words of a quotation between two offsets of a text. `isMarkup` says which offsets hold no words: signs of
 * emphasis, citations, marks of footnotes. `undefined` if there are no words.
 */
export function readQuotedWords(
  source: string,
  start: number,
  end: number,
  isMarkup: (offset: number) => boolean = () => false,
): QuotedWords | undefined {
  const pieces: QuotedPiece[] = [];
  let before: QuotedPiece['before'] = 'nothing';
  const add = (from: number, to: number): void => {
    let [first, last] = [from, to];
    while (first < last && (EDGES.test(source.charAt(first)) || isMarkup(first))) first++;
    while (last > first && (EDGES.test(source.charAt(last - 1)) || isMarkup(last - 1))) last--;
    const builder = createStreamBuilder();
    builder.add(source, first, last, 0, isMarkup);
    const text = comparedText(builder.build());
    if (text.codes.length === 0) return;
    pieces.push({ text, before: pieces.length === 0 ? 'nothing' : before });
    before = 'nothing';
  };
  let at = start;
  for (const { 0: sign, index, groups } of source.slice(start, end).matchAll(SIGNS)) {
    const from = start + index;
    if (isMarkup(from) || groups?.['remark'] !== undefined) {
      if (groups?.['remark'] === undefined) continue;
    }
    add(at, from);
    if (groups?.['ellipsis'] !== undefined) before = 'ellipsis';
    else if (before === 'nothing') before = 'insertion';
    at = from + sign.length;
  }
  add(at, end);
  return pieces.length === 0 ? undefined : { pieces };
}

/** How much a quotation says: Han characters, or letters of other scripts by the word. */
export function measure({ pieces }: QuotedWords): { readonly characters: number; readonly han: number } {
  let [characters, han] = [0, 0];
  for (const { text } of pieces) {
    characters += text.codes.length;
    for (const code of text.codes) if (code >= 0x3400 && code !== 0xff0c) han++;
  }
  return { characters, han };
}
