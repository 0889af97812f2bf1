import { formatLocator } from '../core/citation/format-locator.ts';
import type { Problem } from '../core/problem.ts';
import type { Span } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import { shortTitle } from '../core/statement/short-title.ts';

/** Says that a statement has no such passage; `asked` as the user wrote it, `nearest` an address that exists. */
export function missingPassage(
  statement: Statement,
  asked: string,
  nearest: string | undefined,
  span: Span,
): Problem {
  const near = nearest === undefined ? {} : { nearest: formatLocator(nearest, statement) };
  const values = { title: shortTitle(statement), asked, ...near };
  return { code: 'no-such-passage', severity: 'warning', span, values };
}
