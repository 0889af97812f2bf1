import { parseHanNumeral, parseRomanNumeral } from '../numeral.ts';
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
  /** The number if a small Roman numeral is read as a letter: `(i)` may be the ninth. */
  readonly asLetter: number | undefined;
}

const HAN = '[〇零一二三四五六七八九十百]{1,7}';
const NUMBER = `${HAN}|[0-9０-９]{1,4}`;
const STOP = '[、．.：:]';
/** What may follow a number that is not otherwise marked off from the words: a stop, white space or nothing. */
const BREAK = '(?:[.:：、．—–-]+\\s*|[\\s\\u3000]+|$)';

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
    if (marker !== undefined) return marker;
  }
  return undefined;
}

function preamble(text: string, isHeading: boolean): Marker | undefined {
  const match = /^(序言|前言|序文|Preamble|Преамбула)[\s.:：]*/iu.exec(text);
  if (match === null || (!isHeading && match[0].length < text.length)) return undefined;
  return simple('preamble', 0, '', 0);
}

/** 第一部分, 第三章, 第二节, 第十条. In running text a space or stop must follow: 第三条规定 is no marker. */
function ordinalDivision(text: string): Marker | undefined {
  const match = new RegExp(`^(第\\s*(${NUMBER})\\s*(部分|编|章|节|条))${BREAK}`, 'u').exec(text);
  const number = parseNumber(match?.[2]);
  if (match === null || number === undefined) return undefined;
  const kinds = { 部分: 'part', 编: 'part', 章: 'chapter', 节: 'section', 条: 'article' } as const;
  const kind = kinds[match[3] as keyof typeof kinds];
  return simple(kind, number, match[1] ?? '', match[0].length);
}

const NAMED: readonly (readonly [RegExp, 'part' | 'chapter' | 'section' | 'article'])[] = [
  [/^(?:part|часть)$/iu, 'part'],
  [/^(?:chapter|глава)$/iu, 'chapter'],
  [/^(?:section|раздел)$/iu, 'section'],
  [/^(?:article|статья)$/iu, 'article'],
];

/** Article 5, Section II, Статья 3. In running text a stop or the end of the line must follow the number. */
function namedDivision(text: string, isHeading: boolean): Marker | undefined {
  const after = isHeading ? BREAK : '(?:\\s*[.:—–]\\s*|\\s*$)';
  const match = new RegExp(`^((\\p{L}{4,8})\\s+([0-9]{1,4}|[IVXLC]{1,8}))${after}`, 'iu').exec(text);
  const kind = NAMED.find(([name]) => name.test(match?.[2] ?? ''))?.[1];
  const number = parseNumber(match?.[3]);
  if (match === null || kind === undefined || number === undefined) return undefined;
  return simple(kind, number, match[1] ?? '', match[0].length);
}

function hanNumber(text: string, isHeading: boolean): Marker | undefined {
  const pattern = isHeading ? `^(${HAN})(?:${STOP}\\s*|[\\s\\u3000]+|$)` : `^(${HAN})(?:[、．.]\\s*|$)`;
  const match = new RegExp(pattern, 'u').exec(text);
  const number = parseNumber(match?.[1]);
  if (match === null || number === undefined) return undefined;
  return simple('han', number, match[1] ?? '', match[0].length);
}

function parenthesised(text: string): Marker | undefined {
  const match = /^([（(]\s*([〇零一二三四五六七八九十百]{1,7}|[0-9０-９]{1,3}|[a-z]{1,6}|[а-я])\s*[）)])[、\s\u3000]*/u.exec(
    text,
  );
  const inner = match?.[2];
  if (match === null || inner === undefined) return undefined;
  const label = match[1] ?? '';
  const length = match[0].length;
  const letter = letterNumber(inner);
  const romanNumber = /^[ivxlc]+$/.test(inner) ? parseRomanNumeral(inner) : undefined;
  if (romanNumber !== undefined) {
    return { ...simple('roman-parenthesised', romanNumber, label, length), asLetter: letter };
  }
  if (letter !== undefined) return simple('letter', letter, label, length);
  const number = parseNumber(inner);
  if (number === undefined) return undefined;
  return simple(/\d|[０-９]/.test(inner) ? 'decimal-parenthesised' : 'han-parenthesised', number, label, length);
}

function circled(text: string): Marker | undefined {
  const match = /^([①-⑳㉑-㉟])[、．.\s\u3000]*/u.exec(text);
  const code = match?.[1]?.codePointAt(0);
  if (match === null || code === undefined) return undefined;
  const number = code >= 0x3251 ? code - 0x3251 + 21 : code - 0x2460 + 1;
  return simple('circled', number, match[1] ?? '', match[0].length);
}

/** `3.`, `3、`, `3)`, `2.1` or `2.1.`; a number with decimals that runs into words (`3.5%`) is none. */
function decimal(text: string, isHeading: boolean): Marker | undefined {
  const nested = /^((\d{1,3}(?:[.．]\d{1,3})+)[.．]?)(?:[\s\u3000]+|(?=[\p{Script=Han}“《]))/u.exec(text);
  if (nested !== null) {
    const numbers = (nested[2] ?? '').split(/[.．]/).map(Number);
    const number = numbers.at(-1) ?? 0;
    return { kind: 'decimal', number, label: nested[2] ?? '', length: nested[0].length, numbers, asLetter: undefined };
  }
  const closed = /^(([0-9０-９]{1,3})[)）])[\s\u3000]*/.exec(text);
  const closedNumber = parseNumber(closed?.[2]);
  if (closed !== null && closedNumber !== undefined) {
    return simple('decimal-parenthesised', closedNumber, closed[1] ?? '', closed[0].length);
  }
  const pattern = isHeading
    ? /^([0-9０-９]{1,3})(?:[.．、：:](?!\d)[\s\u3000]*|[\s\u3000]+|$)/
    : /^([0-9０-９]{1,3})(?:[.．、](?!\d)[\s\u3000]*|$)/;
  const match = pattern.exec(text);
  const number = parseNumber(match?.[1]);
  if (match === null || number === undefined) return undefined;
  return simple('decimal', number, match[1] ?? '', match[0].length);
}

function roman(text: string, isHeading: boolean): Marker | undefined {
  const pattern = isHeading ? /^([IVXLC]{1,8})(?:[.:：、]\s*|\s+[—–-]\s+|$)/ : /^([IVXLC]{1,8})(?:\.\s+|、|$)/;
  const match = pattern.exec(text);
  const number = match?.[1] === undefined ? undefined : parseRomanNumeral(match[1]);
  if (match === null || number === undefined) return undefined;
  return simple('roman', number, match[1] ?? '', match[0].length);
}

function letter(text: string): Marker | undefined {
  const match = /^(([a-zа-я])\))\s+/u.exec(text);
  const number = letterNumber(match?.[2] ?? '');
  if (match === null || number === undefined) return undefined;
  return simple('letter', number, match[1] ?? '', match[0].length);
}

/** a → 1; а → 1, by the Russian alphabet as lists use it, without ё, й, ъ, ы and ь. */
function letterNumber(text: string): number | undefined {
  if (/^[a-z]$/.test(text)) return text.charCodeAt(0) - 96;
  const russian = text === '' ? -1 : 'абвгдежзиклмнопрстуфхцчшщэюя'.indexOf(text);
  return russian >= 0 && text.length === 1 ? russian + 1 : undefined;
}

function simple(kind: Marker['kind'], number: number, label: string, length: number): Marker {
  return { kind, number, label, length, numbers: [number], asLetter: undefined };
}

function parseNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const digits = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (/^\d+$/.test(digits)) return Number(digits);
  return /^[ivxlc]+$/i.test(digits) ? parseRomanNumeral(digits) : parseHanNumeral(digits);
}
