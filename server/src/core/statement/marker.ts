import { parseHanNumeral, parseNumberWord, parseRomanNumeral } from '../numeral.ts';
import type { MarkerKind } from './model.ts';

/** The number that opens a division, as found at the start of a line or heading. */
export interface Marker {
  readonly kind: Exclude<MarkerKind, 'heading'>;
  readonly number: number;
  /** The number as written, without the stop that follows it: `四`, `（二）`, `第三条`, `1.2`. */
  readonly label: string;
  /** How many code units of the text the marker takes, the space after it included. */
  readonly length: number;
  /** For `1.2.3`: the numbers; a single number otherwise. */
  readonly numbers: readonly number[];
  /** The number if a Roman numeral is read as a letter: `(i)` may be the ninth, `C.` the third. */
  readonly asLetter?: number;
}

const HAN = '[〇零一二三四五六七八九十百]{1,7}';
const DIGITS = '[0-9０-９]{1,4}';
/** What may follow a number that is not otherwise marked off from the words: a stop, white space or nothing. */
const END = '(?:[.:：、．—–-]+\\s*|\\s+|$)';

const PREAMBLE = /^(?:序言|前言|序文|Preamble|Преамбула)[\s.:：]*/iu;
const ORDINAL = new RegExp(`^(第\\s*(${HAN}|${DIGITS})\\s*(部分|编|章|节|条))${END}`, 'u');
const NAMED =
  '(part|chapter|section|article|часть|глава|раздел|статья)\\s+([0-9]{1,4}|[IVXLC]{1,8}|[a-z]{3,6})';
const NAMED_HEADING = new RegExp(`^(${NAMED})${END}`, 'iu');
const NAMED_TEXT = new RegExp(`^(${NAMED})(?:\\s*[.:—–]\\s*|\\s*$)`, 'iu');
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
const CAPITAL = /^([A-Z])[.、]\s+/u;
const LETTER = /^(([a-zа-я])\))\s+/u;

type Reader = (text: string, isHeading: boolean) => Marker | undefined;

/** From the most to the least explicit; the first that reads the text decides. */
const READERS: readonly Reader[] = [
  preamble,
  ordinalDivision,
  namedDivision,
  hanNumber,
  parenthesised,
  circled,
  decimal,
  roman,
  letter,
];

/**
 * Reads the marker at the start of a paragraph or of a heading's text; `undefined` if it opens with none. A
 * number that is the whole line opens a section too. Whether the number fits its place is for the caller to say.
 */
export function readMarker(text: string, isHeading: boolean): Marker | undefined {
  for (const read of READERS) {
    const marker = read(text, isHeading);
    // Section 0 is the preamble; nothing else may take its number.
    if (marker !== undefined && (marker.number > 0 || marker.kind === 'preamble')) return marker;
  }
  return undefined;
}

/** Only where it is the whole line: 序言部分指出 is no marker. Takes none of the words, which are the heading. */
function preamble(text: string): Marker | undefined {
  const match = PREAMBLE.exec(text);
  return match === null || match[0].length < text.length ? undefined : simple('preamble', 0, '', 0);
}

/** 第一部分, 第三章, 第二节, 第十条. A space or stop must follow: 第三条规定 is no marker. */
function ordinalDivision(text: string): Marker | undefined {
  const match = ORDINAL.exec(text);
  if (match === null) return undefined;
  const kinds = { 部分: 'part', 编: 'part', 章: 'chapter', 节: 'section', 条: 'article' } as const;
  return numbered(kinds[match[3] as keyof typeof kinds], match[2], match[1], match[0]);
}

/** Article 5, Section II, Part One, Статья 3. In running text a stop or the end of the line must follow the number. */
function namedDivision(text: string, isHeading: boolean): Marker | undefined {
  const match = (isHeading ? NAMED_HEADING : NAMED_TEXT).exec(text);
  // A small letter goes on with a sentence: `pursuant to` / `article 5.`
  if (match === null || !/^\p{Lu}/u.test(text)) return undefined;
  const kinds = {
    part: 'part',
    chapter: 'chapter',
    section: 'section',
    article: 'article',
    часть: 'part',
    глава: 'chapter',
    раздел: 'section',
    статья: 'article',
  } as const;
  return numbered(kinds[match[2]?.toLowerCase() as keyof typeof kinds], match[3], match[1], match[0]);
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

function numbered(
  kind: Marker['kind'],
  number: string | undefined,
  label = '',
  matched = '',
): Marker | undefined {
  const value = parseNumber(number);
  return value === undefined ? undefined : simple(kind, value, label, matched.length);
}

function simple(kind: Marker['kind'], number: number, label: string, length: number): Marker {
  return { kind, number, label, length, numbers: [number] };
}

function parseNumber(text = ''): number | undefined {
  const digits = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (/^\d+$/.test(digits)) return Number(digits);
  return parseRomanNumeral(digits) ?? parseNumberWord(digits) ?? parseHanNumeral(digits);
}
