import { isChinese } from '../script.ts';
import type { Paragraph, Statement } from '../statement/model.ts';
import type { Sign } from './sign.ts';

/** A run of small letters, which is no acronym and no name, with nothing about it that an address or a formula has. */
const WORDS =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\d@#/\\_.:&%=+*$-])\p{Ll}+(?:[ \u00a0]\p{Ll}+){0,2}(?![\p{Script=Latin}\p{Script=Cyrillic}\d@#/\\_&%=+*-]|[.:][\p{L}\d/])/gu;
const LETTERS = /^[\p{Script=Latin}\p{Script=Cyrillic}\s]+$/u;
/** What may stand around it: Chinese on both sides, so that it stands in the middle of a sentence. */
const HAN_BEFORE = /[\p{Script=Han}，、；：][\s\u3000]*$/u;
const HAN_AFTER = /^[\s\u3000]*[\p{Script=Han}，、；：。]/u;
/** Units of measurement and loan words that Chinese texts write in small letters. */
const USUAL = new Set(
  (
    'mm cm dm m km g kg mg t ha l ml kw mw gw kwh s ms h min nm db hz khz mhz ghz pa kpa mpa ppm ppb bp kn mol cal kcal ' +
    'app wifi email web vs v no n x y z a b c d e i p q r k ii iii iv vi vii viii ix xi xii км м кг т'
  ).split(' '),
);
const MARKS_OPEN = '“‘「『《〈（([';
const MARKS_CLOSE = '”’」』》〉）)]';

/** Words of another script amid running Chinese text: `规则 and 原则`. Quoted and bracketed ones are there on purpose. */
export function foreignWords({ metadata, source, paragraphs }: Statement): Sign[] {
  if (!isChinese(metadata.language)) return [];
  return paragraphs.flatMap((paragraph) => inParagraph(source, paragraph));
}

function inParagraph(source: string, { span, address }: Paragraph): Sign[] {
  const words = source.slice(span.start, span.end);
  if (!isMostlyHan(words)) return [];
  const enclosed = enclosedUpTo(words);
  return [...words.matchAll(WORDS)].flatMap((match): Sign[] => {
    const [word] = match;
    const { index } = match;
    const end = index + word.length;
    if (!LETTERS.test(word) || USUAL.has(word) || enclosed(index)) return [];
    if (
      !HAN_BEFORE.test(words.slice(Math.max(0, index - 4), index)) ||
      !HAN_AFTER.test(words.slice(end, end + 4))
    )
      return [];
    const place = { start: span.start + index, end: span.start + end };
    return [{ kind: 'foreign-word', span: place, address, reasonValues: { words: word } }];
  });
}

/** True for Chinese text with few other letters: in a paragraph that mixes languages a foreign word is at home. */
function isMostlyHan(words: string): boolean {
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = words.match(/[\p{Script=Latin}\p{Script=Cyrillic}]/gu)?.length ?? 0;
  return han > others;
}

/** Tells for offsets asked in rising order whether they lie within quotation marks, title marks or brackets. */
function enclosedUpTo(words: string): (offset: number) => boolean {
  let depth = 0;
  let at = 0;
  return (offset) => {
    for (; at < offset; at++) {
      const mark = words[at] ?? '';
      if (MARKS_OPEN.includes(mark)) depth++;
      else if (MARKS_CLOSE.includes(mark)) depth = Math.max(0, depth - 1);
    }
    return depth > 0;
  };
}
