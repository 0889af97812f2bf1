import { HAN, numbered, simple, type Marker } from './marker-number.ts';

const DIGITS = '[0-9０-９]{1,4}';
/** What may follow a number that is not otherwise marked off from the words: a stop, white space or nothing. */
const END = '(?:\\s*[.:：、．—–-]+\\s*|\\s+|$)';

const PREAMBLE = /^(?:序言|前言|序文|Preamble|Преамбула)[\s.:：]*/iu;
/** 第四条【目的】 and 第四条（目的） have titles; 第四条（二）项 is a reference. */
const TITLE_MARK = '(?=【|[（(](?![〇一二三四五六七八九十\\d]))';
const ORDINAL = new RegExp(`^(第\\s*(${HAN}|${DIGITS})\\s*(部分|编|章|节|条))(?:${END}|${TITLE_MARK})`, 'u');
const NAMED =
  '(part|chapter|section|article|часть|глава|раздел|статья)\\s+([0-9]{1,4}|[IVXLC]{1,8}|[a-z]{3,6})';
const NAMED_HEADING = new RegExp(`^(${NAMED})${END}`, 'iu');
const NAMED_TEXT = new RegExp(`^(${NAMED})(?:\\s*[.:—–]\\s*|\\s*$)`, 'iu');
const NAMED_LOOSE = new RegExp(`^(${NAMED})\\s+`, 'iu');
const LONGEST_LOOSE = 120;

/** Only where it is the whole line: 序言部分指出 is no marker. Takes none of the words, which are the heading. */
export function preamble(text: string): Marker | undefined {
  const match = PREAMBLE.exec(text);
  return match === null || match[0].length < text.length ? undefined : simple('preamble', 0, '', 0);
}

/** 第一部分, 第三章, 第二节, 第十条. A space or stop must follow: 第三条规定 is no marker. */
export function ordinalDivision(text: string): Marker | undefined {
  const match = ORDINAL.exec(text);
  if (match === null) return undefined;
  const kinds = { 部分: 'part', 编: 'part', 章: 'chapter', 节: 'section', 条: 'article' } as const;
  return numbered(kinds[match[3] as keyof typeof kinds], match[2], match[1], match[0]);
}

/** Article 5, Section II, Part One, Статья 3. In running text a stop or the end of the line must follow the number. */
export function namedDivision(text: string, isHeading: boolean): Marker | undefined {
  const match = (isHeading ? NAMED_HEADING : NAMED_TEXT).exec(text) ?? looseTitle(text);
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
  const marker = numbered(kinds[match[2]?.toLowerCase() as keyof typeof kinds], match[3], match[1], match[0]);
  return marker !== undefined && !isHeading && /\s$/.test(match[0]) && !/[.:—–]\s*$/.test(match[0])
    ? { ...marker, isLoose: true }
    : marker;
}

/** `Article 5 Definitions`, a title to the end of the line; `Article 5 of the Charter says …` is a sentence. */
function looseTitle(text: string): RegExpExecArray | null {
  const match = text.length > LONGEST_LOOSE ? null : NAMED_LOOSE.exec(text);
  return match !== null && /^[\p{Lu}(][^.;:,!?。；：，]*$/u.test(text.slice(match[0].length)) ? match : null;
}
