import { formatLocator } from '../citation/format-locator.ts';
import { allSections } from '../passage.ts';
import { dateOf } from '../statement/date.ts';
import type { Statement } from '../statement/model.ts';
import { shortTitle } from '../statement/short-title.ts';
import type { StatementEntry, UnitEntry } from './entry.ts';

/** What the index keeps of a parsed statement; `stamp` tells the version of its file from others. */
export function statementEntry(statement: Statement, stamp = ''): StatementEntry {
  const { uri, key, metadata, lines } = statement;
  const { title, titleShort, language } = metadata;
  const headings = allSections(statement)
    .filter(({ heading }) => heading !== '')
    .map(
      ({ address, heading, headingSpan }) =>
        ({ kind: 'heading', address, text: heading, span: headingSpan }) as const,
    );
  const paragraphs = statement.paragraphs.map(
    ({ address, text, span }) => ({ kind: 'paragraph', address, text, span }) as const,
  );
  const units = [...headings, ...paragraphs].sort((a, b) => a.span.start - b.span.start);
  return {
    ...{ uri, key, language },
    title: shortTitle(statement),
    date: dateOf(statement),
    names: [title, ...(titleShort === undefined ? [] : [titleShort])],
    stamp,
    units: units.map(({ kind, address, text, span }): UnitEntry => ({
      ...{ kind, address, text },
      locator: formatLocator(address, statement),
      range: lines.rangeOf(span),
    })),
  };
}
