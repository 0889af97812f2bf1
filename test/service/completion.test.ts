import { beforeAll, describe, expect, test } from 'vitest';
import type { Completion } from '../../server/src/service/completion-item.ts';
import { createWorld, filesOf, noteWithCursor, shippedFiles, shippedWorld, type World } from './workspace.ts';

let world: World;

beforeAll(async () => {
  world = await shippedWorld();
});

async function complete(
  note: string,
  from: World = world,
): Promise<{ items: readonly Completion[]; apply: (item: Completion) => string }> {
  const { draft, offset } = noteWithCursor(note);
  const items = await from.service.completions(draft, offset);
  const apply = ({ edit, commaEdit }: Completion): string => {
    // From the last to the first, so that places stay right.
    const edits = [edit, ...(commaEdit === undefined ? [] : [commaEdit])];
    return edits.reduce((text, { range, text: words }) => {
      const [start, end] = [draft.lines.offsetAt(range.start), draft.lines.offsetAt(range.end)];
      return text.slice(0, start) + words + text.slice(end);
    }, draft.text);
  };
  return { items, apply };
}

/** What the note becomes with the item of this label; `undefined` if it is not offered. */
async function choose(note: string, label: string, from?: World): Promise<string | undefined> {
  const { items, apply } = await complete(note, from);
  const item = items.find((each) => each.label === label);
  return item && apply(item);
}

const LAW = 'cn-ru-2025-international-law';
const STABILITY = 'cn-ru-2025-global-strategic-stability';
const newestFirst = [
  'cn-ru-2026-comprehensive-coordination',
  'cn-ru-2025-comprehensive-partnership',
  STABILITY,
  LAW,
  'cn-ru-2017-world-situation',
];

describe('after @', () => {
  test.each([
    '@|',
    '[@|',
    '[-@|',
    '[见 @|',
    '文字[@|',
    '，@|',
    '（@|',
    'see @|',
    '@{|',
    '[@a; @|',
    '> @|',
    '- [@|',
  ])('%s offers every key, newest first', async (note) => {
    const { items } = await complete(note);
    expect(items.map(({ kind, label }) => `${kind} ${label}`)).toEqual(
      newestFirst.map((key) => `key ${key}`),
    );
    const sorted = items.map(({ sortText }) => sortText);
    expect(sorted).toEqual([...sorted].sort());
  });

  test('finds a key by its own words, by title and by short title', async () => {
    const [item] = (await complete('@|')).items.filter(({ label }) => label === LAW);
    expect(item?.detail).toBe('中俄维护国际法权威联合声明');
    for (const typed of ['law', '国际法权威', '中俄维护', '领域合作']) {
      const found = (await complete(`@${typed}|`)).items.filter(({ kind }) => kind === 'key');
      expect(
        found.map(({ label, filterText }) => [label, filterText]),
        typed,
      ).toEqual(typed === '领域合作' ? [] : [[LAW, `@${typed}`]]);
    }
    expect(item?.documentation).toBe(
      '中华人民共和国和俄罗斯联邦关于进一步加强合作维护国际法权威的联合声明\n\n2025-05-08',
    );
  });

  test('replaces what is typed of the key', async () => {
    expect(await choose('见[@cn-ru|]。', LAW)).toBe(`见[@${LAW}]。`);
    expect(await choose('见[@国际法|', LAW)).toBe(`见[@${LAW}`);
    expect(await choose('a\n\n见 @cn-ru-20|', LAW)).toBe(`a\n\n见 @${LAW}`);
  });
});

describe('after the comma', () => {
  test('finds a passage by words in the middle of it, by its locator and by its address', async () => {
    // 六: 「…单边军事干预」; 八: 「…“长臂管辖”…」 and no other.
    for (const [typed, label] of [
      ['单边军事', '第六部分第1段'],
      ['长臂管辖', '第八部分第1段'],
      ['第七部分第', '第七部分第1段'],
      ['9.1', '第九部分第1段'],
    ] as const) {
      const found = (await complete(`[@${LAW}，${typed}|`)).items;
      expect(found.map((item) => [item.label, item.filterText])).toEqual([[label, typed]]);
    }
  });

  test('offers sections and paragraphs in the order of the text, each with its opening words', async () => {
    const { items } = await complete(`[@${LAW}，|`);
    expect(items.slice(0, 4).map(({ kind, label, detail }) => [kind, label, detail])).toEqual([
      [
        'section',
        '第一部分',
        '中华人民共和国和俄罗斯联邦重申双方新时代全面战略协作伙伴关系。双方坚定维护以联合…',
      ],
      [
        'paragraph',
        '第一部分第1段',
        '中华人民共和国和俄罗斯联邦重申双方新时代全面战略协作伙伴关系。双方坚定维护以联合…',
      ],
      [
        'section',
        '第二部分',
        '中华人民共和国和俄罗斯联邦认为，国际法的编纂和逐步发展必须考虑联合国主导下的世界…',
      ],
      [
        'paragraph',
        '第二部分第1段',
        '中华人民共和国和俄罗斯联邦认为，国际法的编纂和逐步发展必须考虑联合国主导下的世界…',
      ],
    ]);
    expect(items).toHaveLength(20);
  });

  test('of a statement without sections offers its paragraphs', async () => {
    const { items } = await complete(`[@${STABILITY}，|]`);
    expect(items.map(({ label }) => label)).toEqual(
      Array.from({ length: 25 }, (_, i) => `第${String(i + 1)}段`),
    );
  });

  test('leaves the full-width comma alone', async () => {
    const { items } = await complete(`[@${LAW}，第|]`);
    expect(items[0]?.commaEdit).toBeUndefined();
    expect(await choose(`[@${LAW}，第|]`, '第四部分第1段')).toBe(`[@${LAW}，第四部分第1段]`);
  });

  test.each([', ', ',', ' , ', '， '])('replaces %j by the comma that Pandoc leaves alone', async (comma) => {
    expect(await choose(`见[@${LAW}${comma}|]`, '第四部分')).toBe(`见[@${LAW}，第四部分]`);
    expect(await choose(`见[@${LAW}${comma}四|`, '第四部分')).toBe(`见[@${LAW}，第四部分`);
  });

  test('writes a plain comma for statements that are not Chinese', async () => {
    const english = await createWorld(
      filesOf(
        '//- file:///corpus/a.statement.md\n---\nid: a-b\ntitle: A B\nlanguage: en\n---\n\nOne.\n\nTwo.\n',
      ),
    );
    expect(await choose('[@a-b, |]', '¶ 2', english)).toBe('[@a-b, ¶ 2]');
    expect((await complete('[@a-b, |]', english)).items[0]?.commaEdit).toBeUndefined();
    expect(await choose('[@a-b，|]', '¶ 2', english)).toBe('[@a-b, ¶ 2]');
  });

  test('speaks of the last key before the cursor', async () => {
    expect(await choose(`[@${LAW}，第四部分; @${STABILITY}，|]`, '第25段')).toBe(
      `[@${LAW}，第四部分; @${STABILITY}，第25段]`,
    );
  });

  test('reads a key in braces, and with Han text before the bracket', async () => {
    expect(await choose(`如前所述[@{${LAW}}，|]`, '第四部分')).toBe(`如前所述[@{${LAW}}，第四部分]`);
  });

  test('has nothing to offer for a key that no statement has', async () => {
    expect((await complete('[@smith2020, |]')).items).toEqual([]);
  });
});

describe('words of a passage after @', () => {
  const WEAPONS = `${STABILITY}，第9段`;

  test('lead to a citation of it, outside of a bracket and within', async () => {
    for (const [note, expected] of [
      ['见 @外空武器|。', `见 [@${WEAPONS}]。`],
      ['双方反对外空武器化@外空武器|，', `双方反对外空武器化[@${WEAPONS}]，`],
      ['见 -@外空武器|', `见 [-@${WEAPONS}]`],
      ['见 @{外空武器|}。', `见 [@${WEAPONS}]。`],
      ['He said "so"@外空武器|.', `He said "so" [@${WEAPONS}].`],
      ['所见略同。@外空武器|', `所见略同。[@${WEAPONS}]`],
      ['注^[见 @外空武器|]。', `注^[见 [@${WEAPONS}]]。`],
      ['- [x] @外空武器|', `- [x] [@${WEAPONS}]`],
      ['[@外空武器|]', `[@${WEAPONS}]`],
      ['[见 @外空武器|] 后', `[见 @${WEAPONS}] 后`],
      ['[@外空武器|', `[@${WEAPONS}]`],
      ['[-@外空武器| 后 [文](x.md)', `[-@${WEAPONS}] 后 [文](x.md)`],
      ['[@{外空武器|}]', `[@{${STABILITY}}，第9段]`],
      ['[@{外空武器|', `[@{${STABILITY}}，第9段]`],
      [`[@${LAW}，第四部分; @外空武器|]`, `[@${LAW}，第四部分; @${WEAPONS}]`],
      [`[@${LAW}，第四部分;\n@外空武器|\n; @b]`, `[@${LAW}，第四部分;\n@${WEAPONS}\n; @b]`],
      ['[@外空武器|; @b]', `[@${WEAPONS}; @b]`],
      ['[@外空 武器|]', `[@${WEAPONS}]`],
    ] as const) {
      const { items, apply } = await complete(note);
      const item = items.find(({ detail }) => detail.startsWith('第9段'));
      expect(item && apply(item), note).toBe(expected);
    }
  });

  test('are shown with where they stand, and with the passage', async () => {
    const { items } = await complete('[@外空武器|]');
    expect(items.map(({ kind, label, detail }) => [kind, label, detail])).toEqual([
      ['paragraph', '…系统，将外空武器化并使之成为武装对…', '第9段 · 中俄全球战略稳定联合声明'],
      ['paragraph', '…备竞赛、外空武器化及防止对外空物体…', '第10段 · 中俄全球战略稳定联合声明'],
      [
        'paragraph',
        '双方认为，外空武器化和将外空变为军…',
        '第五部分第3段 · 中俄世界形势和重大国际问题联合声明',
      ],
    ]);
    expect(items[0]?.documentation).toMatch(
      /^中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明\n\n第9段 · 2025-05-08 莫斯科 · .*\n\n> .*将外空武器化并使之成为武装对抗场所/,
    );
  });

  test('are found as they are read, in the other script, by an address', async () => {
    const first = async (note: string): Promise<string | undefined> => {
      const { items, apply } = await complete(note);
      const item = items.find(({ kind }) => kind !== 'key');
      return item && apply(item);
    };
    expect(await first('@waikongwuqi|')).toBe(`[@${WEAPONS}]`);
    expect(await first('@wkwq|')).toBe(`[@${WEAPONS}]`);
    expect(await first('@外空wuqi|')).toBe(`[@${WEAPONS}]`);
    expect(await first('[@外空武器化並使|]')).toBe(`[@${WEAPONS}]`);
    expect(await first('@第25段|')).toBe(`[@${STABILITY}，第25段]`);
    expect(await first('[@第25段 战略稳定|]')).toBe(`[@${STABILITY}，第25段]`);
  });

  test('come after the keys that hold them, in the order of the search', async () => {
    const { items } = await complete('@战略稳定|');
    expect(items.slice(0, 3).map(({ kind, label, detail }) => (kind === 'key' ? label : detail))).toEqual([
      STABILITY,
      '第四部分第17段 · 中俄加强全面战略协作联合声明',
      '第四部分第21段 · 中俄加强全面战略协作联合声明',
    ]);
    expect(items).toHaveLength(18);
    const { items: many } = await complete('@双方|');
    expect(many.filter(({ kind }) => kind !== 'key')).toHaveLength(20);
  });

  test('are not looked for while a key is typed', async () => {
    for (const typed of ['cn-ru', 'cn-ru-2025', 'CN-RU-2025', LAW]) {
      const { items } = await complete(`@${typed}|`);
      expect(items.length).toBeGreaterThan(0);
      expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['key']));
    }
  });

  test('leave the keys in the list until there are enough of them', async () => {
    for (const typed of ['z', 'zh', '空']) {
      const { items } = await complete(`[@${typed}|]`);
      expect(items.map(({ label }) => label)).toEqual(newestFirst);
    }
    expect((await complete('[@zha|]')).items.some(({ kind }) => kind === 'paragraph')).toBe(true);
  });

  test('that only come near one are not taken for it', async () => {
    for (const note of ['@外空武哭化并使之成为|', '[@外孔武器化并使|]', '@smith2020|', '[@smith2020 外空|]'])
      expect((await complete(note)).items, note).toEqual([]);
  });

  test('are none behind a key, before a locator, in the text of a link or after a word of letters', async () => {
    for (const note of [
      `[@${LAW} 外空武器|]`,
      '[@外空武器|，第3段]',
      '[见 @外空武器|](x.md)',
      'a@外空武器|',
      '\\@外空武器|',
      '@外空 武器|',
      '`@外空武器|`',
      '---\ntitle: "@外空武器|"\n---\n',
    ])
      expect((await complete(note)).items, note).toEqual([]);
  });

  test('offer a key after a Han character in the bracket without which it is none', async () => {
    expect(await choose('见@law|。', LAW)).toBe(`见[@${LAW}]。`);
    expect(await choose('见-@{law|}。', LAW)).toBe(`见[-@${LAW}]。`);
  });

  test('of English lead to an English locator, and of a heading to the section', async () => {
    const english = await createWorld(
      filesOf(
        '//- file:///corpus/a.statement.md\n---\nid: a-b\ntitle: A B\nlanguage: en\n---\n\n## 1. Outer space\n\nOne weapon.\n\n## 2. Peace\n\nTwo weapons.\n',
      ),
    );
    expect(await choose('see [@two weap|', 'Two weapons.', english)).toBe('see [@a-b, § 2, ¶ 1]');
    expect(await choose('see @peace|, too', 'Peace', english)).toBe('see [@a-b, § 2], too');
  });

  test('are shown from a whole word or character on', async () => {
    const world = await createWorld(
      filesOf(
        `//- file:///corpus/a.statement.md\n---\nid: a-b\ntitle: A B\nlanguage: en\n---\n\nThe Parties reaffirm their respect for the sovereign equality of States.\n\n${'𠮷'.repeat(30)}目标${'𠮷'.repeat(30)}\n`,
      ),
    );
    for (const [typed, label] of [
      ['equality', '…sovereign equality of States.'],
      ['目标', '…𠮷𠮷𠮷𠮷目标𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷…'],
    ] as const)
      expect((await complete(`[@${typed}|]`, world)).items[0]?.label).toBe(label);
  });

  test('of a text that is being written do not cite that text', async () => {
    const fixture =
      '//- file:///notes/note.md\n---\nid: own\ntitle: 题\n---\n\n二者相辅相成。\n//- file:///corpus/b.statement.md\n---\nid: other\ntitle: 题\n---\n\n二者相辅相成。\n';
    const { items } = await complete('[@相辅相成|]', await createWorld(fixture));
    expect(items.map(({ edit }) => edit.text)).toEqual(['other，第1段']);
  });
});

describe('words of the cited statement after the comma', () => {
  test('are found apart, as they are read and in the other script, where none hold them as they stand', async () => {
    for (const [typed, expected] of [
      ['军事 单边', ['第六部分第1段']],
      ['danbianjunshi', ['第六部分第1段']],
      ['單邊軍事', ['第六部分第1段']],
      ['单边菌事干预', []],
    ] as const) {
      const { items } = await complete(`[@${LAW}，${typed}|]`);
      expect(
        items.map(({ label }) => label),
        typed,
      ).toEqual(expected);
    }
  });

  test('leave all passages in the list until there are enough of them', async () => {
    expect((await complete(`[@${LAW}，d|]`)).items).toHaveLength(20);
    expect(await choose(`[@${LAW}, danbian|]`, '第六部分第1段')).toBe(`[@${LAW}，第六部分第1段]`);
  });

  test('are none in a note of Pandoc, where the comma ends the citation', async () => {
    expect((await complete(`^[@${LAW}，|]`)).items).toEqual([]);
  });
});

describe('in quotation marks', () => {
  const CITED = `[@${LAW}，第四部分第1段]`;

  test('the citation of what is quoted goes behind the closing mark', async () => {
    for (const [note, expected] of [
      ['“主权平等原则对国际关系|”。', `“主权平等原则对国际关系”${CITED}。`],
      ['“主权平等原则对国际关系|', `“主权平等原则对国际关系”${CITED}`],
      ['“主权平等原则对国际关系”|。', `“主权平等原则对国际关系”${CITED}。`],
      ['「主權平等原則對國際關係|', `「主權平等原則對國際關係」${CITED}`],
      ['『主权平等原则对国际关系|』', `『主权平等原则对国际关系』${CITED}`],
      ['"主权平等原则对国际关系|', `"主权平等原则对国际关系" ${CITED}`],
      ['"主权平等原则对国际关系"|', `"主权平等原则对国际关系" ${CITED}`],
      ['«主权平等原则对国际关系|»', `«主权平等原则对国际关系»${CITED}`],
      ['„主权平等原则对国际关系|', `„主权平等原则对国际关系“${CITED}`],
      ['“主权平等原则对国际关系|。”', `“主权平等原则对国际关系。”${CITED}`],
      ['“他说‘主权平等原则对国际关系|’，”', `“他说‘主权平等原则对国际关系’${CITED}，”`],
      ['“一”与“主权平等原则对国际关系|，又见“三”', `“一”与“主权平等原则对国际关系”${CITED}，又见“三”`],
      ['> - “主权平等原则\n>   对国际关系|', `> - “主权平等原则\n>   对国际关系”${CITED}`],
      ['“主权平等原则\r\n对国际关系|”', `“主权平等原则\r\n对国际关系”${CITED}`],
    ] as const) {
      const { items, apply } = await complete(note);
      expect(items.map(apply), note).toEqual([expected]);
    }
  });

  test('of English is set off by a space', async () => {
    const english = await createWorld(
      filesOf(
        '//- file:///corpus/a.statement.md\n---\nid: a-b\ntitle: A B\nlanguage: en\n---\n\nThe Parties act under article 5 of the Charter.\n',
      ),
    );
    for (const [note, expected] of [
      ['“act under article 5 of|”.', '“act under article 5 of” [@a-b, ¶ 1].'],
      ['"The parties act|', '"The parties act" [@a-b, ¶ 1]'],
      ['«The parties act»|', '«The parties act» [@a-b, ¶ 1]'],
      ['"a" and "the parties act| and "b"', '"a" and "the parties act" [@a-b, ¶ 1] and "b"'],
    ] as const) {
      const { items, apply } = await complete(note, english);
      expect(items.map(apply), note).toEqual([expected]);
    }
    for (const note of ['“the parties|', '“the Charter act under|', '“the Partys act under|'])
      expect((await complete(note, english)).items, note).toEqual([]);
  });

  test('every passage in which the words stand is offered', async () => {
    const { items } = await complete('“战略稳定|”');
    expect(items).toHaveLength(17);
    expect(items[0]).toMatchObject({
      detail: '第四部分第17段 · 中俄加强全面战略协作联合声明',
      filterText: '战略稳定',
      edit: { range: { start: { line: 0, character: 1 }, end: { line: 0, character: 6 } } },
    });
  });

  test.each([
    ['too little', '“主权平|”'],
    ['words that no passage has', '“主权平等原则对国际关西|”'],
    ['words that stand apart', '“主权平等国际关系|”'],
    ['pinyin', '“zhu quan ping deng|”'],
    ['a part of a longer quotation', '“主权平等原则|对国际关系”'],
    ['a quotation that has its citation', `“主权平等原则对国际关系|”${CITED}`],
    ['one that has it after the mark', `“主权平等原则对国际关系”|。 [见 @x]`],
    ['one that has a link for it', '“主权平等原则对国际关系|”[四](pincite:x#4)'],
    ['one that has a key for it', '“主权平等原则对国际关系|” @x'],
    ['a quotation that another paragraph opens', '“主权平等原则\n\n对国际关系|'],
    ['a quotation that another item opens', '- “主权平等原则\n- 主权平等原则对国际关系|'],
    ['text behind a quotation', '“一”主权平等原则对国际关系|'],
    ['code', '`“主权平等原则对国际关系|”`'],
    ['fenced code', '```\n“主权平等原则对国际关系|”\n```'],
    ['front matter', '---\ntitle: “主权平等原则对国际关系|”\n---\n'],
    ['the target of a link', '[x](“主权平等原则对国际关系|”)'],
  ])('nothing is offered in %s', async (_, note) => {
    expect((await complete(note)).items).toEqual([]);
  });
});

test('every edit lies in one line with the cursor in it, and those of one list start at one place', async () => {
  const note = [
    `见@战略稳定、-@外空 与[见 @{战略 稳定}，@${LAW}, 主权平等; @law]。"战略稳定" “全球战略稳定`,
    '与外空武器化” @zhanlue [@',
  ].join('\n');
  let count = 0;
  for (let offset = 0; offset <= note.length; offset++) {
    const { items } = await complete(`${note.slice(0, offset)}|${note.slice(offset)}`);
    const [first] = items;
    for (const { edit, commaEdit, filterText, sortText } of items) {
      const { start, end } = edit.range;
      const line = offset > note.indexOf('\n') ? 1 : 0;
      const cursor = offset - line * (note.indexOf('\n') + 1);
      expect([start.line, end.line]).toEqual([line, line]);
      expect(start.character <= cursor && cursor <= end.character).toBe(true);
      expect(start).toEqual(first?.edit.range.start);
      expect(note.slice(offset - filterText.length, offset)).toBe(filterText);
      expect(cursor - filterText.length).toBe(start.character);
      if (commaEdit !== undefined) expect(commaEdit.range.end).toEqual(start);
      expect(sortText >= (first?.sortText ?? '')).toBe(true);
      count++;
    }
  }
  expect(count).toBeGreaterThan(100);
});

describe('elsewhere', () => {
  test.each([
    ['inline code', '`@|`'],
    ['inline code with a citation', `\`[@${LAW}，|]\``],
    ['fenced code', '```\n@|\n```'],
    ['indented code', 'a\n\n    @|\n'],
    ['front matter', '---\ntitle: @|\n---\n\ntext'],
    ['a comment', '<!-- @| -->'],
    ['the target of a link', '[x](https://example.org/@|)'],
    ['an e-mail address', 'someone@|'],
    ['plain text', '文字|'],
    ['plain text after a comma', `@${LAW}, |`],
    ['after the bracket', `[@${LAW}，第四部分]，|`],
    ['an escaped @', '\\@|'],
    ['an empty note', '|'],
  ])('nothing is offered in %s', async (_, note) => {
    expect((await complete(note)).items).toEqual([]);
  });

  test('what is open and not yet saved is offered', async () => {
    const { service } = await createWorld(shippedFiles());
    service.loader.opened('file:///notes/new.statement.md', '---\nid: my-own\ntitle: 新\n---\n\n段。\n');
    const { draft, offset } = noteWithCursor('@|');
    expect((await service.completions(draft, offset)).map(({ label }) => label)).toContain('my-own');
  });
});
