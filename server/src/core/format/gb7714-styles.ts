import { compose, richOf, wrapped } from './compose.ts';
import { wordsOf, type Draft } from './draft.ts';
import { gbEntry, gbNames, gbReference, type GbMarks } from './gb7714.ts';
import { gbNumbers } from './gb7714-numeric.ts';
import { CHICAGO_LOCATORS } from './locator-words.ts';
import { notes } from './notes.ts';
import type { Rich, Run } from './rich.ts';
import { sourceOf, yearOfSource } from './source.ts';
import type { StyleTemplate } from './template.ts';
import { bookMarked, isBookMarked } from './titles.ts';
import { isIbid, locatorIn, surrounded, type Work } from './work.ts';

/*
 * GB/T 7714 (信息与文献 参考文献著录规则). The rules of 2015 are those of its published text. The text of 2025 is not
 * free: what differs (the width of the marks, types, the date of access) follows the examples of the standard as the
 * official CSL styles of that edition print them.
 */

/** References as notes. Where the number of the first note is known a later one says 同1, as the standard's 同①. */
export function gbNote(marks: GbMarks): StyleTemplate {
  const cite = (work: Work, draft: Draft): Rich => {
    const locator = locatorIn(work, draft, CHICAGO_LOCATORS);
    if (work.position === 'first') return gbReference(work.statement, draft, marks, { locator });
    const source = sourceOf(work.statement);
    const { firstNote } = work;
    const isSame = isIbid(work);
    const same = draft.isHan && firstNote !== undefined && !isSame ? `同${String(firstNote)}` : undefined;
    const short = same ?? (isSame ? wordsOf(draft).ibid : source.short);
    const by = same === undefined && !isSame ? gbNames(source, draft, marks, 3, 3) : '';
    return compose([
      ['', by],
      ['. ', short],
      [draft.isHan ? marks.colon : ', ', locator],
    ]);
  };
  return {
    kind: 'note',
    cite: (works, draft) =>
      notes(works, {
        cite: (work) => cite(work, draft),
        comma: marks.comma,
        between: marks.between,
        stop: '.',
      }),
    entry: (statement, draft) => gbEntry(gbReference(statement, draft, marks, {}), draft.number),
  };
}

/** Numbers in brackets, raised; what is cited of a statement stands after its bracket (10.1.3 in the edition of 2015). */
export function gbNumeric(marks: GbMarks): StyleTemplate {
  return {
    kind: 'in-text',
    cite: (works, draft) => gbNumbers(works, draft, marks),
    entry: (statement, draft) => gbEntry(gbReference(statement, draft, marks, {}), draft.number),
  };
}

/**
 * Author and year in the text, and raised behind the bracket what is cited (10.2.3 in the edition of 2015). A statement
 * that names its authors in the title goes by its short title; the standard's 佚名 would not tell one from another.
 */
export function gbAuthorDate(marks: GbMarks): StyleTemplate {
  const cite = (work: Work, draft: Draft): Rich => {
    const source = sourceOf(work.statement);
    const by = gbNames(source, draft, { ...marks, comma: draft.isHan ? '' : ' ' }, 1, 1);
    const who = by !== '' ? by : isBookMarked(source, draft) ? bookMarked(source.short) : source.short;
    const when = yearOfSource(source) ?? wordsOf(draft).noDate;
    const citation = compose([
      ['', who],
      [marks.comma, when],
    ]);
    const bracket = wrapped(marks.open, surrounded({ ...work, suffixes: [] }, citation, ''), marks.close);
    const locator = richOf(locatorIn(work, draft, CHICAGO_LOCATORS));
    const raised = surrounded({ ...work, prefix: '' }, locator, marks.comma);
    return [...bracket, ...raised.map((run): Run => ({ ...run, superscript: true }))];
  };
  return {
    kind: 'in-text',
    cite: (works, draft) => richOf(works.flatMap((work) => cite(work, draft))),
    entry: (statement, draft) =>
      gbEntry(gbReference(statement, draft, marks, { isYearFirst: true }), undefined),
  };
}
