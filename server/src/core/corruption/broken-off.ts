import { openingWords } from '../passage.ts';
import type { Paragraph, Statement } from '../statement/model.ts';
import type { Sign } from './sign.ts';

/** How a paragraph ends, as far as its last mark says. */
interface Ending {
  readonly isFinished: boolean;
  /** The comma that it ends with; empty if it ends with no mark. */
  readonly mark: string;
  /** The words before that mark, counted from the start of the file. */
  readonly end: number;
}

const FINAL = /(?:[。！？；：…!?;:]|\.|——|--)$/;
const COMMA = /[，、,]$/;
/** What may stand behind the last mark: closing quotation marks and brackets, a note's number. */
const BEHIND = /[\s”’」』》〉）)\]"'»*_]+$|(?<=[。！？；.!?;”’」』）)\]])(?:\[?\d{1,3}\]?|[①-⑳¹²³⁴-⁹†‡*])$/u;
/** A closing bracket with what it holds, where a finished sentence stands before it: 。（完） */
const REMARK = /(?<=[。！？；.!?;”’」』])\s*[（(【[][^（()）]{0,60}[）)】\]]$/u;
/** A mark that divides a sentence: a heading has none, so that a paragraph without it may be one. */
const DIVIDES = /[，。；：！？]|(?:[,;:!?]|(?<!\d)\.)\s|(?<=\p{Script=Han}[”’》）)]?)[,;:!?]/u;
const OPENS = /《[^》]*$|“[^”]*$|（[^）]*$|\([^)]*$/;
/** The words behind the last mark but those at the very end. */
const LAST_WORDS = /[^，。；：！？、“”‘’《》〈〉（）,;:!?()]*[“”‘’《》〈〉（）()—]*$/;
/** How many characters of the last words are shown. */
const LONGEST_END = 12;
/** Shorter paragraphs are headings, dates and signatures, which have no final mark. */
const SHORTEST = 12;
/** Marks and particles that only stand behind other words. */
const BEGINS_AMID = /^(?:[，。、；：！？）》〉”’」』]|的(?![确士])|们|等(?=[，。、的]))/u;

/** Paragraphs that end in the middle of a sentence, and such as begin there. */
export function brokenOff({ source, paragraphs }: Statement): Sign[] {
  const endings = paragraphs.map((paragraph) => endingOf(source, paragraph));
  return paragraphs.flatMap((paragraph, i) => {
    const ending = endings[i];
    const signs: Sign[] = [];
    const start = beginning(source, paragraph);
    if (start !== undefined) signs.push(start);
    // Where its neighbour ends so too it is the way of the text: a preamble with commas, a list without marks.
    const isHabit = [endings[i - 1], endings[i + 1]].some((other) => other?.isFinished === false);
    if (ending !== undefined && !ending.isFinished && !isHabit) {
      const { mark, end } = ending;
      const words =
        LAST_WORDS.exec(source.slice(Math.max(paragraph.span.start, end - LONGEST_END), end))?.[0] ?? '';
      const from = end - words.length;
      signs.push({
        kind: 'broken-off',
        span: { start: from, end: end + mark.length },
        address: paragraph.address,
        reasonValues: { side: 'end', mark, words },
      });
    }
    return signs;
  });
}

function beginning(source: string, { span, address }: Paragraph): Sign | undefined {
  const found = BEGINS_AMID.exec(source.slice(span.start, Math.min(span.end, span.start + 4)))?.[0];
  if (found === undefined) return undefined;
  const words = openingWords(source.slice(span.start, Math.min(span.end, span.start + 20)), 6);
  const place = { start: span.start, end: span.start + found.length };
  return { kind: 'broken-off', span: place, address, reasonValues: { side: 'start', mark: found, words } };
}

function endingOf(source: string, { span, text }: Paragraph): Ending {
  // The last words tell; the whole of a long paragraph need not be searched.
  const from = Math.max(span.start, span.end - 200);
  let words = source.slice(from, span.end);
  for (let length = -1; length !== words.length;) {
    length = words.length;
    words = words.replace(REMARK, '').replace(BEHIND, '');
  }
  const mark = COMMA.exec(words)?.[0] ?? '';
  const end = from + words.length - mark.length;
  const isFinished = FINAL.test(words) || isSetApart(text) || !isSentence(text, mark);
  return { isFinished, mark, end };
}

/** True for tables, addresses of pages and the like, which are no sentences. */
function isSetApart(text: string): boolean {
  return text.startsWith('|') || /https?:|www\./.test(text.slice(0, 400));
}

function isSentence(text: string, mark: string): boolean {
  const head = text.slice(0, 2000);
  if (weightOf(head) < SHORTEST) return false;
  const body = mark === '' ? head : head.slice(0, -1);
  return mark !== '' || DIVIDES.test(body) || OPENS.test(head.slice(-200));
}

function weightOf(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = text.match(/[\p{L}\d]/gu)?.length ?? 0;
  return han + (others - han) / 3;
}
