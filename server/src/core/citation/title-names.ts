import { fold } from '../fold.ts';
import type { Statement } from '../statement/model.ts';

/** A statement does not change, and drafts are looked through at every keystroke. */
const folded = new WeakMap<Statement, readonly string[]>();

/** The title of a statement and its short title as they are compared. */
export function foldedTitles(statement: Statement): readonly string[] {
  const known = folded.get(statement);
  if (known !== undefined) return known;
  const { title, titleShort } = statement.metadata;
  const made = [title, titleShort ?? ''].map((name) => fold(name).text).filter((name) => name !== '');
  folded.set(statement, made);
  return made;
}

/** A title read from its end, so that those that end alike stand side by side. */
interface Backward {
  readonly letters: string;
  readonly statement: Statement;
}

/** The titles of the list that was last asked about. */
let known: { readonly statements: readonly Statement[]; readonly titles: readonly Backward[] } = {
  statements: [],
  titles: [],
};

/** Statements whose title, or short title, is a folded text or ends with it: two at most, for then it names none. */
export function statementsEndingWith(title: string, statements: readonly Statement[]): Statement[] {
  const titles = titlesOf(statements);
  const wanted = backward(title);
  let low = 0;
  let high = titles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((titles[middle]?.letters ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  const found: Statement[] = [];
  for (let at = low; titles[at]?.letters.startsWith(wanted) === true && found.length < 2; at++) {
    const statement = titles[at]?.statement;
    if (statement !== undefined && !found.includes(statement)) found.push(statement);
  }
  return found;
}

/** In order. Where a list differs little from the last, what was in order stays so, and sorting takes little. */
function titlesOf(statements: readonly Statement[]): readonly Backward[] {
  if (known.statements === statements) return known.titles;
  const before = new Set(known.statements);
  const now = new Set(statements);
  const kept = known.titles.filter(({ statement }) => now.has(statement));
  const come = statements.filter((statement) => !before.has(statement)).flatMap(backwards);
  const titles = [...kept, ...come].sort((a, b) =>
    a.letters < b.letters ? -1 : a.letters > b.letters ? 1 : 0,
  );
  known = { statements, titles };
  return titles;
}

function backwards(statement: Statement): Backward[] {
  return foldedTitles(statement).map((title) => ({ letters: backward(title), statement }));
}

/** UTF-16 units; pairs fall apart, in titles and in what is looked for alike. */
function backward(text: string): string {
  return text.split('').reverse().join('');
}
