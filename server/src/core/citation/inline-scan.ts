import type { Span } from '../span.ts';
import { attributesEnd, BracketTails, type LinkSource } from './bracket-tail.ts';
import {
  readTokens,
  type EmphasisToken,
  type KeyToken,
  type QuoteToken,
  type Token,
} from './inline-token.ts';
import { normaliseLabel } from './link-definition.ts';
import type { InlineBlock } from './inline-block.ts';

/** One citation as its parts stand in a block. */
export interface ScannedItem {
  readonly key: KeyToken;
  readonly prefix: Span;
  readonly suffix: Span;
}

/** Citations that one bracket holds, or the one in running text with those in its bracket. */
export interface ScannedGroup {
  readonly span: Span;
  readonly isTextual: boolean;
  /** Never empty. */
  readonly items: readonly ScannedItem[];
}

export interface ScannedLink {
  readonly span: Span;
  readonly kind: 'source' | 'reference' | 'autolink';
  /** The target; of a reference the label. */
  readonly target: Span;
}

/** What one inline text holds. Offsets count from the start of its block. */
export interface InlineScan {
  readonly groups: readonly ScannedGroup[];
  readonly links: readonly ScannedLink[];
  readonly hidden: readonly Span[];
}

/** A paragraph beyond this is no prose; like a statement of such lines it is not read. */
export const LONGEST_BLOCK = 1_000_000;

/**
 * Finds the citations and links of one inline text as Pandoc's Markdown reader does (`cite`, `link`): from the
 * outermost bracket inwards, each bracket being a citation if every part between semicolons has a key and nothing
 * follows that makes it a link or a span. `labels` are those that a bracket alone links to.
 */
export function scanInline(block: InlineBlock, labels: ReadonlySet<string>): InlineScan {
  if (block.text.length > LONGEST_BLOCK) return { groups: [], links: [], hidden: [] };
  const { text } = block;
  const tokens = readTokens(block);
  const tails = new BracketTails(text);
  const groups: ScannedGroup[] = [];
  const links: ScannedLink[] = [];
  /** Ranges of tokens still to be read, so that brackets may nest without bound. */
  const work: Span[] = [{ start: 0, end: tokens.length }];

  const readRange = (range: Span): void => {
    let index = range.start;
    const limit = tokens[range.end]?.start ?? text.length;
    const emphasis = new OpenEmphasis();
    while (index < range.end) {
      const token = tokens[index];
      if (token === undefined) return;
      if (token.kind === 'open' && token.match >= 0 && token.match < range.end) {
        index = readBracket(index, token, limit);
      } else if (token.kind === 'key' && !emphasis.endsAt(token.start)) {
        index = readTextual(index, token, range.end, limit);
      } else {
        if (token.kind === 'emphasis') emphasis.pass(token);
        if (token.kind === 'hidden' && token.isAutolink) {
          links.push({
            span: token,
            kind: 'autolink',
            target: { start: token.start + 1, end: token.end - 1 },
          });
        }
        index++;
      }
    }
  };

  /** Where a bracket starts that was read as the label of the one before it. */
  let aloneAt = -1;

  /** Reads a bracket as citation, note, link or text, and gives the index after it. */
  const readBracket = (index: number, opening: Token & { kind: 'open' }, limit: number): number => {
    const inner = { start: index + 1, end: opening.match };
    const close = tokens[opening.match]?.end ?? opening.end;
    const span = { start: opening.start, end: close };
    // `^[note]` holds running text; with a target, a label or attributes it is a bracket like any other.
    if (opening.lead === '^' && !'([{'.includes(text.charAt(close) || ' ')) {
      work.push(inner);
      return opening.match + 1;
    }
    const source = opening.start === aloneAt ? undefined : tails.source(close, limit);
    const next = referenceAfter(opening.match, limit);
    // `![@key]` that is no image is an exclamation mark and a citation; the second bracket of `[x][@key]` stands alone.
    const isNoImage =
      opening.lead === '!' && source === undefined && (next === undefined || !hasLabel(shrink(next)));
    const isAlone = isNoImage || opening.start === aloneAt;
    if (isNoImage && next !== undefined) aloneAt = next.start;
    const reference = isAlone ? undefined : next;
    const isSpan = !isAlone && attributesEnd(text, close) >= 0;
    if (source === undefined && !isSpan && reference === undefined) {
      const items = readItems(inner, { start: opening.end, end: close - 1 });
      if (items !== undefined) {
        emit({ span, isTextual: false, items }, inner);
        return opening.match + 1;
      }
    }
    work.push(inner);
    noteLink(opening, span, source, reference);
    if (source !== undefined) return indexAfter(opening.match + 1, source.end);
    if (reference !== undefined && hasLabel(shrink(reference)))
      return indexAfter(opening.match + 1, reference.end);
    if (reference !== undefined) aloneAt = reference.start;
    return opening.match + 1;
  };

  const noteLink = (
    opening: Token & { kind: 'open' },
    span: Span,
    source: LinkSource | undefined,
    reference: Span | undefined,
  ): void => {
    const start = opening.lead === '!' ? span.start - 1 : span.start;
    if (source !== undefined) {
      links.push({ span: { start, end: source.end }, kind: 'source', target: source.target });
      return;
    }
    const own = { start: opening.end, end: span.end - 1 };
    // `[text][label]`; `[label][]` and `[label]` are their own label.
    const label = reference === undefined || reference.end - reference.start <= 2 ? own : shrink(reference);
    if (!hasLabel(label)) return;
    links.push({ span: { start, end: reference?.end ?? span.end }, kind: 'reference', target: label });
  };

  const hasLabel = ({ start, end }: Span): boolean =>
    end - start < 1000 && labels.has(normaliseLabel(text.slice(start, end)));

  /** The `[label]` that follows a bracket directly. */
  const referenceAfter = (close: number, limit: number): Span | undefined => {
    const next = tokens[close + 1];
    if (next?.kind !== 'open' || next.start !== tokens[close]?.end || next.match < 0) return undefined;
    const end = tokens[next.match]?.end ?? next.end;
    return end <= limit ? { start: next.start, end } : undefined;
  };

  const indexAfter = (from: number, offset: number): number => {
    let index = from;
    while ((tokens[index]?.start ?? offset) < offset) index++;
    return index;
  };

  /** Reads a key in running text, with the bracket after it if that holds its locator; gives the index after both. */
  const readTextual = (index: number, key: KeyToken, rangeEnd: number, limit: number): number => {
    const bracket = tokens[index + 1];
    const alone: ScannedItem = { key, prefix: emptyAt(key.start), suffix: emptyAt(key.end) };
    const isNext =
      bracket?.kind === 'open' && bracket.lead === '' && bracket.start === skipBreak(text, key.end);
    if (isNext && bracket.match >= 0 && bracket.match < rangeEnd) {
      const inner = { start: index + 2, end: bracket.match };
      const words = { start: bracket.end, end: tokens[bracket.match]?.start ?? bracket.end };
      if (!isTaken(bracket.match, words, limit) && readItems(inner, words) === undefined) {
        const items = readBareLocator(key, inner, words);
        if (items !== undefined) {
          emit({ span: { start: key.start, end: words.end + 1 }, isTextual: true, items }, inner);
          return bracket.match + 1;
        }
      }
    }
    groups.push({ span: { start: key.start, end: key.end }, isTextual: true, items: [alone] });
    return index + 1;
  };

  /** True if a bracket is a link or a span, and so no locator. */
  const isTaken = (close: number, words: Span, limit: number): boolean =>
    text.charAt(words.start) === '^' ||
    '([{'.includes(text.charAt(words.end + 1) || ' ') ||
    referenceAfter(close, limit) !== undefined ||
    hasLabel(words);

  /** `[p. 3]` or `[p. 3; @b]` after a key in running text (Pandoc's `bareloc`). */
  const readBareLocator = (key: KeyToken, inner: Span, words: Span): ScannedItem[] | undefined => {
    const end = skipTo('semicolon', inner);
    if (end === undefined) return undefined;
    const semicolon = end < inner.end ? tokens[end] : undefined;
    const suffix = { start: words.start, end: semicolon?.start ?? words.end };
    const first: ScannedItem = { key, prefix: emptyAt(key.start), suffix };
    if (semicolon === undefined) return [first];
    const others = readItems({ start: end + 1, end: inner.end }, { start: semicolon.end, end: words.end });
    return others === undefined ? undefined : [first, ...others];
  };

  /** Reads `prefix @key suffix; …` (Pandoc's `citeList`). `undefined` if a part has no key. */
  const readItems = (range: Span, words: Span): ScannedItem[] | undefined => {
    const items: ScannedItem[] = [];
    let index = range.start;
    let start = words.start;
    for (;;) {
      const at = skipTo('key', { start: index, end: range.end });
      const key = at === undefined ? undefined : tokens[at];
      if (at === undefined || at >= range.end || key?.kind !== 'key') return undefined;
      const end = skipTo('semicolon', { start: at + 1, end: range.end });
      if (end === undefined) return undefined;
      const semicolon = end < range.end ? tokens[end] : undefined;
      items.push({
        key,
        prefix: { start, end: key.start },
        suffix: { start: key.end, end: semicolon?.start ?? words.end },
      });
      if (semicolon === undefined) return items;
      index = end + 1;
      start = semicolon.end;
    }
  };

  /**
   * The index of the next token of a kind that stands in no bracket, quotation or emphasis of its own; the range's end
   * if there is none. `undefined` if emphasis is opened and never closed, for then it takes the closing bracket
   * with it; looking for a key also stops at a semicolon.
   */
  const skipTo = (kind: 'key' | 'semicolon', range: Span): number | undefined => {
    let index = range.start;
    let emphasisEnd = -1;
    while (index < range.end) {
      const token = tokens[index];
      if (token === undefined) return range.end;
      if (token.kind === 'semicolon') return index;
      if (token.kind === 'key' && kind === 'key' && token.start !== emphasisEnd) return index;
      if (token.kind === 'open' && token.match > index && token.match < range.end) {
        const close = tokens[token.match]?.end ?? token.end;
        const limit = tokens[range.end]?.start ?? text.length;
        index = indexAfter(token.match + 1, tails.source(close, limit)?.end ?? close);
      } else if (token.kind === 'emphasis' && token.canOpen) {
        const close = closingOf(index, range.end, token);
        if (close === undefined) return undefined;
        emphasisEnd = tokens[close]?.end ?? -1;
        index = close + 1;
      } else if (token.kind === 'quote' && token.canOpen) {
        index = (closingOf(index, range.end, token) ?? index) + 1;
      } else {
        index++;
      }
    }
    return range.end;
  };

  /** Signs that are known not to be closed from some index on, by the index where their range ends. */
  const unclosed = new Map<string, number>();

  const closingOf = (
    from: number,
    end: number,
    { sign, kind, start, end: signEnd }: QuoteToken | EmphasisToken,
  ): number | undefined => {
    const width = signEnd - start;
    const name = `${sign}${String(width)} ${String(end)}`;
    if (unclosed.has(name)) return undefined;
    let index = from + 1;
    while (index < end) {
      const token = tokens[index];
      if (token?.kind === 'open' && token.match > index) {
        index = Math.min(token.match + 1, end);
        continue;
      }
      const isSign = token?.kind === kind && token.sign === sign && token.canClose;
      if (isSign && closes(width, token.end - token.start)) return index;
      index++;
    }
    unclosed.set(name, from);
    return undefined;
  };

  /** Adds a group, and looks for others inside its words. */
  const emit = (group: ScannedGroup, inner: Span): void => {
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
  const hidden = tokens.filter((token) => token.kind === 'hidden');
  return { groups, links, hidden };
}

/** A single sign is closed by a single one, or by the rest of three; two and three by at least as many. */
function closes(width: number, closing: number): boolean {
  return width === 1 ? closing !== 2 : closing >= width;
}

/** Emphasis in running text, only to know where it ends: right after it, as after a word, no key can stand. */
class OpenEmphasis {
  readonly #open: EmphasisToken[] = [];
  #end = -1;

  pass(token: EmphasisToken): void {
    const width = token.end - token.start;
    const at = token.canClose
      ? this.#open.findLastIndex(({ sign, start, end }) => sign === token.sign && closes(end - start, width))
      : -1;
    if (at >= 0) {
      this.#open.length = at;
      this.#end = token.end;
    } else if (token.canOpen) {
      if (this.#open.length >= DEEPEST_EMPHASIS) this.#open.shift();
      this.#open.push(token);
    }
  }

  endsAt(offset: number): boolean {
    return this.#end === offset;
  }
}

const DEEPEST_EMPHASIS = 20;

/** Where the text goes on after spaces and at most one line break (Pandoc's `spnl`). */
function skipBreak(text: string, start: number): number {
  let at = start;
  let breaks = 0;
  while (/[ \t\n]/.test(text.charAt(at))) {
    if (text.charAt(at) === '\n' && ++breaks > 1) return start;
    at++;
  }
  return at;
}

function emptyAt(offset: number): Span {
  return { start: offset, end: offset };
}

function shrink({ start, end }: Span): Span {
  return { start: start + 1, end: end - 1 };
}
