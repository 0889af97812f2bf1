import type { Block } from './blocks.ts';
import { takeColophon } from './colophon.ts';
import { DATE_IN_WORDS, readDate } from './date.ts';
import { isListItem } from './lines.ts';
import { readMarker } from './marker.ts';
import type { Metadata } from './model.ts';

/** What a text without front matter says about itself at its head and foot, and the body between. */
export interface PlainText {
  readonly metadata: Partial<Metadata>;
  readonly body: readonly Block[];
  readonly colophon: readonly Block[];
}

type Fields = Partial<Record<'title' | 'url' | 'issued' | 'eventDate', string>>;

const FIELD =
  /^(标题|题目|链接|网址|来源|发布时间|发布日期|日期|时间|title|url|link|source|date|published)\s*[:：]\s*(.+)$/isu;
const URL = /https?:\/\/[^\s)\]>）】"”]+/;
const ALONE = new RegExp(
  `^(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2})?)?|${DATE_IN_WORDS})$`,
  'iu',
);
const IN_PARENTHESES = new RegExp(`^[（(][^）)]{0,20}(?:${DATE_IN_WORDS})[^）)]{0,20}[）)]$`, 'iu');
/** Page matter of newspapers and report sites; see the corpus's own list of furniture for the shipped texts. */
const FURNITURE: readonly RegExp[] = [
  /^[（(](?:下转|上接|转|接)第.{1,4}版.*[）)]$/,
  /^\**预览已结束.*$/,
  /^\[?https?:\/\/\S+$/,
];
/** Lines that say something about a text, and lines of the page round it, are not longer than this. */
const LONGEST_FIELD = 600;
const LONGEST_TITLE = 160;
/** How many blocks of text may precede the title and the fields. */
const HEAD = 3;

/** True for a line such as `发布时间: 2025-05-09`, which says one thing about the text and is no part of it. */
export function isFieldLine(line: string): boolean {
  return line.length <= LONGEST_FIELD && FIELD.test(line);
}

/**
 * Reads a text as it was received: title from a `标题:` line, the first heading or a first line that reads like
 * one; date and address from their own lines; closing lines set apart. Whatever is not recognised stays in the body,
 * and so does a heading that differs from a title already known.
 */
export function readPlainText(blocks: readonly Block[], knownTitle?: string): PlainText {
  const fields: Fields = knownTitle === undefined ? {} : { title: knownTitle };
  const body: Block[] = [];
  let taken = true;
  for (const block of blocks) {
    const { text, glued } = block;
    if (isFurniture(block)) {
      const url = URL.exec(text)?.[0];
      if (url !== undefined && body.length === 0) fields.url ??= url;
      continue;
    }
    // A wrapped line that begins with `Source:` belongs to its paragraph.
    taken = body.length < HEAD && (taken || !glued) && (readField(block, fields) || isTitle(block, fields));
    if (!taken) body.push(block);
  }
  const [first] = body;
  if (fields.title === undefined && first?.kind === 'paragraph' && readsLikeTitle(first.text)) {
    fields.title = first.text;
    body.shift();
  }
  const colophon = takeColophon(body);
  const signed = readDate(colophon.map((block) => block.text).join(' '));
  return {
    metadata: { ...(signed === undefined ? {} : { eventDate: signed }), ...fields },
    body,
    colophon,
  };
}

function isFurniture({ kind, text }: Block): boolean {
  return (
    kind === 'paragraph' && text.length <= LONGEST_FIELD && FURNITURE.some((pattern) => pattern.test(text))
  );
}

/** Takes what a line of the head says into `fields`; `false` if it says nothing, or nothing that has a place there. */
function readField({ kind, text }: Block, fields: Fields): boolean {
  if (kind !== 'paragraph' || text.length > LONGEST_FIELD) return false;
  if (ALONE.test(text)) return take(fields, 'issued', readDate(text));
  if (IN_PARENTHESES.test(text)) return take(fields, 'eventDate', readDate(text));
  const field = FIELD.exec(text);
  const name = field?.[1]?.toLowerCase() ?? '';
  const value = field?.[2]?.trim() ?? '';
  if (value === '') return false;
  if (/^(?:标题|题目|title)$/.test(name)) return take(fields, 'title', value);
  const url = URL.exec(value)?.[0];
  if (url !== undefined) return take(fields, 'url', url);
  return take(fields, 'issued', readDate(value)) || /^(?:来源|source)$/.test(name);
}

/** The first value counts; a line that only says again what is known is no part of the text either. */
function take(fields: Fields, name: keyof Fields, value: string | undefined): boolean {
  if (value === undefined) return false;
  fields[name] ??= value;
  return fields[name] === value;
}

/** A heading is the title if none was found yet, or if it repeats the one found, with or without an addition. */
function isTitle({ kind, level, text }: Block, fields: Fields): boolean {
  if (kind !== 'heading' || level > 2 || text === '' || readMarker(text, true) !== undefined) return false;
  const { title } = fields;
  if (title !== undefined && !title.startsWith(text) && !text.startsWith(title)) return false;
  // Of two that repeat each other the shorter is the title: （全文） and the like are additions.
  if (title === undefined || text.length < title.length) fields.title = text;
  return true;
}

function readsLikeTitle(text: string): boolean {
  if (text.length > LONGEST_TITLE || /[。！？；：:;,，.!?、]$/.test(text)) return false;
  return !isListItem(text) && readMarker(text, false) === undefined;
}
