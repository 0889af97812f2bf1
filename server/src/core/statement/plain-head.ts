import { parseHanNumeral } from '../numeral.ts';
import type { Block } from './blocks.ts';
import type { Metadata } from './model.ts';

/** What a text without front matter says about itself at its head and foot, and the body between. */
export interface PlainText {
  readonly metadata: Partial<Metadata>;
  readonly body: readonly Block[];
  readonly colophon: readonly Block[];
}

const FIELD = /^(标题|题目|链接|网址|来源|发布时间|发布日期|日期|时间|title|url|link|source|date|published)\s*[:：]\s*(.+)$/i;
/** True for a line such as `发布时间: 2025-05-09`, which says one thing about the text and is no part of it. */
export function isFieldLine(line: string): boolean {
  return FIELD.test(line);
}

const URL = /https?:\/\/[^\s)\]>）】"”]+/;
/** Page matter of newspapers and report sites; see the corpus's own list of furniture for the shipped texts. */
const FURNITURE: readonly RegExp[] = [
  /^[（(](?:下转|上接|转|接)第.{1,4}版.*[）)]$/,
  /^\**预览已结束.*$/,
  /^\[?https?:\/\/\S+?\]?(?:\(\S+\))?$/,
];
const DATE_TEXT = '(?:\\d{4}|[〇零一二三四五六七八九]{4})年(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})日';
const COLOPHON: readonly RegExp[] = [
  new RegExp(`^(?:于.{1,12})?${DATE_TEXT}(?:\\s*于.{1,12})?\\s*(?:[（(].{1,40}[）)])?$`, 'u'),
  /^[（(](?:新华社|中新社|人民日报|据).{0,40}[）)]$/u,
  /^《\s*[^》]{1,20}\s*》\s*[（(].{4,40}[）)]$/u,
  /^\|.*\|$/,
  /^(?:Done|Signed|Adopted) (?:at|in|on) .{3,80}$/i,
  /^(?:Совершено|Подписано|г\. ?\p{Lu}).{3,80}$/u,
];
const SIGNATURE = /^[^。！？；：，.!?;:]{2,40}$/u;
const LONGEST_TITLE = 120;

/**
 * Reads a text as it was received: title from a `标题:` line, the first heading or a first line that reads like
 * one; date and address from their own lines; closing lines set apart. Whatever is not recognised stays in the body.
 */
export function readPlainText(blocks: readonly Block[]): PlainText {
  const fields: Partial<Record<'title' | 'url' | 'issued', string>> = {};
  const body: Block[] = [];
  for (const block of blocks) {
    const { text } = block;
    if (FURNITURE.some((pattern) => pattern.test(text))) {
      const url = URL.exec(text)?.[0];
      if (url !== undefined && body.length === 0) fields.url ??= url;
      continue;
    }
    const isHead = body.length < 3;
    if (isHead && block.kind === 'paragraph' && readField(text, fields)) continue;
    if (isHead && block.kind === 'heading' && block.level <= 2 && isTitle(text, fields.title)) {
      if (fields.title === undefined || text.length < fields.title.length) fields.title = text;
      continue;
    }
    body.push(block);
  }
  const first = body[0];
  if (fields.title === undefined && first?.kind === 'paragraph' && readsLikeTitle(first.text)) {
    fields.title = first.text;
    body.shift();
  }
  const colophon = takeColophon(body);
  const signed = readDate(colophon.map((block) => block.text).join(' '));
  return {
    metadata: { ...fields, ...(signed === undefined ? {} : { eventDate: signed }) },
    body,
    colophon,
  };
}

/** The first date in a text, as `YYYY-MM-DD`; `undefined` if there is none. Han numerals are read too. */
export function readDate(text: string): string | undefined {
  const chinese = new RegExp(DATE_TEXT, 'u').exec(text)?.[0];
  if (chinese !== undefined) {
    const [year = '', month = '', day = ''] = chinese.split(/[年月日]/);
    return isoDate(yearOf(year), numberOf(month), numberOf(day));
  }
  const iso = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text);
  return iso === null ? undefined : isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
}

function readField(text: string, fields: Partial<Record<'title' | 'url' | 'issued', string>>): boolean {
  const field = FIELD.exec(text);
  const name = field?.[1]?.toLowerCase() ?? '';
  const value = field?.[2]?.trim() ?? '';
  if (field === null) {
    const alone = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/.test(text);
    const date = alone ? readDate(text) : undefined;
    if (date === undefined) return false;
    fields.issued ??= date;
    return true;
  }
  const url = URL.exec(value)?.[0];
  const date = readDate(value);
  if (/^(?:标题|题目|title)$/.test(name)) fields.title ??= value;
  else if (url !== undefined) fields.url ??= url;
  else if (date !== undefined) fields.issued ??= date;
  else return /^(?:来源|source)$/.test(name);
  return true;
}

/** A heading is the title if none was found yet, or if it repeats the one found, with or without an addition. */
function isTitle(text: string, found: string | undefined): boolean {
  if (found === undefined) return !/^[〇一二三四五六七八九十]{1,3}(?:、|$)|^\d|^第.{1,3}[章条节部]/.test(text) && text !== '';
  return found.startsWith(text) || text.startsWith(found);
}

function readsLikeTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && !/[。！？；：:;,，.!?、]$/.test(text) && !/^(?:[〇一二三四五六七八九十]{1,3}、|\d+[.、)]|——)/.test(text);
}

/** Takes closing lines off the end of the body: from a place, date or agency line on, with the signatures above it. */
function takeColophon(body: Block[]): Block[] {
  let start = body.length;
  const isClosing = (block: Block | undefined): boolean =>
    block?.kind === 'break' || COLOPHON.some((pattern) => pattern.test(block?.text ?? ''));
  while (start > 1 && body[start - 1]?.kind === 'paragraph' && isClosing(body[start - 1])) start--;
  if (start === body.length) return [];
  while (start > 1 && (isClosing(body[start - 1]) || isSignature(body[start - 1]))) start--;
  return body.splice(start).filter((block) => block.kind !== 'break');
}

function isSignature(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && SIGNATURE.test(block.text) && !/^[〇一二三四五六七八九十\d]{1,4}$/.test(block.text);
}

function yearOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return Number([...text].map((digit) => '〇一二三四五六七八九'.indexOf(digit === '零' ? '〇' : digit)).join(''));
}

function numberOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (parseHanNumeral(text) ?? 0);
}

function isoDate(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
