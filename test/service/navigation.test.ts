import { beforeAll, describe, expect, test } from 'vitest';
import { createDraft } from '../../server/src/service/draft.ts';
import type { DocumentSymbol } from '../../server/src/service/document-symbols.ts';
import { lineOf } from './shipped-lines.ts';
import {
  createWorld,
  filesOf,
  noteWithCursor,
  shippedFiles,
  shippedWorld,
  show,
  SHIPPED,
  type World,
} from './workspace.ts';

let world: World;

beforeAll(async () => {
  world = await shippedWorld();
});

const STABILITY = 'cn-ru-2025-global-strategic-stability';
const LAW = 'cn-ru-2025-international-law';
const WORLD = 'cn-ru-2017-world-situation';
const PARTNERSHIP = 'cn-ru-2025-comprehensive-partnership';
const COORDINATION = 'cn-ru-2026-comprehensive-coordination';
const stability11 = show({
  start: { line: lineOf(STABILITY, 22) - 1, character: 0 },
  end: { line: lineOf(STABILITY, 22) - 1, character: 34 },
});
const law4 = show({
  start: { line: lineOf(LAW, 8) - 1, character: 2 },
  end: { line: lineOf(LAW, 8) - 1, character: 80 },
});
const uriOf = (key: string): string => `${SHIPPED}/${key}.statement.md`;

describe('definition', () => {
  /** `words → file range`, the cursor's place inside the range left out where it is the start. */
  function check(note: string, expected: readonly string[]): void {
    const { draft, offset } = noteWithCursor(note);
    const targets = world.service.definition(draft, offset).map(({ from, uri, range, selection }) => {
      const words = draft.text.slice(draft.lines.offsetAt(from.start), draft.lines.offsetAt(from.end));
      expect(selection).toEqual({ start: range.start, end: range.start });
      return `${words} → ${uri.replace(`${SHIPPED}/`, '').replace('.statement.md', '')} ${show(range)}`;
    });
    expect(targets).toEqual(expected);
  }

  test('leads to the paragraph', () => {
    check(`见[@${STABILITY}，第11段|]`, [`[@${STABILITY}，第11段] → ${STABILITY} ${stability11}`]);
  });

  test('leads past the marker of a section', () => {
    check(`[@${LAW}，第四部分第1|段]`, [`[@${LAW}，第四部分第1段] → ${LAW} ${law4}`]);
  });

  test('leads to a section with its heading, up to the end of its last paragraph', () => {
    const targets = (() => {
      const { draft, offset } = noteWithCursor(`[@${PARTNERSHIP}，第十部分|]`);
      return world.service.definition(draft, offset);
    })();
    expect(targets.map(({ range }) => [range.start, range.end.line])).toEqual([
      [{ line: lineOf(PARTNERSHIP, 234) - 1, character: 0 }, lineOf(PARTNERSHIP, 258) - 1],
    ]);
  });

  test('leads to each passage of a list', () => {
    const { draft, offset } = noteWithCursor(`[@${STABILITY}，第3、5段|]`);
    expect(world.service.definition(draft, offset).map(({ range }) => range.start.line + 1)).toEqual([
      lineOf(STABILITY, 6),
      lineOf(STABILITY, 10),
    ]);
  });

  test('of a bare key leads to the first paragraph', () => {
    const { draft, offset } = noteWithCursor(`[@${STABILITY}|]`);
    expect(world.service.definition(draft, offset).map(({ range }) => range.start)).toEqual([
      { line: lineOf(STABILITY, 2) - 1, character: 0 },
    ]);
  });

  test('follows links and titles', () => {
    check(`[x](pincite:${STABILITY}#1|1)`, [`[x](pincite:${STABILITY}#11) → ${STABILITY} ${stability11}`]);
    check('《全球战略稳定的联合声明》第1|1段', [
      `《全球战略稳定的联合声明》第11段 → ${STABILITY} ${stability11}`,
    ]);
  });

  test('leads nowhere where there is nothing', () => {
    check('[@smith2020|]', []);
    check(`[@${LAW}，第四部分第9段|]`, []);
    check('文字|', []);
  });
});

describe('document links', () => {
  test('are given for every reference that leads somewhere', () => {
    const text = [
      `见[@${STABILITY}，第11段]，又见[@smith2020, p. 3]。`,
      `𠮷[见 @${LAW}，第四部分; @${WORLD}]`,
      `[x](pincite:${STABILITY}#2)`,
      '《全球战略稳定的联合声明》',
      `\`@${LAW}\``,
    ].join('\n\n');
    const draft = createDraft('file:///notes/a.md', text);
    const links = world.service.links(draft).map(({ range, target, tooltip }) => {
      const words = text.slice(draft.lines.offsetAt(range.start), draft.lines.offsetAt(range.end));
      return [words, target.replace(`${SHIPPED}/`, ''), tooltip];
    });
    expect(links).toEqual([
      [
        `[@${STABILITY}，第11段]`,
        `${STABILITY}.statement.md#L${String(lineOf(STABILITY, 22))}`,
        'Open 中俄全球战略稳定联合声明 · 第11段',
      ],
      [
        `见 @${LAW}，第四部分`,
        `${LAW}.statement.md#L${String(lineOf(LAW, 8))}`,
        'Open 中俄维护国际法权威联合声明 · 第四部分',
      ],
      [
        `@${WORLD}`,
        `${WORLD}.statement.md#L${String(lineOf(WORLD, 2))}`,
        'Open 中俄世界形势和重大国际问题联合声明',
      ],
      [
        `[x](pincite:${STABILITY}#2)`,
        `${STABILITY}.statement.md#L${String(lineOf(STABILITY, 4))}`,
        'Open 中俄全球战略稳定联合声明 · 第2段',
      ],
      [
        '《全球战略稳定的联合声明》',
        `${STABILITY}.statement.md#L${String(lineOf(STABILITY, 2))}`,
        'Open 中俄全球战略稳定联合声明',
      ],
    ]);
  });
});

describe('document symbols', () => {
  /** Two levels of the outline: `kind name (children)`. */
  function outline(symbol: DocumentSymbol | undefined): string[] {
    const line = ({ kind, name, children }: DocumentSymbol): string =>
      `${kind} ${name}${children.length > 0 ? ` (${String(children.length)})` : ''}`;
    return symbol === undefined ? [] : [line(symbol), ...symbol.children.map((child) => `  ${line(child)}`)];
  }

  test('are statement, sections and paragraphs', () => {
    expect(outline(world.service.symbols(uriOf(WORLD)))).toEqual([
      'statement 中俄世界形势和重大国际问题联合声明 (11)',
      '  section 序言 (2)',
      '  section 第一部分 (2)',
      '  section 第二部分 (2)',
      '  section 第三部分 (1)',
      '  section 第四部分 (4)',
      '  section 第五部分 (5)',
      '  section 第六部分 (1)',
      '  section 第七部分 (1)',
      '  section 第八部分 (3)',
      '  section 第九部分 (3)',
      '  section 第十部分 (1)',
    ]);
    const fourth = world.service.symbols(uriOf(WORLD))?.children[4];
    expect(fourth?.children[1]).toMatchObject({
      kind: 'paragraph',
      name: expect.stringMatching(/^4\.2 双方呼吁国际社会形成统一的反恐联盟/) as string,
      range: { start: { line: lineOf(WORLD, 18) - 1, character: 0 }, end: { line: lineOf(WORLD, 18) - 1 } },
    });
    expect(fourth?.range).toMatchObject({
      start: { line: lineOf(WORLD, 16) - 1, character: 0 },
      end: { line: lineOf(WORLD, 22) - 1 },
    });
    expect(fourth && show(fourth.selection)).toBe(
      `${String(lineOf(WORLD, 16))}:1-${String(lineOf(WORLD, 16))}:3`,
    );
  });

  test('of a statement without sections are its paragraphs', () => {
    const symbol = world.service.symbols(uriOf(STABILITY));
    expect(symbol?.children).toHaveLength(25);
    expect(symbol?.children[10]?.name).toBe(
      '11 双方谴责将商业航天系统用于干涉主权国家内政、介入他国武装冲突…',
    );
    // The words after `title: `.
    const title = '中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明';
    expect(symbol && show(symbol.selection)).toBe(`4:8-4:${String(8 + title.length)}`);
  });

  test('contain what they select, and their children', () => {
    const visit = (symbol: DocumentSymbol): void => {
      for (const inner of [{ range: symbol.selection }, ...symbol.children]) {
        expect(
          before(symbol.range.start, inner.range.start) && before(inner.range.end, symbol.range.end),
        ).toBe(true);
      }
      symbol.children.forEach(visit);
    };
    for (const key of [STABILITY, LAW, WORLD, PARTNERSHIP, COORDINATION]) {
      const symbol = world.service.symbols(uriOf(key));
      expect(symbol).toBeDefined();
      if (symbol !== undefined) visit(symbol);
    }
  });

  test('are not given for other files', () => {
    expect(world.service.symbols('file:///notes/a.md')).toBeUndefined();
  });

  test('nest as the text does', async () => {
    const nested = await createWorld(
      filesOf(
        '//- file:///corpus/a.statement.md\n---\nid: abc\ntitle: 题\n---\n\n一、甲。\n\n（一）乙。\n\n（二）丙。\n\n二、丁。\n',
      ),
    );
    const [first] = nested.service.symbols('file:///corpus/a.statement.md')?.children ?? [];
    expect(first?.children.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'paragraph 1.0.1 甲。',
      'section 第一部分（一）',
      'section 第一部分（二）',
    ]);
  });
});

describe('folding', () => {
  test('folds the front matter and each section', () => {
    const folds = world.service
      .folds(uriOf(WORLD))
      .map(({ startLine, endLine }) => [startLine + 1, endLine + 1]);
    expect(folds).toEqual([
      [1, lineOf(WORLD, 0)], // front matter
      ...[
        [2, 4], // preamble
        [6, 8],
        [10, 12],
        [16, 22],
        [24, 32],
        [38, 42],
        [44, 48],
      ].map((lines) => lines.map((line) => lineOf(WORLD, line))),
    ]);
  });

  test('folds a heading with what stands under it', () => {
    const folds = world.service
      .folds(uriOf(PARTNERSHIP))
      .map(({ startLine, endLine }) => [startLine + 1, endLine + 1]);
    expect(folds).toContainEqual([lineOf(PARTNERSHIP, 6), lineOf(PARTNERSHIP, 26)]);
    expect(folds).toContainEqual([lineOf(PARTNERSHIP, 234), lineOf(PARTNERSHIP, 258)]);
    expect(folds).toHaveLength(12);
  });

  test('does not fold other files', () => {
    expect(world.service.folds('file:///notes/a.md')).toEqual([]);
  });
});

describe('workspace symbols', () => {
  test('are the statements for no query', async () => {
    expect(
      (await world.service.workspaceSymbols(' ')).map(({ name, container, kind }) => [kind, name, container]),
    ).toEqual([
      ['statement', '中俄加强全面战略协作联合声明', COORDINATION],
      ['statement', '中俄深化全面战略协作伙伴关系联合声明', PARTNERSHIP],
      ['statement', '中俄全球战略稳定联合声明', STABILITY],
      ['statement', '中俄维护国际法权威联合声明', LAW],
      ['statement', '中俄世界形势和重大国际问题联合声明', WORLD],
    ]);
  });

  test('are passages that hold the words in their names', async () => {
    const symbols = await world.service.workspaceSymbols('作战疆域');
    expect(symbols.map(({ container }) => container).sort()).toEqual([
      '中俄全球战略稳定联合声明 · 第10段',
      '中俄深化全面战略协作伙伴关系联合声明 · 第八部分第5段',
    ]);
    for (const { name } of symbols) expect(name).toMatch(/^….{8}作战疆域/);
  });

  test('hold every word of the query, however far apart', async () => {
    const names = (await world.service.workspaceSymbols('外空 国际倡议')).map(({ name }) => name);
    expect(names).toHaveLength(2);
    expect(names).toContainEqual(expect.stringMatching(/^…方反对个别国家将外空.*…国际倡议\/政治承诺。$/));
    for (const name of names) expect(name).toMatch(/外空.*国际倡议/);
  });

  test('are followed by what was typed where their names have not got it', async () => {
    // Editors pass over a name without the characters that were typed.
    for (const query of ['waikongwuqi', '外空 wuqi', '外空武器化並使']) {
      const [symbol] = await world.service.workspaceSymbols(query);
      expect(symbol?.name).toBe(
        `…轨道拦截系统，将外空武器化并使之成为武装对抗场所，导致局势雪上加霜。 (${query})`,
      );
    }
    // What only comes near was not typed otherwise, but wrongly.
    const [near] = await world.service.workspaceSymbols('外空武器化饼使');
    expect(near?.name).toMatch(/将外空武器化并使之成为武装对抗场所，导致局势雪上加霜。$/);
  });

  test('are never cut within a character', async () => {
    const rare = await createWorld(
      filesOf(
        `//- file:///corpus/a.statement.md\n---\nid: abc\ntitle: 题\n---\n\n${'𠮷'.repeat(20)}a目标${'𠮷'.repeat(90)}\n`,
      ),
    );
    for (const { name } of await rare.service.workspaceSymbols('目标')) {
      expect(name).toContain('目标');
      expect(name).not.toMatch(/(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/);
    }
  });
});

describe('the passage at a place', () => {
  function at(
    key: string,
    start: readonly [number, number],
    end: readonly [number, number] = start,
  ): string[] {
    const position = ([line, character]: readonly [number, number]) => ({
      line: lineOf(key, line) - 1,
      character,
    });
    const found = world.service.passageAt(uriOf(key), { start: position(start), end: position(end) });
    return found === undefined ? [] : [found.address, ...found.path.map(({ address }) => address)];
  }

  test('is the paragraph under the cursor', () => {
    expect(at(STABILITY, [22, 7])).toEqual(['11', '', '11']);
    expect(at(WORLD, [18, 0])).toEqual(['4.2', '', '4', '4.2']);
  });

  test('is the section at its marker or heading', () => {
    expect(at(WORLD, [16, 0])).toEqual(['4', '', '4', '4.1']);
    expect(at(PARTNERSHIP, [6, 3])).toEqual(['1', '', '1', '1.1']);
  });

  test('is a run where a selection reaches over several', () => {
    expect(at(STABILITY, [20, 2], [24, 3])).toEqual(['10-12', '', '10']);
    expect(at(WORLD, [22, 2], [24, 9])).toEqual(['4.4-5.1', '', '4', '4.4']);
  });

  test('is the statement as a whole in front matter and colophon, and between paragraphs', () => {
    expect(at(STABILITY, [-16, 2])).toEqual(['', '']);
    expect(at(STABILITY, [54, 2])).toEqual(['', '']);
    expect(at(STABILITY, [23, 0])).toEqual(['', '']);
  });

  test('is none in other files', () => {
    const start = { line: 0, character: 0 };
    expect(world.service.passageAt('file:///notes/a.md', { start, end: start })).toBeUndefined();
  });

  test('is none in a file whose key belongs to another', async () => {
    const text = shippedFiles()[uriOf(LAW)] ?? '';
    const two = await createWorld({
      'file:///corpus/a.statement.md': text,
      'file:///corpus/b.statement.md': text,
    });
    const start = { line: lineOf(LAW, 8) - 1, character: 5 };
    expect(two.service.passageAt('file:///corpus/a.statement.md', { start, end: start })?.address).toBe(
      '4.1',
    );
    expect(two.service.passageAt('file:///corpus/b.statement.md', { start, end: start })).toBeUndefined();
  });
});

function before(a: { line: number; character: number }, b: { line: number; character: number }): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
