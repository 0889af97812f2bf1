import { formatHanNumeral } from '../../server/src/core/numeral.ts';
import type { StatementEntry, UnitEntry } from '../../server/src/core/search/entry.ts';
import { createRandom, pick, seedOf } from '../random.ts';
import { readMaterial } from './material.ts';
import { madeClause, paragraphText } from './paragraph.ts';

/** Every statement has as many. */
export const PARAGRAPHS_A_STATEMENT = 200;

/** Statements without end, the same for the same seed; each can be made without those before it. */
export interface Corpus {
  /** `revision` gives the same statement with other paragraphs. */
  statement(index: number, revision?: number): GeneratedStatement;
  /** So many paragraphs, rounded up to whole statements, a statement at a time. */
  statements(paragraphs: number): Generator<StatementEntry>;
  /** The text of a paragraph or a heading alone; `undefined` if the id names none. */
  textOf(id: string): string | undefined;
  /** A paragraph by its number among all. */
  paragraph(number: number, revision?: number): GeneratedParagraph;
}

export interface GeneratedStatement {
  readonly entry: StatementEntry;
  /** The file, in the format of `corpus/README.md`; the ranges of the entry are places in it. */
  readonly source: string;
}

export interface GeneratedParagraph {
  readonly id: string;
  readonly text: string;
}

const NATIONS =
  '中国 俄罗斯 巴西 印度 南非 蒙古 白俄罗斯 哈萨克斯坦 乌兹别克斯坦 塞尔维亚 埃及 阿根廷 越南 老挝 法国'.split(
    ' ',
  );
const FIRST_YEAR = 1970;
const YEARS = 57;

/** What names a passage in the answers of every engine. */
export function passageId(key: string, address: string): string {
  return `${key}#${address}`;
}

export function createCorpus(seed: number): Corpus {
  const material = readMaterial();
  const textAt = (index: number, number: number, revision: number): string =>
    paragraphText(material, createRandom(seedOf(seed, index, number, revision)));

  const headingOf = (index: number, section: number): string => {
    const random = createRandom(seedOf(seed, index, -3, section));
    return madeClause(material, random, 4 + random(5));
  };

  const statement = (index: number, revision = 0): GeneratedStatement => {
    const random = createRandom(seedOf(seed, index, -1));
    const parties = [pick(random, NATIONS), pick(random, NATIONS)];
    const topic = `${madeClause(material, random, 4 + random(4))}与${madeClause(material, random, 4 + random(4))}`;
    const title = `${parties.join('和')}关于${topic}的联合声明`;
    const short = `${parties.join('')}${topic}联合声明`;
    const date = dateOf(random(YEARS * 336));
    const key = keyOf(index);
    const lines = [
      ...['---', `id: ${key}`, 'type: document', `title: ${title}`, `title-short: ${short}`],
      `author: [${parties.map((name) => `{literal: ${name}}`).join(', ')}]`,
      ...[`event-date: ${date}`, 'language: zh-CN', '---'],
    ];
    const units: UnitEntry[] = [];
    const put = (unit: Omit<UnitEntry, 'range'>, before: string): void => {
      lines.push('', before + unit.text);
      const line = lines.length - 1;
      const start = { line, character: before.length };
      units.push({ ...unit, range: { start, end: { line, character: before.length + unit.text.length } } });
    };
    let number = 0;
    sectionsOf(seed, index).forEach((size, section) => {
      const label = formatHanNumeral(section);
      const place = section === 0 ? '序言' : `第${label}部分`;
      if (section > 0) {
        const text = headingOf(index, section);
        put({ kind: 'heading', address: String(section), locator: place, text }, `## ${label}、`);
      }
      for (let i = 1; i <= size; i++, number++) {
        const text = textAt(index, number, revision);
        put({ kind: 'paragraph', address: `${section}.${i}`, locator: `${place}第${i}段`, text }, '');
      }
    });
    const entry: StatementEntry = {
      ...{ uri: `file:///generated/${key}.statement.md`, key, title: short, date, language: 'zh-CN' },
      ...{ names: [title, short], stamp: `${key}-${revision}`, units },
    };
    return { entry, source: `${lines.join('\n')}\n` };
  };

  return {
    statement,
    *statements(paragraphs) {
      for (let i = 0; i * PARAGRAPHS_A_STATEMENT < paragraphs; i++) yield statement(i).entry;
    },
    textOf: (id) => {
      const [, index = '', section = '', place = ''] = /^gen-(\d+)#(\d+)(?:\.(\d+))?$/.exec(id) ?? [];
      if (index === '') return undefined;
      if (place === '') return headingOf(Number(index), Number(section));
      const before = sectionsOf(seed, Number(index)).slice(0, Number(section));
      return textAt(Number(index), before.reduce((sum, size) => sum + size, 0) + Number(place) - 1, 0);
    },
    paragraph: (number, revision = 0) => {
      const index = Math.floor(number / PARAGRAPHS_A_STATEMENT);
      const inside = number % PARAGRAPHS_A_STATEMENT;
      const address = addressOf(sectionsOf(seed, index), inside);
      return { id: passageId(keyOf(index), address), text: textAt(index, inside, revision) };
    },
  };
}

export function keyOf(index: number): string {
  return `gen-${String(index).padStart(6, '0')}`;
}

/** How many paragraphs each section has, the preamble first. */
function sectionsOf(seed: number, index: number): number[] {
  const random = createRandom(seedOf(seed, index, -2));
  const sizes = [2];
  for (let left = PARAGRAPHS_A_STATEMENT - 2; left > 0; left -= sizes.at(-1) ?? 0)
    sizes.push(left <= 32 ? left : 10 + random(20));
  return sizes;
}

function addressOf(sizes: readonly number[], inside: number): string {
  let left = inside;
  for (const [section, size] of sizes.entries()) {
    if (left < size) return `${section}.${left + 1}`;
    left -= size;
  }
  throw new RangeError(`No statement has a paragraph ${inside}.`);
}

/** Months of 28 days: every number is a date. */
function dateOf(day: number): string {
  const [year, month, date] = [
    FIRST_YEAR + Math.floor(day / 336),
    Math.floor((day % 336) / 28) + 1,
    (day % 28) + 1,
  ];
  return [year, String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
}
