import { readFrontMatter, type FrontMatter } from '../statement/front-matter.ts';
import type { Statement } from '../statement/model.ts';

const known = new WeakMap<Statement, FrontMatter>();

/** The front matter of a statement with the places of its fields; read when it is first asked for. */
export function declaredBy(statement: Statement): FrontMatter {
  let front = known.get(statement);
  if (front === undefined) {
    front = readFrontMatter(statement.source, statement.lines, true);
    known.set(statement, front);
  }
  return front;
}
