import type { Span } from '../../span.ts';
import type { InlineBlock } from '../inline-block.ts';
import { attributesEnd } from './bracket-tail.ts';
import { CiteLists } from './cite-list.ts';
import { OpenEmphasis } from './emphasis.ts';
import { InlineTokens, type TokenRange } from './inline-tokens.ts';
import type { ScannedGroup } from './scanned-group.ts';
import { autolink, bracketLink, wordsOf, type ScannedLink } from './scanned-link.ts';
import { readTextual } from './textual-citation.ts';
import type { OpenToken } from './token.ts';

/** What one inline text holds. Offsets count from the start of its block. */
export interface InlineScan {
  readonly groups: readonly ScannedGroup[];
  readonly links: readonly ScannedLink[];
  readonly hidden: readonly Span[];
  /** Notes in the line, `^[…]`: the whole of each. */
  readonly notes: readonly Span[];
  /** Runs of `*` and `_` that may mark emphasis. */
  readonly emphasis: readonly Span[];
}

/** A paragraph beyond this is no prose; like a statement of such lines it is not read. */
const LONGEST_BLOCK = 1_000_000;

/**
 * Finds the citations and links of one inline text as Pandoc's Markdown reader does (`cite`, `link`): from the
 * outermost bracket inwards, each bracket being a citation if every part between semicolons has a key and nothing
 * follows that makes it a link or a span. `labels` are those that a bracket alone links to.
 */
export function scanInline(block: InlineBlock, labels: ReadonlySet<string>): InlineScan {
  if (block.text.length > LONGEST_BLOCK)
    return { groups: [], links: [], hidden: [], notes: [], emphasis: [] };
  const { text } = block;
  const tokens = new InlineTokens(block, labels);
  const lists = new CiteLists(tokens);
  const groups: ScannedGroup[] = [];
  const links: ScannedLink[] = [];
  const notes: Span[] = [];
  /** What is still to be read, so that brackets may nest without bound. */
  const work: TokenRange[] = [{ start: 0, end: tokens.all.length }];

  const readRange = (range: TokenRange): void => {
    let index = range.start;
    const limit = tokens.limitOf(range);
    const emphasis = new OpenEmphasis();
    while (index < range.end) {
      const token = tokens.all[index];
      if (token === undefined) return;
      if (token.kind === 'open' && token.match >= 0 && token.match < range.end) {
        index = readBracket(index, token, limit);
      } else if (token.kind === 'key' && !emphasis.endsAt(token.start)) {
        const { group, inner, next } = readTextual(token, range, tokens, lists);
        emit(group, inner);
        index = next;
      } else {
        if (token.kind === 'emphasis') emphasis.pass(token);
        if (token.kind === 'hidden' && token.isAutolink) links.push(autolink(token));
        index++;
      }
    }
  };

  /** Where a bracket starts that was read as the label of the one before it. */
  let aloneAt = -1;

  /** Reads a bracket as citation, note, link or text, and gives the index after it. */
  const readBracket = (index: number, opening: OpenToken, limit: number): number => {
    const inner = { start: index + 1, end: opening.match };
    const close = tokens.all[opening.match]?.end ?? opening.end;
    const after = opening.match + 1;
    // `^[note]` holds running text; with a target, a label or attributes it is a bracket like any other.
    if (opening.lead === '^' && !'([{'.includes(text.charAt(close) || ' ')) {
      notes.push({ start: opening.start - 1, end: close });
      work.push(inner);
      return after;
    }
    const source = opening.start === aloneAt ? undefined : tokens.tails.source(close, limit);
    const next = tokens.referenceAfter(opening.match, limit);
    // `![@key]` that is no image is an exclamation mark and a citation; the second bracket of `[x][@key]` stands alone.
    const isNoImage =
      opening.lead === '!' && source === undefined && (next === undefined || !tokens.isLabel(wordsOf(next)));
    const isAlone = isNoImage || opening.start === aloneAt;
    if (isNoImage && next !== undefined) aloneAt = next.start;
    const reference = isAlone ? undefined : next;
    const isSpan = !isAlone && attributesEnd(text, close) >= 0;
    if (source === undefined && !isSpan && reference === undefined) {
      const items = lists.items(inner, { start: opening.end, end: close - 1 });
      if (items !== undefined) {
        emit({ span: { start: opening.start, end: close }, isTextual: false, items }, inner);
        return after;
      }
    }
    work.push(inner);
    const link = bracketLink(opening, close, source, reference, tokens);
    if (link !== undefined) links.push(link);
    if (source !== undefined) return tokens.indexAt(after, source.end);
    if (reference === undefined) return after;
    if (tokens.isLabel(wordsOf(reference))) return tokens.indexAt(after, reference.end);
    aloneAt = reference.start;
    return after;
  };

  /** Adds a group, and looks for others inside its words. */
  const emit = (group: ScannedGroup, inner: TokenRange): void => {
    groups.push(group);
    let start = inner.start;
    for (const { key } of group.items) {
      // The key of a textual citation stands before its bracket.
      if (key.index < inner.start) continue;
      if (key.index > start) work.push({ start, end: key.index });
      start = key.index + 1;
    }
    if (inner.end > start) work.push({ start, end: inner.end });
  };

  for (let range = work.pop(); range !== undefined; range = work.pop()) readRange(range);
  const hidden = tokens.all.filter((token) => token.kind === 'hidden');
  const emphasis = tokens.all.filter(
    (token) => token.kind === 'emphasis' && (token.canOpen || token.canClose),
  );
  return { groups, links, hidden, notes, emphasis };
}
