import { namedDivision, ordinalDivision, preamble } from './division-marker.ts';
import { HAN, HAN_DIGITS, numbered, simple, type Marker } from './marker-number.ts';

const HAN_HEADING = new RegExp(`^(${HAN})(?:[、．.：:]\\s*|\\s+|$)`, 'u');
const HAN_TEXT = new RegExp(`^(${HAN})(?:[、．.]\\s*|$)`, 'u');
const PARENTHESISED = new RegExp(
  `^([（(]\\s*(${HAN}|[0-9０-９]{1,3}|[a-z]{1,6}|[а-я])\\s*[）)])[、\\s]*`,
  'u',
);
const CIRCLED = /^([①-⑳㉑-㉟])[、．.\s]*/u;
/** Not before a small letter: `1.5 million` is an amount. */
const NESTED = /^((\d{1,3}(?:[.．]\d{1,3}){1,5})[.．]?)(?:\s+(?!\p{Ll})|(?=[\p{Script=Han}“《])|$)/u;
const CLOSED = /^(([0-9０-９]{1,3})[)）])\s*/u;
const DECIMAL_HEADING = /^([0-9０-９]{1,3})(?:[.．、：:](?!\d)\s*|\s+|$)/u;
const DECIMAL_TEXT = /^([0-9０-９]{1,3})(?:[.．、](?!\d)\s*|$)/u;
const ROMAN_HEADING = /^([IVXLC]{1,8})(?:[.:：、]\s*|\s+[—–-]\s+|$)/u;
const ROMAN_TEXT = /^([IVXLC]{1,8})(?:\.\s+|、|$)/u;
/** `**Article 1** The Parties …`: the number alone in bold type. */
const BOLD = /^(\*\*|__)([^*_]{1,40})\1\s*/u;
const CAPITAL = /^([A-Z])[.、]\s+/u;
const LETTER = /^(([a-zа-я])\))\s+/u;

type Reader = (text: string, isHeading: boolean) => Marker | undefined;

/**
 * From the most to the least explicit; the first that reads the text decides. Before each stand all the characters
 * that its markers can begin with.
 */
const READERS: readonly (readonly [starts: string, read: Reader])[] = [
  ['序前PpПп', preamble],
  ['第', ordinalDivision],
  ['PCSAЧГРС', namedDivision],
  [HAN_DIGITS, hanNumber],
  ['(（', parenthesised],
  [between('①', '⑳') + between('㉑', '㉟'), circled],
  [between('0', '9') + between('０', '９'), decimal],
  ['IVXLC', roman],
  [between('A', 'Z') + between('a', 'z') + between('а', 'я'), letter],
];

/** The readers by the code unit that a text begins with: nearly every paragraph begins with none of these. */
const READERS_BY_START: ReadonlyMap<number, readonly Reader[]> = readersByStart();

function readersByStart(): Map<number, Reader[]> {
  const byStart = new Map<number, Reader[]>();
  for (const [starts, read] of READERS) {
    for (const start of starts) {
      const unit = start.charCodeAt(0);
      const readers = byStart.get(unit);
      if (readers === undefined) byStart.set(unit, [read]);
      else readers.push(read);
    }
  }
  return byStart;
}

function between(first: string, last: string): string {
  const length = last.charCodeAt(0) - first.charCodeAt(0) + 1;
  return String.fromCharCode(...Array.from({ length }, (_, i) => first.charCodeAt(0) + i));
}

/**
 * Reads the marker at the start of a paragraph or of a heading's text; `undefined` if it opens with none. A
 * number that is the whole line opens a section too. Whether the number fits its place is for the caller to say.
 */
export function readMarker(text: string, isHeading: boolean): Marker | undefined {
  const bold = text.startsWith('**') || text.startsWith('__') ? BOLD.exec(text) : null;
  const inner = bold?.[2] ?? '';
  const marker = bold === null ? undefined : readPlainMarker(inner, isHeading);
  if (bold !== null && marker?.length === inner.length) return { ...marker, length: bold[0].length };
  return readPlainMarker(text, isHeading);
}

function readPlainMarker(text: string, isHeading: boolean): Marker | undefined {
  for (const read of READERS_BY_START.get(text.charCodeAt(0)) ?? []) {
    const marker = read(text, isHeading);
    // Section 0 is the preamble; nothing else may take its number.
    if (marker !== undefined && (marker.number > 0 || marker.kind === 'preamble')) return marker;
  }
  return undefined;
}

function hanNumber(text: string, isHeading: boolean): Marker | undefined {
  const match = (isHeading ? HAN_HEADING : HAN_TEXT).exec(text);
  return match === null ? undefined : numbered('han', match[1], match[1], match[0]);
}

function parenthesised(text: string): Marker | undefined {
  const match = PARENTHESISED.exec(text);
  if (match === null) return undefined;
  const inner = match[2] ?? '';
  const asLetter = letterNumber(inner);
  if (/^[ivxlc]+$/.test(inner)) {
    const roman = numbered('roman-parenthesised', inner, match[1], match[0]);
    if (roman !== undefined) return asLetter === undefined ? roman : { ...roman, asLetter };
  }
  if (asLetter !== undefined) return simple('letter', asLetter, match[1] ?? '', match[0].length);
  if (/^[a-z]/.test(inner)) return undefined;
  const kind = /[\d０-９]/.test(inner) ? 'decimal-parenthesised' : 'han-parenthesised';
  return numbered(kind, inner, match[1], match[0]);
}

function circled(text: string): Marker | undefined {
  const match = CIRCLED.exec(text);
  const code = match?.[1]?.codePointAt(0);
  if (match === null || code === undefined) return undefined;
  const number = code >= 0x3251 ? code - 0x3251 + 21 : code - 0x2460 + 1;
  return simple('circled', number, match[1] ?? '', match[0].length);
}

/** `3.`, `3、`, `3)`, `2.1` or `2.1.`; a number with decimals that runs into words (`3.5%`) is none. */
function decimal(text: string, isHeading: boolean): Marker | undefined {
  const nested = NESTED.exec(text);
  if (nested !== null) {
    const numbers = (nested[2] ?? '').split(/[.．]/).map(Number);
    const number = numbers.includes(0) ? 0 : (numbers.at(-1) ?? 0);
    return { kind: 'decimal', number, label: nested[2] ?? '', length: nested[0].length, numbers };
  }
  const closed = CLOSED.exec(text);
  if (closed !== null) return numbered('decimal-parenthesised', closed[2], closed[1], closed[0]);
  const match = (isHeading ? DECIMAL_HEADING : DECIMAL_TEXT).exec(text);
  return match === null ? undefined : numbered('decimal', match[1], match[1], match[0]);
}

function roman(text: string, isHeading: boolean): Marker | undefined {
  const match = (isHeading ? ROMAN_HEADING : ROMAN_TEXT).exec(text);
  if (match === null) return undefined;
  const marker = numbered('roman', match[1], match[1], match[0]);
  return marker !== undefined && match[1]?.length === 1
    ? { ...marker, asLetter: letterNumber(match[1].toLowerCase()) ?? 0 }
    : marker;
}

/** `a)`, `б)` or `A.` */
function letter(text: string): Marker | undefined {
  const match = LETTER.exec(text) ?? CAPITAL.exec(text);
  if (match === null) return undefined;
  const number = letterNumber((match[2] ?? match[1] ?? '').toLowerCase());
  return number === undefined ? undefined : simple('letter', number, match[1] ?? '', match[0].length);
}

/** a → 1; а → 1, by the Russian alphabet as lists use it, without ё, й, ъ, ы and ь. */
function letterNumber(text: string): number | undefined {
  if (/^[a-z]$/.test(text)) return text.charCodeAt(0) - 96;
  const russian = text === '' ? -1 : 'абвгдежзиклмнопрстуфхцчшщэюя'.indexOf(text);
  return russian >= 0 && text.length === 1 ? russian + 1 : undefined;
}
