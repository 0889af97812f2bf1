import type { Cited, Position } from '../core/format/cited.ts';
import { styleNames, type StyleName } from '../core/format/style-name.ts';
import { isChinese } from '../core/script.ts';
import type { Statement } from '../core/statement/model.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import { partsOf } from './change-form-core.ts';
import { readFurther, readItem } from './change-form-item.ts';
import { comparable, noteText, type NoteForm, type NotePlace } from './change-form-text.ts';

/** What a formatted text cites, and in what form it is written: formatting this again gives that text. */
export interface Recognised extends NoteForm {
  /** Each with its own position. */
  readonly cited: readonly Cited[];
}

/** What is known where a text stands. */
export interface NoteContext {
  /** Cited by a note before. */
  readonly earlier: ReadonlySet<Statement>;
  /** The one statement that the note right before cites; absent if it cites several, or nobody knows what. */
  readonly previous?: Statement;
}

/**
 * Reads a text that is nothing but formatted citations, in whatever of our styles and languages: the statement by its
 * title or, after other notes, by what they cite. `undefined` if the text, white space aside, is not just what
 * formatting the citations again gives, or if it could be that of other statements too.
 */
export function recognise(
  statements: readonly Statement[],
  text: string,
  place: NotePlace,
  context: NoteContext,
  preferred: NoteForm,
): Recognised | undefined {
  if (text.length > LONGEST) return undefined;
  const name = nameOf(text, place, context, preferred);
  const known = recognised.get(statements) ?? new Map<string, Recognised | undefined>();
  if (known.size > MOST_KNOWN) known.clear();
  recognised.set(statements, known);
  if (!known.has(name)) known.set(name, read(statements, text, place, context, preferred));
  return known.get(name);
}

/** By what there was to be read. A draft is read again after each keystroke, and most of its notes stay as they are. */
const recognised = new WeakMap<readonly Statement[], Map<string, Recognised | undefined>>();
const MOST_KNOWN = 5000;

function nameOf(
  text: string,
  place: NotePlace,
  { earlier, previous }: NoteContext,
  { style, language }: NoteForm,
): string {
  const keys = [...earlier].map(({ key }) => key).sort();
  return [place, style, language, previous?.key ?? '', ...keys, text].join(' ');
}

function read(
  statements: readonly Statement[],
  text: string,
  place: NotePlace,
  context: NoteContext,
  preferred: NoteForm,
): Recognised | undefined {
  const candidates = candidatesOf(statements, text, place === 'inline' ? NOTHING_BEFORE : context);
  if (candidates.length === 0) return undefined;
  const asked = comparable(text);
  for (const form of formsOf(preferred)) {
    const cited = readAs(asked, place, candidates, context, form);
    if (cited === 'doubtful') return undefined;
    if (cited !== undefined) return { ...form, cited };
  }
  return undefined;
}

/** In the line of a text every citation names its statement: there is no 同上 in parentheses. */
const NOTHING_BEFORE: NoteContext = { earlier: new Set() };

/** Nobody writes a longer note without a remark. */
const LONGEST = 4000;

/** Styles and languages, those that are most likely first. */
function formsOf({ style, language }: NoteForm): NoteForm[] {
  const styles: StyleName[] = [style, ...styleNames.filter((name) => name !== style)];
  const isRussian = /^ru\b/iu.test(language);
  const isEnglish = !isRussian && !isChinese(language);
  const others = [
    ...(isChinese(language) ? [] : ['zh-CN']),
    ...(isRussian ? [] : ['ru']),
    ...(isEnglish ? [] : ['en']),
  ];
  return [language, ...others].flatMap((each) => styles.map((name) => ({ style: name, language: each })));
}

/** The statements that a text may cite: whose title is in it, and after other notes those that they cite. */
function candidatesOf(
  statements: readonly Statement[],
  text: string,
  { earlier, previous }: NoteContext,
): Statement[] {
  const letters = lettersOf(text);
  const named = statements.filter((statement) =>
    titlesOf(statement).some((title) => letters.includes(title)),
  );
  return [...new Set([...named, ...earlier, ...(previous === undefined ? [] : [previous])])];
}

/** True if a text has the title of a statement in it. */
export function namesAny(statements: readonly Statement[], text: string): boolean {
  return text.length <= LONGEST && namedIn(statements, text).length > 0;
}

function namedIn(statements: readonly Statement[], text: string): Statement[] {
  const letters = lettersOf(text);
  return statements.filter((statement) => titlesOf(statement).some((title) => letters.includes(title)));
}

const titles = new WeakMap<Statement, readonly string[]>();

function titlesOf(statement: Statement): readonly string[] {
  const known = titles.get(statement);
  if (known !== undefined) return known;
  const made = [shortTitle(statement), statement.metadata.title]
    .map(lettersOf)
    .filter((title) => title !== '');
  titles.set(statement, made);
  return made;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

function readAs(
  text: string,
  place: NotePlace,
  candidates: readonly Statement[],
  context: NoteContext,
  form: NoteForm,
): readonly Cited[] | 'doubtful' | undefined {
  const parts = partsOf(text, form.style, place);
  if (parts === undefined) return undefined;
  const cited: Cited[] = [];
  for (const part of parts) {
    const read = readPart(part, candidates, context, form);
    if (read === 'doubtful') return read;
    const last = cited.at(-1);
    const more = read ?? (last !== undefined && readFurther(part, last.statement));
    if (!more) return undefined;
    const inherited = last?.position;
    cited.push(
      ...more.map((each) =>
        each.position === undefined && inherited !== undefined ? { ...each, position: inherited } : each,
      ),
    );
  }
  return comparable(noteText(cited, 'first', place, form)) === text ? cited : undefined;
}

function readPart(
  part: string,
  candidates: readonly Statement[],
  { earlier, previous }: NoteContext,
  form: NoteForm,
): Cited[] | 'doubtful' | undefined {
  const read = candidates.flatMap((statement) => {
    const positions: Position[] = earlier.has(statement) ? ['later', 'first'] : ['first', 'later'];
    if (statement === previous && IBID.test(part)) positions.unshift('ibid');
    for (const position of positions) {
      const cited = readItem(part, statement, position, form);
      if (cited !== undefined) return [{ statement, position, cited }];
    }
    return [];
  });
  if (read.length < 2) return read[0]?.cited;
  // What is short may be short for several: then it is the one that was cited before.
  const known = read.filter(({ statement, position }) => position !== 'first' && earlier.has(statement));
  return known.length === 1 ? known[0]?.cited : 'doubtful';
}

const IBID = /同上|ibid|там же/iu;
