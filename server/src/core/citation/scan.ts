import type { Span } from '../span.ts';
import { readSuffix } from './citation-suffix.ts';
import type { Citation } from './citation.ts';
import type { ScannedGroup, ScannedItem } from './inline/scanned-group.ts';
import type { InlineBlock } from './inline-block.ts';

/** The citations of one group, with offsets in the document. `@*`, which stands for every source, is none. */
export function toCitations(group: ScannedGroup, block: InlineBlock, source: string): Citation[] {
  return group.items.flatMap((item, index) => {
    const key = block.text.slice(item.key.keyStart, item.key.keyEnd);
    return key.startsWith('*') ? [] : [toCitation(group, item, index, block, source)];
  });
}

function toCitation(
  { span, items, isTextual }: ScannedGroup,
  item: ScannedItem,
  index: number,
  { start: offset, text }: InlineBlock,
  source: string,
): Citation {
  const inDocument = ({ start, end }: Span): Span => ({ start: start + offset, end: end + offset });
  const slice = ({ start, end }: Span): string => source.slice(start + offset, end + offset);
  const ownsBracket = isTextual && index === 0;
  const { locator, locatorSpan, rest } = readSuffix(text, item.suffix, ownsBracket);
  const { key } = item;
  const at = text.charAt(key.keyStart - 1) === '{' ? key.keyStart - 1 : key.keyStart;
  const itemSpan =
    items.length === 1
      ? span
      : trim(text, { start: ownsBracket ? key.start : item.prefix.start, end: item.suffix.end });
  return {
    span: inDocument(itemSpan),
    key: slice({ start: key.keyStart, end: key.keyEnd }),
    keySpan: inDocument({ start: key.keyStart, end: key.keyEnd }),
    atSpan: inDocument({ start: key.start, end: at }),
    prefix: slice(item.prefix).trim(),
    suffix: slice(rest),
    suppressAuthor: key.suppressAuthor,
    form: ownsBracket ? 'textual' : 'bracketed',
    group: inDocument(span),
    indexInGroup: index,
    groupSize: items.length,
    ...(locator === undefined ? {} : { locator: { ...locator, span: inDocument(locator.span) } }),
    ...(locatorSpan === undefined ? {} : { locatorSpan: inDocument(locatorSpan) }),
    locatorText: locatorSpan === undefined ? '' : slice(locatorSpan),
  };
}

function trim(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
