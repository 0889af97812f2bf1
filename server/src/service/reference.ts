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
  return [...citationsOf(library, draft), ...linksOf(library, draft), ...mentionsOf(library, draft)];
}

/** The reference that a cursor touches; citations come before links, links before titles. */
export function referenceAt(library: Library, draft: Draft, offset: number): Reference | undefined {
  const at = ({ span }: Reference): boolean => touches(span, offset);
  return (
    citationsOf(library, draft, offset).find(at) ??
    linksOf(library, draft).find(at) ??
    mentionsOf(library, draft).find(at)
  );
}

function citationsOf(library: Library, draft: Draft, offset?: number): Reference[] {
  const wanted = draft.citations().filter(({ span }) => offset === undefined || touches(span, offset));
  return wanted.map((citation) => {
    const { statement, passages, problems } = resolveCitation(library, citation);
    return { kind: 'citation', span: citation.span, passages, problems, ...(statement && { statement }) };
  });
}

function linksOf(library: Library, draft: Draft): Reference[] {
  return findPinciteLinks(draft.text).flatMap((link) => {
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
