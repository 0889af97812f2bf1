import { parseAddress } from '../core/address.ts';
import type { PinciteLink } from '../core/citation/links.ts';
import { parseLocator } from '../core/citation/locator.ts';
import { resolveLocator } from '../core/citation/resolve-locator.ts';
import { findPassage, type Passage } from '../core/passage.ts';
import type { Problem } from '../core/problem.ts';
import type { Span } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import { joinUri } from './join-uri.ts';
import type { Library } from './library.ts';
import { missingPassage } from './missing-passage.ts';

interface ResolvedLink {
  readonly statement?: Statement;
  readonly passages: readonly Passage[];
  readonly problems: readonly Problem[];
}

/**
 * What a `pincite:key#4.3` link, or a link to a statement file with an address as fragment, points to. `undefined`
 * for a link to a file that is no statement: such a link is none of ours.
 */
export function resolveLink(
  { corpus, titles }: Library,
  from: string,
  link: PinciteLink,
): ResolvedLink | undefined {
  const { key, path, address = '', fragment, targetSpan: span } = link;
  const statement = key === undefined ? corpus.byUri(joinUri(from, path ?? '')) : corpus.byKey(key);
  if (statement === undefined) {
    if (key === undefined) return undefined;
    const nearest = titles.nearestKey(key);
    const values = { key, ...(nearest === undefined ? {} : { nearest }) };
    return { passages: [], problems: [{ code: 'unknown-key', severity: 'warning', span, values }] };
  }
  // A fragment of a link to a file may be an anchor of Markdown: the file itself is meant then.
  const asked = key === undefined ? address : fragment;
  const passage = findPassage(statement, asked);
  if (passage !== undefined) return { statement, passages: [passage], problems: [] };
  return { statement, passages: [], problems: [refusal(statement, asked, span)] };
}

function refusal(statement: Statement, asked: string, span: Span): Problem {
  const locator = parseLocator(asked);
  if (parseAddress(asked) === undefined || locator === undefined) {
    return { code: 'locator-not-understood', severity: 'warning', span, values: { locator: asked } };
  }
  return missingPassage(statement, asked, resolveLocator(locator, statement).missing[0]?.nearest, span);
}
