import { joinNeighbours } from '../../server/src/core/citation/compose-passages.ts';
import { composePandoc } from '../../server/src/core/citation/compose-pandoc.ts';
import { formatLocator } from '../../server/src/core/citation/format-locator.ts';
import type { StatementPassage } from '../../server/src/core/citation/statement-passage.ts';
import type { Statement } from '../../server/src/core/statement/model.ts';
import { pandocText } from '../../server/src/service/change-form-pandoc.ts';
import { addressesOf, englishTreaty } from '../core/citation/statement-fixture.ts';
import { shippedStatements } from '../core/csl/statement-of.ts';
import { mulberry32 } from './snippets.ts';

/** A paragraph with a citation that Pincite wrote. */
export interface WrittenText {
  readonly text: string;
  readonly passages: readonly StatementPassage[];
}

export const statements: readonly Statement[] = [...shippedStatements(), englishTreaty];

/** Every passage of the shipped statements, and of a treaty in English. */
export const passages: readonly StatementPassage[] = statements.flatMap((statement) =>
  ['', ...addressesOf(statement)].map((address) => ({ statement, address })),
);

/** What stands around citations: Han characters and every mark that is met beside them, and words of other scripts. */
const AROUND: readonly (readonly [before: string, behind: string])[] = [
  ...([
    ['双方重申', '。'],
    ['维护全球战略稳定', '，并称'],
    ['“和平共处”', '；'],
    ['（见正文）', '：'],
  ] as const),
  ...([
    ['《联合声明》', '、'],
    ['——', '——'],
    ['第一，', '！'],
    ['各国', '等国'],
    ['……', '……'],
    ['「甲」', '？'],
  ] as const),
  ...([
    ['', '指出'],
    ['2025年', '2026年'],
    ['NATO ', ' 东扩'],
    ['——双方', '（下同）'],
    ['一、', '）'],
  ] as const),
  ...([
    ['The sides reaffirm ', '.'],
    ['“strategic stability” ', ', and'],
    ['(as they said ', ')'],
    ['They ', ' agree'],
  ] as const),
  ...([
    ['Стороны подтверждают ', '.'],
    ['«стабильность» ', ', а также'],
    ['so: ', '; then'],
    ['', ' says so'],
  ] as const),
];
const BEFORE = ['', '', '', '见', '参见', '另见', 'see', 'see also', 'cf.', 'см.'];
const BEHIND = ['', '', '', '，强调为笔者所加', '，下同', ', emphasis added', '，附有说明（见下）'];

/** One for every passage. */
export const singles: readonly WrittenText[] = passages.map((passage, i) => {
  const [before, behind] = AROUND[i % AROUND.length] ?? ['', ''];
  const prefix = BEFORE[i % BEFORE.length];
  return { text: `${before}[${composed([passage], prefix)}]${behind}`, passages: [passage] };
});

/** Groups of two to four passages, as several are written at once: always the same for a seed. */
export function groups(seed: number, count: number): WrittenText[] {
  const random = mulberry32(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  return Array.from({ length: count }, () => {
    const chosen = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(passages));
    const joined = joinNeighbours(chosen);
    const [before, behind] = pick(AROUND);
    return { text: `${before}[${composed(joined, pick(BEFORE))}]${behind}`, passages: joined };
  });
}

/** Items with words before and behind each, in brackets or in the sentence, as other forms are brought back. */
export function converted(seed: number, count: number): WrittenText[] {
  const random = mulberry32(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  return Array.from({ length: count }, (): WrittenText[] => {
    const chosen = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(passages));
    const isTextual = random() < 0.3;
    const cited = chosen.map((passage, i) => ({
      ...passage,
      prefix: isTextual && i === 0 ? '' : pick(BEFORE),
      suffix: pick(BEHIND),
    }));
    const text = pandocText(cited, isTextual);
    if (text === undefined) return [];
    const around = isTextual ? (['', ' 指出'] as const) : pick(AROUND);
    return [{ text: around[0] + text + around[1], passages: chosen }];
  }).flat();
}

/** The same passages, three to a paragraph, so that each is printed once. */
export const triples: readonly WrittenText[] = Array.from(
  { length: Math.ceil(passages.length / 3) },
  (_, i) => {
    const chosen = passages.slice(3 * i, 3 * i + 3);
    const [before, behind] = AROUND[i % AROUND.length] ?? ['', ''];
    return { text: `${before}[${composed(chosen, '')}]${behind}`, passages: chosen };
  },
);

function composed(cited: readonly StatementPassage[], prefix: string | undefined): string {
  const group = composePandoc(cited, prefix);
  if (group === undefined) throw new Error(`not written: ${cited.map(({ address }) => address).join(' ')}`);
  return group.text;
}

/** The locator as it is written; empty for a whole statement. */
export function locatorOf({ statement, address }: StatementPassage): string {
  return address === '' ? '' : formatLocator(address, statement);
}
