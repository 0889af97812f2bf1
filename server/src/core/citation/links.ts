import { parseAddress } from '../address.ts';
import type { Span } from '../span.ts';
import { normaliseLabel } from './link-definition.ts';
import { parseMarkdown, type MarkdownDocument } from './markdown-document.ts';
import { scanDocument } from './markdown-scan.ts';

/** A link that names a statement by key (`pincite:key#4.3`) or by file (`../x.statement.md#4.3`). */
export interface PinciteLink {
  /** The whole link, `[text](target)`; for a bare target the target alone. */
  readonly span: Span;
  /** Absent for a link to a file. */
  readonly key?: string;
  /** As the link has it, percent signs decoded, without the fragment; absent for a link by key. */
  readonly path?: string;
  /** Canonical; absent if the link names the whole statement, or something that is no address. */
  readonly address?: string;
  /** What stands after `#`, percent signs decoded; empty if nothing does. */
  readonly fragment: string;
  readonly targetSpan: Span;
}

/**
 * Finds the links to statements in a Markdown text, in document order: inline links and images, references with
 * their definitions, autolinks, and a bare `pincite:` in running text. Links with a scheme other than `pincite:` are
 * none, nor are links to files that are not `*.statement.md`.
 */
export function findPinciteLinks(markdown: string | MarkdownDocument): PinciteLink[] {
  if (typeof markdown === 'string' && !/pincite:|\.statement\.md/i.test(markdown)) return [];
  const document = typeof markdown === 'string' ? parseMarkdown(markdown) : markdown;
  const found: PinciteLink[] = [];
  const add = (target: string, span: Span, targetSpan: Span): void => {
    const named = readTarget(target);
    if (named !== undefined) found.push({ span, ...named, targetSpan });
  };
  for (const definition of document.definitions.values())
    add(unangled(definition.target), definition.span, definition.targetSpan);
  for (const { block, scan } of scanDocument(document)) {
    const inDocument = ({ start, end }: Span): Span => ({
      start: start + block.start,
      end: end + block.start,
    });
    for (const { kind, span, target } of scan.links) {
      const text = block.text.slice(target.start, target.end);
      if (kind !== 'reference') {
        add(text, inDocument(span), inDocument(target));
        continue;
      }
      const definition = document.definitions.get(normaliseLabel(text));
      if (definition !== undefined) add(unangled(definition.target), inDocument(span), definition.targetSpan);
    }
    const taken = [
      ...scan.hidden,
      ...scan.links.filter(({ kind }) => kind === 'source').map(({ target }) => target),
    ];
    for (const span of bareLinks(block.text, taken)) {
      add(block.text.slice(span.start, span.end), inDocument(span), inDocument(span));
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

const BARE =
  /(?<![A-Za-z0-9])pincite:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:#\d{1,6}(?:\.\d{1,6})*(?:-\d{1,6}(?:\.\d{1,6})*)?)?/g;

/** Bare links outside of code and of the targets that are read already; both lists are in order. */
function bareLinks(text: string, taken: readonly Span[]): Span[] {
  if (!text.includes('pincite:')) return [];
  const ordered = [...taken].sort((a, b) => a.start - b.start);
  let next = 0;
  return [...text.matchAll(BARE)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    while ((ordered[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
    const over = ordered[next];
    return over !== undefined && over.start <= span.start ? [] : [span];
  });
}

function readTarget(target: string): Omit<PinciteLink, 'span' | 'targetSpan'> | undefined {
  if (target.length > 4000) return undefined;
  const hash = target.indexOf('#');
  const place = hash < 0 ? target : target.slice(0, hash);
  const fragment = hash < 0 ? '' : decode(target.slice(hash + 1));
  const rest = { fragment, ...(parseAddress(fragment) === undefined ? {} : { address: fragment }) };
  if (/^pincite:/i.test(place)) {
    const key = decode(place.slice('pincite:'.length));
    return key === '' ? undefined : { key, ...rest };
  }
  const isFile = /\.statement\.md$/i.test(place) && !/^[a-z][a-z0-9+.-]*:/i.test(place);
  return isFile ? { path: decode(place), ...rest } : undefined;
}

function unangled(target: string): string {
  return /^<(.*)>$/.exec(target)?.[1] ?? target;
}

/** The text without percent signs; as it is if they encode nothing. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
