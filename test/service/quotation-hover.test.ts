import { beforeAll, describe, expect, test } from 'vitest';
import type { Service } from '../../server/src/service/service.ts';
import { accords, LAW, noteOf, PARTNERSHIP, STABILITY, wordsAt } from './quoting.ts';
import { lineOf } from './shipped-lines.ts';
import { shippedCorpusWorld } from './sources.ts';
import { createWorld, noteWithCursor, SHIPPED } from './workspace.ts';

let service: Service;

beforeAll(async () => {
  ({ service } = await shippedCorpusWorld());
});

/** The parts of a hover between blank lines, of a note with a cursor in it. */
async function hover(marked: string, maxCharacters = 2000): Promise<string[]> {
  const { draft, offset } = noteWithCursor(marked);
  const found = await service.hover(draft, offset, { maxCharacters, quotations: { least: 4 } });
  return found?.contents.split('\n\n') ?? [];
}

/** The link to a line of a statement's text. */
function linkTo(label: string, key: string, line: number): string {
  return `[${label}](${SHIPPED}/statements/${key}.statement.md#L${String(lineOf(key, line))})`;
}

// The third paragraph stands in the sixth line after the front matter.
const third = 6;

describe('hovering a quotation', () => {
  test('says where it is word for word', async () => {
    expect(await hover(`“应摒弃冷战|思维和零和博弈”[@${STABILITY}，第3段]。`)).toEqual([
      '✓ Word for word in 第3段 of “中俄全球战略稳定联合声明”.',
      linkTo('Open passage', STABILITY, third),
    ]);
  });

  test('shows source and draft with what differs marked', async () => {
    const text = `他们“强调维持|大国关系对解决全球战略问题的极端重要性”[@${STABILITY}，第3段]。`;
    expect(await hover(text)).toEqual([
      '⚠ Differs in 3 places from 第3段 of “中俄全球战略稳定联合声明”.',
      '**Source**\n> 强调维持**建设性**大国关系对解决全球战略**性**问题的重要性',
      '**Draft**\n> “强调维持大国关系对解决全球战略问题的~~极端~~重要性”',
      linkTo('Open passage', STABILITY, third),
    ]);
  });

  test('marks what differs so that Markdown reads it, and shows signs of Markdown as they are', async () => {
    const text = `他们“**进一步**推进|所谓‘延伸威慑’安排，同无核武器国家盟友”[@${STABILITY}，第12段]。`;
    const [, source, own] = await hover(text);
    // A mark beside punctuation counts only with a space on its other side: the narrowest that there is.
    expect(source).toBe('**Source**\n> 进一步推进所谓“延伸威慑”**和“核共享”**\u200a安排，同无核武器国家盟友');
    expect(own).toBe('**Draft**\n> “\\*\\*进一步\\*\\*推进所谓‘延伸威慑’安排，同无核武器国家盟友”');
  });

  test('cuts what does not differ where the quotation is long', async () => {
    const text = `“双方强调维持建设性大国关系对解决全球战略性问题的重要性。核武器国家对国际安全和全球战略稳定负有特殊责任，应摒弃冷战思维和零和博弈，并放弃采取引发|战略危机的举措。”[@${STABILITY}，第3段]`;
    const [, source, own] = await hover(text, 40);
    expect(source).toBe('**Source**\n> …任，应摒弃冷战思维和零和博弈，并放弃采取引发战略**风险**的举措');
    expect(own).toContain('战略~~危机~~的举措');
  });

  test('says which witness reads so', async () => {
    const text = `“决心在尊重各国资情|和主权的基础上”[@${PARTNERSHIP}，第五部分第20段]。`;
    expect(await hover(text)).toContain('Witness A reads so; the text follows B.');
  });

  test('lists the places where misplaced words stand', async () => {
    expect(await hover(`“应摒弃冷战|思维和零和博弈”[@${LAW}，第一部分第1段]。`)).toEqual([
      '⚠ These words stand in 第3段 of “中俄全球战略稳定联合声明”, not in 第一部分第1段 of “中俄维护国际法权威联合声明”.',
      `- ${linkTo('第3段 of “中俄全球战略稳定联合声明”', STABILITY, third)}`,
    ]);
  });

  test('says that words were not found, and tells of those without a citation', async () => {
    const [line, ...others] = await hover(`“双方一致认为月球|应当共同开发”[@${STABILITY}，第3段]`);
    expect(line).toBe(
      '⚠ These words were found neither in 第3段 of “中俄全球战略稳定联合声明” nor elsewhere in the corpus.',
    );
    expect(others).toEqual([]);
    const uncited = await hover('说“双方谴责将商业航天系统|用于干涉主权国家内政”的人');
    expect(uncited[0]).toBe(
      'These words stand in 第11段 of “中俄全球战略稳定联合声明”; no citation says so.',
    );
  });

  test('covers the quotation with its marks', async () => {
    const { draft, offset } = noteWithCursor(`他们说“应摒弃冷战|思维和零和博弈”[@${STABILITY}，第3段]。`);
    const found = await service.hover(draft, offset, { maxCharacters: 99, quotations: { least: 4 } });
    expect(found && wordsAt(draft, found.range)).toBe('“应摒弃冷战思维和零和博弈”');
  });

  test('shows the citation where the cursor is on that, also within a quotation', async () => {
    const own = await hover(`“应摒弃冷战思维和零和博弈”[@${STABILITY}|，第3段]。`);
    expect(own[0]).toMatch(/^\*\*中俄全球战略稳定联合声明\*\*/u);
    const within = await hover(`“重申《全球战略稳定的联合|声明》第3段的话”[@${STABILITY}，第3段]。`);
    expect(within[0]).toMatch(/^\*\*中俄全球战略稳定联合声明\*\*/u);
  });

  test('says nothing of what is no quotation, nor of what nobody can know', async () => {
    expect(await hover(`他们|说“应摒弃冷战思维和零和博弈”[@${STABILITY}，第3段]。`)).toEqual([]);
    expect(await hover('“双方一致认为|月球应当共同开发”[@smith2020]。')).toEqual([]);
    expect(await hover('所谓“零和|博弈”。')).toEqual([]);
  });

  test('lists a few places where there are many', async () => {
    const sentence = '双方支持扩大边境贸易。';
    const many = Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [
        `file:///corpus/n${String(i)}.statement.md`,
        accords['file:///corpus/fourth.statement.md']
          .replace('fourth', `n${String(i)}`)
          .replace('双方将举办文化年。', i === 0 ? '双方互免签证。' : sentence),
      ]),
    );
    const world = await createWorld(many);
    const text = '“双方支持扩大边境贸易”[@n0，第2段]。';
    const found = await world.service.hover(noteOf(text), 3, { maxCharacters: 99, quotations: { least: 4 } });
    const lines = found?.contents.split('\n').filter((line) => line.startsWith('- '));
    expect(lines).toHaveLength(6);
    expect(lines?.at(-1)).toBe('- … and 2 more');
  });
});
