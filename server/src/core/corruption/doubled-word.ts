import type { Paragraph, Statement } from '../statement/model.ts';
import type { Sign } from './sign.ts';

interface Rule {
  readonly pattern: RegExp;
  /** True where the words are right as they stand. */
  readonly isSound?: (match: RegExpExecArray) => boolean;
}

const NUMERAL = /[〇零一二两三四五六七八九十百千万亿]/;
/** Characters that are doubled in everyday words, and with which a doubled pair says nothing. */
const REDUPLICATED =
  /[人天年日月家户时处事个种层步件次句条字点样多少大小高深重往常渐逐纷仅恰刚频屡偏默源息好慢快早远]/;
/** With these a repeated pair is two words: 和平|和|平等 → 和平和平等. */
const JOINS = /^[和与及或并而的为以在对将中]/;

/**
 * Words that stand twice in a row. Conservative: a single character that is doubled is mostly the end of one word and the
 * beginning of the next (发展展现, 合作作出), so of these only such are named as no two words make.
 */
const RULES: readonly Rule[] = [
  // 管理管理, 战略稳定战略稳定
  {
    pattern: /(\p{Script=Han}{2,12}?)\1/gu,
    isSound: ([, words = '']) =>
      NUMERAL.test(words) || JOINS.test(words) || REDUPLICATED.test(words) || /^(.)\1+$/u.test(words),
  },
  // 展览展展: one character three times among four; the other way round, 展展览展, is 开展展览展示
  {
    pattern: /(\p{Script=Han})(?!\1)\p{Script=Han}\1\1/gu,
    isSound: ([words]) => NUMERAL.test(words) || REDUPLICATED.test(words),
  },
  // 歪曲、歪曲和: an item of a list that the item before it ends with
  { pattern: /(\p{Script=Han}{2,12})、\1(?=[和与及或、，。])/gu },
  // particles: 目的的, 标的的 and 的的确确 are right, as are 为了了解, 与与会国, 存在在, 尤其其
  { pattern: /(?<![目标有])的的(?!确)/gu },
  { pattern: /(?<![尤极及与])其其(?!实)/gu },
  { pattern: /(?<![为除罢])了了(?![解然结])/gu },
  { pattern: /(?<![凡但于总或国])是是(?![非否])/gu },
  { pattern: /(?<![参给赋授赠付])与与(?![会否时])/gu },
  { pattern: /(?<![存现实所潜内外旨志好])在在(?!建)/gu },
  { pattern: /(?<![即大少中小主名干上准])将将(?![领军士官帅])/gu },
  { pattern: /们们|不不|被被|于于(?!是)|且且|但但|或或|而而/gu },
  // the the; small letters only, for names are doubled: Baden Baden
  {
    pattern: /(?<![\p{L}\p{M}\d'’-])(\p{Ll}{2,30}|[aавикосу])\s+\1(?![\p{L}\p{M}\d'’-])/gu,
    isSound: ([, word = '']) => ['that', 'had', 'very', 'что'].includes(word),
  },
];

export function doubledWords({ source, paragraphs }: Statement): Sign[] {
  return paragraphs.flatMap((paragraph) => withoutOverlap(inParagraph(source, paragraph)));
}

function inParagraph(source: string, { span, address }: Paragraph): Sign[] {
  const words = source.slice(span.start, span.end);
  return RULES.flatMap(({ pattern, isSound }) =>
    [...words.matchAll(pattern)]
      .filter((match) => isSound?.(match) !== true)
      .map((match): Sign => {
        const start = span.start + match.index;
        const place = { start, end: start + match[0].length };
        return { kind: 'doubled-word', span: place, address, reasonValues: { words: match[0] } };
      }),
  );
}

function withoutOverlap(signs: readonly Sign[]): Sign[] {
  const kept: Sign[] = [];
  for (const sign of [...signs].sort((a, b) => a.span.start - b.span.start)) {
    if ((kept.at(-1)?.span.end ?? -1) <= sign.span.start) kept.push(sign);
  }
  return kept;
}
