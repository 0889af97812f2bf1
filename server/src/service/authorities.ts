import { formatLocator } from '../core/citation/format-locator.ts';
import type { Range } from '../core/span.ts';
import { dateOf } from '../core/statement/date.ts';
import type { Passage } from '../core/passage.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';
import { messageOf } from './messages.ts';
import { referencesIn, type Reference } from './reference.ts';

/** A passage that a draft cites, once for each time it is cited. */
export interface Authority {
  readonly uri: string;
  readonly range: Range;
  /** The citation as it is written. */
  readonly raw: string;
  readonly key: string;
  /** Of the statement, in its short form if it has one; empty for a key that no statement has. */
  readonly title: string;
  /** When the statement was signed, else published; empty if nobody says. */
  readonly date: string;
  /** Empty for the statement as a whole, and where `problem` says that there is no such passage. */
  readonly address: string;
  /** The passage in the language of its statement; what was written where there is no such passage. */
  readonly locator: string;
  /** The paragraphs of the passage; empty for the statement as a whole, and for what does not exist. */
  readonly paragraphs: readonly string[];
  /** Why nothing is found there, as a sentence; absent if something is. */
  readonly problem?: string;
}

/**
 * Everything that drafts cite, in the order of the drafts and of their texts: citations, links to passages, and titles
 * that a locator follows. A citation of several passages counts for each of them.
 */
export function authoritiesOf(library: Library, drafts: readonly Draft[]): Authority[] {
  return drafts.flatMap((draft) =>
    referencesIn(library, draft)
      .filter(isCitation)
      .sort((a, b) => a.span.start - b.span.start)
      .flatMap((reference) => rowsOf(draft, reference)),
  );
}

/** A title alone is a name that the text mentions; with a locator it cites. */
function isCitation({ kind, passages }: Reference): boolean {
  return kind !== 'mention' || passages.some(({ address }) => address !== '');
}

function rowsOf(draft: Draft, { kind, span, statement, passages, problems }: Reference): Authority[] {
  const citation = draft.citations.find(
    (each) => each.span.start === span.start && each.span.end === span.end,
  );
  /** What was written in the place of a locator, whether it is understood or not. */
  const written = (kind === 'citation' ? citation?.locatorText : undefined) ?? '';
  const place = {
    uri: draft.uri,
    range: draft.lines.rangeOf(span),
    raw: draft.text.slice(span.start, span.end),
    title: statement === undefined ? '' : shortTitle(statement),
    date: statement === undefined ? '' : dateOf(statement),
  };
  const found = passages.map((passage) => ({
    ...{ ...place, key: passage.statement.key, address: passage.address },
    locator: passage.address === '' ? written : formatLocator(passage.address, passage.statement),
    paragraphs: textOf(passage),
  }));
  const missing = problems.map((problem) => ({
    ...{ ...place, key: statement?.key ?? problem.values['key'] ?? '', address: '', paragraphs: [] },
    locator: problem.values['asked'] ?? problem.values['locator'] ?? written,
    problem: messageOf(problem),
  }));
  return [...found, ...missing];
}

/** Nobody wants to read a whole statement for a citation of none of its parts. */
function textOf({ kind, paragraphs }: Passage): string[] {
  return kind === 'statement' ? [] : paragraphs.map(({ text }) => text);
}
