import { citationAt, type Citation } from '../core/citation/citations.ts';
import { findPinciteLinks } from '../core/citation/links.ts';
import { findTitleMentions } from '../core/citation/title-mention.ts';
import { touches, type Span } from '../core/span.ts';
import { findPassage, type Passage } from '../core/passage.ts';
import type { Problem } from '../core/problem.ts';
import type { Statement } from '../core/statement/model.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';
import { resolveCitation } from './resolve.ts';
import { resolveLink } from './resolve-link.ts';

/** Something in a text that points to passages: a citation, a link, or a title in running text. */
export interface Reference {
  readonly kind: 'citation' | 'link' | 'mention';
  readonly span: Span;
  readonly statement?: Statement;
  readonly passages: readonly Passage[];
  readonly problems: readonly Problem[];
}

/** Every reference of a draft, in the order citations, links, mentions. */
export function referencesIn(library: Library, draft: Draft): Reference[] {
  const citations = draft.citations.map((citation) => toReference(library, citation));
  return [...citations, ...linksOf(library, draft), ...mentionsOf(library, draft)];
}

/** The reference that a cursor touches, the innermost citation first; then links, then titles. */
export function referenceAt(library: Library, draft: Draft, offset: number): Reference | undefined {
  const citation = citationAt(draft.citations, offset);
  if (citation !== undefined) return toReference(library, citation);
  const at = ({ span }: Reference): boolean => touches(span, offset);
  return linksOf(library, draft).find(at) ?? mentionsOf(library, draft).find(at);
}

function toReference(library: Library, citation: Citation): Reference {
  const { statement, passages, problems } = resolveCitation(library, citation);
  return { kind: 'citation', span: citation.span, passages, problems, ...(statement && { statement }) };
}

function linksOf(library: Library, draft: Draft): Reference[] {
  return findPinciteLinks(draft.markdown).flatMap((link) => {
    const resolved = resolveLink(library, draft.uri, link);
    return resolved === undefined ? [] : { kind: 'link' as const, span: link.span, ...resolved };
  });
}

function mentionsOf({ corpus }: Library, draft: Draft): Reference[] {
  const own = corpus.byUri(draft.uri);
  return findTitleMentions(draft.text, corpus.statements()).flatMap(({ span, statement, addresses }) => {
    if (statement === own) return [];
    const asked = addresses.length === 0 ? [''] : addresses;
    const passages = asked
      .map((address) => findPassage(statement, address))
      .filter((each) => each !== undefined);
    return { kind: 'mention' as const, span, statement, passages, problems: [] };
  });
}
