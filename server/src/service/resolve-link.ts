import type { PinciteLink } from '../core/citation/links.ts';
import { findPassage, type Passage } from '../core/passage.ts';
import type { Problem } from '../core/problem.ts';
import type { Statement } from '../core/statement/model.ts';
import type { Library } from './library.ts';

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
  const { key, path, address = '', targetSpan: span } = link;
  const statement = key === undefined ? corpus.byUri(join(from, path ?? '')) : corpus.byKey(key);
  if (statement === undefined) {
    if (key === undefined) return undefined;
    const nearest = titles.nearestKey(key);
    const values = { key, ...(nearest === undefined ? {} : { nearest }) };
    return { passages: [], problems: [{ code: 'unknown-key', severity: 'warning', span, values }] };
  }
  const passage = findPassage(statement, address);
  if (passage !== undefined) return { statement, passages: [passage], problems: [] };
  const values = { key: statement.key, asked: address };
  return {
    statement,
    passages: [],
    problems: [{ code: 'no-such-passage', severity: 'warning', span, values }],
  };
}

/** A relative path from a document's URI; percent-encoded as URIs of documents are. */
function join(from: string, path: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return path;
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)(.*)$/i.exec(from) ?? [];
  const parts = path.startsWith('/') ? [] : rest.split('/').slice(0, -1);
  for (const part of decode(path).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(encodeURIComponent(part));
  }
  return `${scheme}/${parts.filter((part) => part !== '').join('/')}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
