import type { Citation } from '../core/citation/citations.ts';
import { knownStart } from '../core/citation/downstream/known-start.ts';
import { toAddresses } from '../core/citation/locator.ts';
import { resolveLocator } from '../core/citation/resolve-locator.ts';
import { findPassage, type Passage } from '../core/passage.ts';
import type { Problem } from '../core/problem.ts';
import type { Statement } from '../core/statement/model.ts';
import type { Library } from './library.ts';
import { missingPassage } from './missing-passage.ts';

/** What a citation points to. */
export interface Resolved {
  readonly citation: Citation;
  /** Absent for a key that no statement has. */
  readonly statement?: Statement;
  /** The passages that exist, in the order in which they are cited; the whole statement for a bare key. */
  readonly passages: readonly Passage[];
  /** One string for each passage or run cited, also for those that do not exist; empty for a bare key. */
  readonly addresses: readonly string[];
  readonly problems: readonly Problem[];
}

/** Finds the statement and passages of a citation. What does not exist is a problem, never a guess. */
export function resolveCitation({ corpus, titles }: Library, citation: Citation): Resolved {
  const { key, keySpan, locator, locatorSpan = keySpan } = citation;
  const statement = corpus.byKey(key);
  if (statement === undefined) {
    const addresses = locator === undefined ? [] : toAddresses(locator);
    const nearest = knownStart(key, (start) => corpus.byKey(start) !== undefined) ?? titles.nearestKey(key);
    const values = { key, ...(nearest === undefined ? {} : { nearest }) };
    const problem: Problem = { code: 'unknown-key', severity: 'information', span: keySpan, values };
    return { citation, passages: [], addresses, problems: [problem] };
  }
  if (locator === undefined) {
    const whole = findPassage(statement, '');
    return { citation, statement, passages: whole === undefined ? [] : [whole], addresses: [], problems: [] };
  }
  const { found, missing } = resolveLocator(locator, statement);
  const passages = found
    .map((address) => findPassage(statement, address))
    .filter((passage) => passage !== undefined);
  // Words that cite several passages cannot stand for the one that is missing.
  const isOnly = locator.passages.length === 1;
  const problems = missing.map(({ asked, nearest }) =>
    missingPassage(statement, isOnly ? citation.locatorText : asked, nearest, locatorSpan),
  );
  const addresses = [...found, ...missing.map(({ asked }) => asked)];
  return { citation, statement, passages, addresses, problems };
}
