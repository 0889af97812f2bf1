import { cites } from '../core/citation/compose-reading.ts';
import { findCitations, type Citation } from '../core/citation/citations.ts';
import { formatCitation } from '../core/citation/format-citation.ts';
import { scanDocument } from '../core/citation/markdown-scan.ts';
import type { Cited } from '../core/format/cited.ts';
import { isChinese } from '../core/script.ts';
import type { Span } from '../core/span.ts';
import { citedIn } from './change-form-cited.ts';
import type { Use } from './change-form-use.ts';
import type { Draft } from './draft.ts';
import { footnotesOf, isInFootnote } from './footnotes.ts';
import type { Library } from './library.ts';

/** The groups of a draft that cite known statements alone, and nothing else that is a citation, a note or a link. */
export function pandocUses(library: Library, draft: Draft): Use[] {
  const groups = new Map<string, Citation[]>();
  for (const citation of draft.citations) {
    const { start, end } = citation.group;
    const name = `${String(start)} ${String(end)}`;
    groups.set(name, [...(groups.get(name) ?? []), citation]);
  }
  const others = otherSpans(draft, [...groups.values()]);
  return [...groups.values()].flatMap((items): Use[] => {
    const [first] = items;
    if (first === undefined || items.length < first.groupSize) return [];
    if (others.some((other) => overlaps(other, first.group))) return [];
    const cited = items.map((item) => citedIn(library, item));
    if (cited.some((each) => each === undefined)) return [];
    return [
      {
        form: 'pandoc',
        span: first.group,
        cited: cited.flatMap((each) => each ?? []),
        isTextual: first.form === 'textual',
        isInFootnote: isInFootnote(draft, first.group.start),
      },
    ];
  });
}

/** What a group must not hold or stand in: groups within one another, the words of links, and notes. */
function otherSpans(draft: Draft, groups: readonly (readonly Citation[])[]): Span[] {
  const links = scanDocument(draft.markdown).flatMap(({ block, scan }) =>
    scan.links.map(({ span }) => ({ start: span.start + block.start, end: span.end + block.start })),
  );
  const spans = groups.flatMap(([first]) => first?.group ?? []).sort((a, b) => a.start - b.start);
  const nested: Span[] = [];
  let outer: Span | undefined;
  for (const span of spans) {
    if (outer !== undefined && span.start < outer.end) nested.push(span, outer);
    else outer = span;
  }
  return [...links, ...nested, ...footnotesOf(draft).references.map(({ span }) => span)];
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * Citations in Pandoc's form: `[见 @a，第3段; @b，第4段，强调为笔者所加]`, or `@a [，第3段; @b]` in the sentence. `undefined` if
 * Pandoc would not read just this.
 */
export function pandocText(cited: readonly Cited[], isTextual: boolean): string | undefined {
  const items = cited.map(itemText);
  const [first, ...others] = items;
  if (first === undefined) return undefined;
  if (!isTextual) {
    const text = `[${items.join('; ')}]`;
    return readsAs(text, cited) ? text : undefined;
  }
  const [head] = cited;
  if (head === undefined || (head.prefix ?? '') !== '') return undefined;
  // Without its full-width comma Pandoc would take a Chinese locator for a page.
  const behind = first.slice(`@${head.statement.key}`.length).replace(/^,\s*/u, '');
  const inside = [behind, ...others].join('; ');
  const text = `@${head.statement.key}${inside === '' ? '' : ` [${inside}]`}`;
  return behind === '' && others.length > 0 ? undefined : readsAs(text, cited) ? text : undefined;
}

function itemText({ statement, address, locatorText = '', prefix = '', suffix = '' }: Cited): string {
  const comma = isChinese(statement.metadata.language) ? '，' : ', ';
  const body = formatCitation(statement, locatorText === '' ? address : '').slice(1, -1);
  const locator = locatorText === '' ? '' : comma + locatorText;
  const mark = suffix === '' || /^[\s,，;；:：、.。)）]/u.test(suffix) ? '' : comma;
  return `${prefix === '' ? '' : `${prefix} `}${body}${locator}${mark}${suffix}`;
}

function readsAs(text: string, cited: readonly Cited[]): boolean {
  const citations = findCitations(text);
  return (
    citations.length === cited.length &&
    cited.every((each, i) => {
      const citation = citations[i];
      if (citation?.group.start !== 0 || citation.group.end !== text.length) return false;
      return saysPlace(citation, each) && citation.prefix === (each.prefix ?? '');
    })
  );
}

/** True if a citation in Pandoc's form names the same place. Without a locator, what stands behind the key is read in its place. */
export function saysPlace(citation: Citation, cited: Cited): boolean {
  const { statement, address, locatorText = '', suffix = '' } = cited;
  return address === '' && locatorText + suffix !== ''
    ? citation.key === statement.key && citation.locator === undefined
    : cites(citation, cited);
}
