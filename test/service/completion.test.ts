import { beforeAll, describe, expect, test } from 'vitest';
import type { Completion } from '../../server/src/service/completion.ts';
import { createWorld, filesOf, noteWithCursor, shippedFiles, shippedWorld, type World } from './workspace.ts';

let world: World;

beforeAll(async () => {
  world = await shippedWorld();
});

function complete(
  note: string,
  from: World = world,
): { items: Completion[]; apply: (item: Completion) => string } {
  const { draft, offset } = noteWithCursor(note);
  const items = from.service.completions(draft, offset);
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
function choose(note: string, label: string, from?: World): string | undefined {
  const { items, apply } = complete(note, from);
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
  ])('%s offers every key, newest first', (note) => {
    const { items } = complete(note);
    expect(items.map(({ kind, label }) => `${kind} ${label}`)).toEqual(
      newestFirst.map((key) => `key ${key}`),
    );
    const sorted = items.map(({ sortText }) => sortText);
    expect(sorted).toEqual([...sorted].sort());
  });

  test('finds a key by its own words, by title and by short title', () => {
    const [item] = complete('@|').items.filter(({ label }) => label === LAW);
    expect(item?.detail).toBe('中俄维护国际法权威联合声明');
    for (const typed of ['law', '国际法权威', '中俄维护', '领域合作']) {
      const found = complete(`@${typed}|`).items.map(({ label, filterText }) => [label, filterText]);
      expect(found, typed).toEqual(typed === '领域合作' ? [] : [[LAW, typed]]);
    }
    expect(item?.documentation).toBe(
      '中华人民共和国和俄罗斯联邦关于进一步加强合作维护国际法权威的联合声明\n\n2025-05-08',
    );
  });

  test('replaces what is typed of the key', () => {
    expect(choose('见[@cn-ru|]。', LAW)).toBe(`见[@${LAW}]。`);
    expect(choose('见[@国际法|', LAW)).toBe(`见[@${LAW}`);
    expect(choose('a\n\n见 @cn-ru-20|', LAW)).toBe(`a\n\n见 @${LAW}`);
  });
});

describe('after the comma', () => {
  test('finds a passage by words in the middle of it, by its locator and by its address', () => {
    // 六: 「…单边军事干预」; 八: 「…“长臂管辖”…」 and no other.
    for (const [typed, label] of [
      ['单边军事', '第六部分第1段'],
      ['长臂管辖', '第八部分第1段'],
      ['第七部分第', '第七部分第1段'],
      ['9.1', '第九部分第1段'],
    ] as const) {
      const found = complete(`[@${LAW}，${typed}|`).items;
      expect(found.map((item) => [item.label, item.filterText])).toEqual([[label, typed]]);
    }
  });

  test('offers sections and paragraphs in the order of the text, each with its opening words', () => {
    const { items } = complete(`[@${LAW}，|`);
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

  test('of a statement without sections offers its paragraphs', () => {
    const { items } = complete(`[@${STABILITY}，|]`);
    expect(items.map(({ label }) => label)).toEqual(
      Array.from({ length: 25 }, (_, i) => `第${String(i + 1)}段`),
    );
  });

  test('leaves the full-width comma alone', () => {
    const { items } = complete(`[@${LAW}，第|]`);
    expect(items[0]?.commaEdit).toBeUndefined();
    expect(choose(`[@${LAW}，第|]`, '第四部分第1段')).toBe(`[@${LAW}，第四部分第1段]`);
  });

  test.each([', ', ',', ' , ', '， '])('replaces %j by the comma that Pandoc leaves alone', (comma) => {
    expect(choose(`见[@${LAW}${comma}|]`, '第四部分')).toBe(`见[@${LAW}，第四部分]`);
    expect(choose(`见[@${LAW}${comma}四|`, '第四部分')).toBe(`见[@${LAW}，第四部分`);
  });

  test('writes a plain comma for statements that are not Chinese', async () => {
    const english = await createWorld(
      filesOf(
        '//- file:///corpus/a.statement.md\n---\nid: a-b\ntitle: A B\nlanguage: en\n---\n\nOne.\n\nTwo.\n',
      ),
    );
    expect(choose('[@a-b, |]', '¶ 2', english)).toBe('[@a-b, ¶ 2]');
    expect(complete('[@a-b, |]', english).items[0]?.commaEdit).toBeUndefined();
    expect(choose('[@a-b，|]', '¶ 2', english)).toBe('[@a-b, ¶ 2]');
  });

  test('speaks of the last key before the cursor', () => {
    expect(choose(`[@${LAW}，第四部分; @${STABILITY}，|]`, '第25段')).toBe(
      `[@${LAW}，第四部分; @${STABILITY}，第25段]`,
    );
  });

  test('reads a key in braces, and with Han text before the bracket', () => {
    expect(choose(`如前所述[@{${LAW}}，|]`, '第四部分')).toBe(`如前所述[@{${LAW}}，第四部分]`);
  });

  test('has nothing to offer for a key that no statement has', () => {
    expect(complete('[@smith2020, |]').items).toEqual([]);
  });
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
  ])('nothing is offered in %s', (_, note) => {
    expect(complete(note).items).toEqual([]);
  });

  test('what is open and not yet saved is offered', async () => {
    const { service } = await createWorld(shippedFiles());
    service.loader.opened('file:///notes/new.statement.md', '---\nid: my-own\ntitle: 新\n---\n\n段。\n');
    const { draft, offset } = noteWithCursor('@|');
    expect(service.completions(draft, offset).map(({ label }) => label)).toContain('my-own');
  });
});
