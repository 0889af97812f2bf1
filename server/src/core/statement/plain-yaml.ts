import { Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/*
 * The library reads YAML of every kind, but nine tenths of the time for a statement went there. Front matter is nearly
 * always written in one form: a field is a line `name: value`, or a `name:` with a list below it; a value is words,
 * words in quotation marks without escapes, or brackets and braces that end on their line.
 *
 *     title: 甲国和乙国的联合声明
 *     author: [{literal: 甲国}, {literal: 乙国}]
 *     event-date: 2019-03-01 # not in the witness
 *     emendations:
 *       - at: "1.2"
 *         witness: 定期定期会晤
 *       - {at: "1.3", witness: 会会晤}
 *
 * That form is read here, with the words and places that the library gives; a test holds the two together. Each reader
 * gives `undefined` where it finds anything else, and then the whole text is left to the library.
 */

/** Where the reading is; what has been read lies before `at`. */
interface Cursor {
  readonly text: string;
  at: number;
}

type Value = Scalar | YAMLMap | YAMLSeq;

/** The library refuses a name of more than 1024 characters. */
const KEY = /[A-Za-z][\w-]{0,99}(?=:(?: |\r?\n))/y;
/** As names of fields these are no words to YAML. */
const NO_NAME = /^(?:true|false|null)$/i;
const NULL = /^(?:~|null|Null|NULL)$/;
const QUOTED = /"[^"\\\t\r\n]*"|'[^'\t\r\n]*'(?!')/y;
/** A colon before white space and a `#` behind it end the words; what YAML gives a meaning cannot begin them. */
const WORDS = /[^\s\-?:,[\]{}#&*!|>'"%@`](?:#| *(?:[^\s:#]|:(?!\s|$)))*/y;
const WORDS_IN_BRACKETS = /[^\s\-?:,[\]{}#&*!|>'"%@`](?:#| *(?:[^\s:#,[\]{}]|:(?![\s,[\]{}]|$)))*/y;
const LINE_END = / *(?: #[^\r\n]*)?(?:\r?\n|$)/y;
/** Nobody nests deeper; what does is left to the library, as all that is unusual is. */
const DEEPEST = 8;

/** The fields of a front matter as nodes of the library; `undefined` if it has another form than the usual one. */
export function readPlainYaml(text: string): YAMLMap | undefined {
  const cursor = { text, at: 0 };
  const fields = new YAMLMap();
  while (cursor.at < text.length) {
    const key = readKey(cursor);
    if (key === undefined || NO_NAME.test(key.source ?? '')) return undefined;
    const value = text[cursor.at] === ' ' ? readLine(cursor) : readList(cursor);
    if (value === undefined) return undefined;
    fields.items.push(new Pair(key, value));
  }
  return fields.items.length === 0 ? undefined : withRange(fields, 0, text.length);
}

/** `name` and the colon, up to what follows it. */
function readKey(cursor: Cursor): Scalar | undefined {
  const key = readScalar(cursor, KEY);
  cursor.at++;
  return key;
}

/** ` value` to the end of the line. */
function readLine(cursor: Cursor): Value | undefined {
  skipSpaces(cursor);
  const value = readValue(cursor, WORDS, DEEPEST);
  return match(cursor, LINE_END) === undefined ? undefined : value;
}

/** The items below a `name:`, each behind a dash on the same column. */
function readList(cursor: Cursor): YAMLSeq | undefined {
  match(cursor, LINE_END);
  const list = new YAMLSeq();
  const column = columnHere(cursor);
  const start = cursor.at + column;
  if (column === 0) return undefined;
  while (columnHere(cursor) === column && cursor.text.startsWith('- ', cursor.at + column)) {
    const line = cursor.at;
    cursor.at += column + 1;
    skipSpaces(cursor);
    const item = readFields(cursor, cursor.at - line) ?? readLine(cursor);
    if (item === undefined) return undefined;
    list.items.push(item);
  }
  return list.items.length === 0 ? undefined : withRange(list, start, cursor.at);
}

/** The lines `name: value` of an item, all on one column. */
function readFields(cursor: Cursor, column: number): YAMLMap | undefined {
  const start = cursor.at;
  const fields = new YAMLMap();
  do {
    if (fields.items.length > 0) cursor.at += column;
    const key = readKey(cursor);
    const value = key === undefined ? undefined : readLine(cursor);
    if (value === undefined) {
      cursor.at = start;
      return undefined;
    }
    fields.items.push(new Pair(key, value));
  } while (columnHere(cursor) === column);
  return withRange(fields, start, cursor.at);
}

function readValue(cursor: Cursor, words: RegExp, depth: number): Value | undefined {
  switch (cursor.text.charAt(cursor.at)) {
    case '[':
      return readBrackets(cursor, depth - 1);
    case '{':
      return readBraces(cursor, depth - 1);
    case '"':
    case "'":
      return readScalar(cursor, QUOTED);
    default:
      return readScalar(cursor, words);
  }
}

/** `[甲, 乙]` */
function readBrackets(cursor: Cursor, depth: number): YAMLSeq | undefined {
  const start = cursor.at;
  const list = new YAMLSeq();
  const readItem = (): boolean => {
    const item = readValue(cursor, WORDS_IN_BRACKETS, depth);
    if (item !== undefined) list.items.push(item);
    return item !== undefined;
  };
  return readUpTo(cursor, ']', depth, readItem) ? withRange(list, start, cursor.at) : undefined;
}

/** `{at: 甲, text: 乙}` */
function readBraces(cursor: Cursor, depth: number): YAMLMap | undefined {
  const start = cursor.at;
  const fields = new YAMLMap();
  const readItem = (): boolean => {
    const key = readScalar(cursor, WORDS_IN_BRACKETS);
    if (key === undefined || !cursor.text.startsWith(': ', cursor.at)) return false;
    cursor.at++;
    skipSpaces(cursor);
    const value = readValue(cursor, WORDS_IN_BRACKETS, depth);
    if (value !== undefined) fields.items.push(new Pair(key, value));
    return value !== undefined;
  };
  return readUpTo(cursor, '}', depth, readItem) ? withRange(fields, start, cursor.at) : undefined;
}

/** Reads items with commas between them, from behind the opening mark to behind the closing one. */
function readUpTo(cursor: Cursor, close: string, depth: number, readItem: () => boolean): boolean {
  if (depth === 0) return false;
  let mark = ',';
  cursor.at++;
  skipSpaces(cursor);
  if (cursor.text[cursor.at] === close) {
    cursor.at++;
    return true;
  }
  while (mark === ',') {
    if (!readItem()) return false;
    skipSpaces(cursor);
    mark = cursor.text[cursor.at++] ?? '';
    if (mark === ',') skipSpaces(cursor);
  }
  return mark === close;
}

function readScalar(cursor: Cursor, form: RegExp): Scalar | undefined {
  const start = cursor.at;
  const written = match(cursor, form);
  if (written === undefined) return undefined;
  const words = form === QUOTED ? written.slice(1, -1) : written;
  const scalar = new Scalar(form !== QUOTED && NULL.test(words) ? null : words);
  scalar.source = words;
  return withRange(scalar, start, cursor.at);
}

/** What stands here of a form, if it does. */
function match(cursor: Cursor, form: RegExp): string | undefined {
  form.lastIndex = cursor.at;
  if (!form.test(cursor.text)) return undefined;
  const start = cursor.at;
  cursor.at = form.lastIndex;
  return cursor.text.slice(start, cursor.at);
}

function skipSpaces(cursor: Cursor): void {
  while (cursor.text[cursor.at] === ' ') cursor.at++;
}

/** How many spaces stand here; 0 at the end of the text. */
function columnHere({ text, at }: Cursor): number {
  let end = at;
  while (text[end] === ' ') end++;
  return end - at;
}

/** The library also has the end of the white space behind a node, which nobody asks for. */
function withRange<T extends Value>(node: T, start: number, end: number): T {
  node.range = [start, end, end];
  return node;
}
