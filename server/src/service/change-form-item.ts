import { parseLocator } from '../core/citation/locator.ts';
import { resolveLocator } from '../core/citation/resolve-locator.ts';
import type { Cited, Position } from '../core/format/cited.ts';
import type { Statement } from '../core/statement/model.ts';
import { coreOf } from './change-form-core.ts';
import { comparable, noteText, type NoteForm } from './change-form-text.ts';
import { takeAfter, takeBefore } from './change-form-words.ts';

/**
 * Reads one formatted citation as one of a statement: with words that introduce it, words that end it, and a locator
 * where the style puts it. `undefined` if the statement, formatted, does not give just this text.
 */
export function readItem(
  text: string,
  statement: Statement,
  position: Position,
  form: NoteForm,
): Cited[] | undefined {
  const before = takeBefore(text);
  const starts = before.words === '' ? [{ words: '', rest: text }] : [{ words: '', rest: text }, before];
  for (const start of starts) {
    const after = takeAfter(start.rest);
    const ends =
      after.words === '' ? [{ words: '', rest: start.rest }] : [{ words: '', rest: start.rest }, after];
    for (const { words: suffix, rest } of ends) {
      const cited = readBare(rest, statement, position, form);
      if (cited !== undefined) return withWords(cited, start.words, suffix);
    }
  }
  return undefined;
}

/** The passages of a locator that stands alone, as after a semicolon within the citation of one statement. */
export function readFurther(text: string, statement: Statement): Cited[] | undefined {
  const { words: suffix, rest } = takeAfter(text);
  const [found, end] = passagesAt(rest, statement);
  return found.length > 0 && end === rest.length
    ? withWords(toCited(found, statement), '', suffix)
    : undefined;
}

/** How far what follows the place of a locator may change where there is one: a mark, and where it stands. */
const SLACK = 5;

function readBare(
  text: string,
  statement: Statement,
  position: Position,
  form: NoteForm,
): Cited[] | undefined {
  const whole = formatted([{ statement, address: '' }], position, form);
  if (whole === undefined) return undefined;
  if (whole === text) return [{ statement, address: '', position }];
  const start = commonStart(whole, text);
  const end = commonEnd(whole, text, Math.min(whole.length, text.length) - start);
  const isLikely = start + end >= whole.length - SLACK || position === 'ibid';
  if (!isLikely) return undefined;
  for (let at = Math.max(0, start - SLACK); at < text.length - end + SLACK; at++) {
    const [found] = passagesAt(text.slice(at), statement);
    if (found.length === 0) continue;
    const cited = toCited(found, statement).map((each) => ({ ...each, position }));
    if (formatted(cited, position, form) === text) return cited;
  }
  return undefined;
}

/** The passages that a locator at the start of a text names, and where it ends; none if one of them does not exist. */
function passagesAt(text: string, statement: Statement): readonly [found: readonly string[], end: number] {
  // Russian has one abbreviation for one paragraph and for several, which a comma may part only here.
  const readable = text.replace(/абз\.(?= [\d–-]+,)/u, 'пп. ');
  const locator = /^\s/u.test(text) ? undefined : parseLocator(readable);
  if (locator === undefined) return [[], 0];
  const { found, missing } = resolveLocator(locator, statement);
  return missing.length > 0 ? [[], 0] : [found, locator.span.end];
}

function toCited(addresses: readonly string[], statement: Statement): Cited[] {
  return addresses.map((address) => ({ statement, address }));
}

function withWords(cited: readonly Cited[], prefix: string, suffix: string): Cited[] {
  return cited.map((each, i) => ({
    ...each,
    ...(i === 0 && prefix !== '' ? { prefix } : {}),
    ...(i === cited.length - 1 && suffix !== '' ? { suffix } : {}),
  }));
}

/** Formatted statements without passages are asked for again and again. */
const wholes = new WeakMap<Statement, Map<string, string | undefined>>();

function formatted(cited: readonly Cited[], position: Position, form: NoteForm): string | undefined {
  const [first] = cited;
  if (first?.address !== '') return format(cited, position, form);
  const known = wholes.get(first.statement) ?? new Map<string, string | undefined>();
  wholes.set(first.statement, known);
  const name = `${form.style} ${form.language} ${position}`;
  if (!known.has(name)) known.set(name, format(cited, position, form));
  return known.get(name);
}

function format(cited: readonly Cited[], position: Position, form: NoteForm): string | undefined {
  return coreOf(comparable(noteText(cited, position, 'footnote', form)), form.style, 'footnote');
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

function commonEnd(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++;
  return length;
}
