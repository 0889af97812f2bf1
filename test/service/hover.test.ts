import { beforeAll, describe, expect, test } from 'vitest';
import { createDraft } from '../../server/src/service/draft.ts';
import { lineOf } from './shipped-lines.ts';
import {
  createWorld,
  filesOf,
  noteWithCursor,
  shippedFiles,
  shippedWorld,
  SHIPPED,
  WORKSPACE,
  type World,
} from './workspace.ts';

let world: World;

beforeAll(async () => {
  world = await shippedWorld();
});

interface Expected {
  /** What the hover is about: the words in the note. */
  readonly of?: string;
  /** The parts of the hover between blank lines. */
  readonly shows: readonly string[];
}

/** Hovers at `|`; `undefined` expects no hover. */
async function check(
  note: string,
  expected: Expected | undefined,
  uri?: string,
  maxCharacters = 2000,
): Promise<void> {
  const { draft, offset } = noteWithCursor(note, uri);
  const hover = await world.service.hover(draft, offset, { maxCharacters });
  if (expected === undefined) {
    expect(hover).toBeUndefined();
    return;
  }
  expect(hover?.contents.split('\n\n')).toEqual(expected.shows);
  if (expected.of === undefined || hover === undefined) return;
  const { start, end } = hover.range;
  expect(draft.text.slice(draft.lines.offsetAt(start), draft.lines.offsetAt(end))).toBe(expected.of);
}

const STABILITY = 'cn-ru-2025-global-strategic-stability';
const LAW = 'cn-ru-2025-international-law';
const PARTNERSHIP = 'cn-ru-2025-comprehensive-partnership';
const WORLD = 'cn-ru-2017-world-situation';
const stabilityHead =
  '**中俄全球战略稳定联合声明**  \n2025-05-08 莫斯科 · 人民日报 2025-05-09 p. 3 · @cn-ru-2025-global-strategic-stability';
const lawHead =
  '**中俄维护国际法权威联合声明**  \n2025-05-08 · @cn-ru-2025-international-law  \n⚠ The text of this statement breaks off in its source.';
const place = (key: string, line: number): string =>
  `${SHIPPED}/${key}.statement.md#L${String(lineOf(key, line))}`;
const openPassage = (key: string, line: number): string => `[Open passage](${place(key, line)})`;

const stability11 = [
  stabilityHead,
  '**第11段**',
  '> 双方谴责将商业航天系统用于干涉主权国家内政、介入他国武装冲突的行为。',
  openPassage(STABILITY, 22),
];
const law4 = [
  lawHead,
  '**第四部分第1段**',
  '> 中华人民共和国和俄罗斯联邦共同认为，主权平等原则对国际关系的稳定至关重要。根据此原则，各国在独立、平等的基础上享有权利，并在相互尊重的基础上承担义务和责任。',
  openPassage(LAW, 8),
];

describe('hovering a citation', () => {
  test('shows title, date, locator, the text of the passage and where to open it', async () => {
    await check(`外空[@${STABILITY}，第1|1段]。`, { of: `[@${STABILITY}，第11段]`, shows: stability11 });
  });

  test('works from its first character to the end of its last', async () => {
    await check(`|[@${STABILITY}，第11段]`, { shows: stability11 });
    await check(`[@${STABILITY}，第11段]|`, { shows: stability11 });
    await check(`[@${STABILITY}，第11段] |`, undefined);
  });

  test('works with Han characters right before and after the bracket', async () => {
    await check(`见上文[@${LAW}，第四部分|第1段]所述`, { of: `[@${LAW}，第四部分第1段]`, shows: law4 });
  });

  test('shows the citation under the cursor where a bracket holds several', async () => {
    const several = `[@${STABILITY}，第11段; @${LAW}，第四部分第1段]`;
    await check(several.replace('11段', '11|段'), { shows: stability11 });
    await check(several.replace('第四', '第|四'), { shows: law4 });
  });

  test('reads a key in running text with its bracket', async () => {
    await check(`@${STABILITY} [第11|段] 指出`, { of: `@${STABILITY} [第11段]`, shows: stability11 });
  });

  test('counts UTF-16 units, characters beyond the BMP before it', async () => {
    await check(`𠮷𠮷😀[@${STABILITY}，第11段|]`, { of: `[@${STABILITY}，第11段]`, shows: stability11 });
  });

  test('shows a section with each of its paragraphs numbered', async () => {
    await check(`[@${WORLD}，第十部分|]`, {
      shows: [
        '**中俄世界形势和重大国际问题联合声明**  \n2017-07-04 · 2017-07-05 · @cn-ru-2017-world-situation  \n⚠ The text of this statement breaks off in its source.',
        '**第十部分**',
        '> 双方欢迎金砖国家合作机制不断发展，在国际政治和经济事务中的影响力持续提升。双方',
        '⚠ Emended: “十、双方欢迎金砖国家合作机制”, in the witness “1. 双方欢迎金砖国家合作机制”. 证本此项误标为“1.”，上承“九、”，依次应为“十、”。',
        openPassage(WORLD, 50),
      ],
    });
    const { draft, offset } = noteWithCursor(`[@${WORLD}，第二部分|]`);
    expect(
      (await world.service.hover(draft, offset, { maxCharacters: 40 }))?.contents.split('\n\n').slice(1),
    ).toEqual([
      '**第二部分**',
      '> *2.1* 双方指出，联合国作为最具普遍性、代表性和权威性的政府间国际组织，应继续在全球治理…',
      '… and 1 paragraph more',
      openPassage(WORLD, 10),
    ]);
  });

  test('shows all of a range, and cuts it with a sign where it is very long', async () => {
    const note = `[@${STABILITY}，第10—11段|]`;
    const { draft, offset } = noteWithCursor(note);
    const whole = (await world.service.hover(draft, offset, { maxCharacters: 2000 }))?.contents ?? '';
    expect(whole).toContain('**第10—11段**');
    expect(whole).toContain('> *10* 双方反对个别国家将外空用于武装对抗的企图');
    expect(whole).toContain(
      '推行不首先在外空部署武器的国际倡议/政治承诺。\n>\n> *11* 双方谴责将商业航天系统',
    );
    expect(whole).toContain('介入他国武装冲突的行为。');
    expect(whole).not.toContain('…');
    await check(
      note,
      {
        shows: [
          stabilityHead,
          '**第10—11段**',
          '> *10* 双方反对个别国家将外空用于武装对抗的企图，…',
          '… and 1 paragraph more',
          openPassage(STABILITY, 20),
        ],
      },
      undefined,
      21,
    );
  });

  test('shows every passage of a list', async () => {
    await check(`[@${LAW}，第四部分第1段、第六部分第1段|]`, {
      shows: [
        ...law4,
        '**第六部分第1段**',
        '> 中华人民共和国和俄罗斯联邦重申关于国家不得违反《联合国宪章》禁止使用或威胁使用武力的原则，并据此谴责非基于单独或集体自卫或非安理会根据宪章第七章通过决议实施的单边军事干预。',
        openPassage(LAW, 12),
      ],
    });
  });

  test('shows the summary of a statement and its sections for a bare key', async () => {
    const { draft, offset } = noteWithCursor(`[@${WORLD}|]`);
    const shown =
      (await world.service.hover(draft, offset, { maxCharacters: 2000 }))?.contents.split('\n\n') ?? [];
    expect(shown[1]).toBe('中华人民共和国和俄罗斯联邦关于当前世界形势和重大国际问题的联合声明');
    const sections = shown[2]?.split('\n') ?? [];
    expect(sections).toHaveLength(11);
    expect(sections[0]).toMatch(
      /^- \[序言\]\(.+#L\d+\) 中华人民共和国和俄罗斯联邦（以下称.*… \(2 paragraphs\)$/,
    );
    expect(sections[4]).toBe(
      `- [第四部分](${place(WORLD, 16)}) 双方坚决谴责一切形式的恐怖主义，认为国际社会应摒弃双重标… (4 paragraphs)`,
    );
    expect(shown[3]).toBe(`[Open statement](${place(WORLD, 2)})`);
  });

  test('counts the paragraphs of a statement without sections', async () => {
    const { draft, offset } = noteWithCursor(`见 @${STABILITY}|`);
    expect(
      (await world.service.hover(draft, offset, { maxCharacters: 2000 }))?.contents.split('\n\n'),
    ).toEqual([
      stabilityHead,
      '中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明',
      '25 paragraphs',
      `[Open statement](${place(STABILITY, 2)})`,
    ]);
  });

  test('tells of a doubtful place in the passage', async () => {
    const { draft, offset } = noteWithCursor(`[@${PARTNERSHIP}，第九部分第6段|]`);
    const shown =
      (await world.service.hover(draft, offset, { maxCharacters: 2000 }))?.contents.split('\n\n') ?? [];
    expect(shown.slice(1)).toEqual([
      '**第九部分第6段**',
      '> 双方将巩固东盟协作，维护地区稳定和繁荣。',
      '⚠ Doubtful: “双方将巩固东盟协作”. “巩固”之后疑脱“同”或“与”字，无他本可校。',
      openPassage(PARTNERSHIP, 222),
    ]);
  });
});

describe('hovering a section with a title', () => {
  test('shows the title, not the number once more', async () => {
    const titled = await createWorld(
      filesOf(
        '//- file:///corpus/a.statement.md\n---\nid: abc\ntitle: 题\nlanguage: zh-CN\n---\n\n## 一、务实合作\n\n甲。\n\n## 二\n\n乙。\n',
      ),
    );
    const shown = async (note: string): Promise<string | undefined> => {
      const { draft, offset } = noteWithCursor(note);
      return (await titled.service.hover(draft, offset, { maxCharacters: 99 }))?.contents.split('\n\n')[1];
    };
    expect(await shown('[@abc，第一部分第1段|]')).toBe('**第一部分第1段** · 务实合作');
    expect(await shown('[@abc，第二部分第1段|]')).toBe('**第二部分第1段**');
  });
});

describe('hovering what does not exist', () => {
  test('says that a key is unknown', async () => {
    await check('[@smith2020, p. 3|]', {
      of: '[@smith2020, p. 3]',
      shows: ['⚠ No statement has the key smith2020.'],
    });
  });

  test('names the nearest key', async () => {
    await check('[@cn-ru-2025-international-lwa|]', {
      shows: [
        '⚠ No statement has the key cn-ru-2025-international-lwa. The nearest is cn-ru-2025-international-law.',
      ],
    });
  });

  test('names the key that Han characters were written right after', async () => {
    await check(`@${LAW}指|出，`, {
      shows: [`⚠ No statement has the key ${LAW}指出. The nearest is ${LAW}.`],
    });
  });

  test('says that a passage does not exist, and which is the nearest', async () => {
    await check(`[@${LAW}，第四部分第3段|]`, {
      shows: [
        lawHead,
        '⚠ “第四部分第3段” is not in the statement 中俄维护国际法权威联合声明. The nearest passage is 第四部分第1段.',
      ],
    });
    await check(`[@${STABILITY}，第26段|]`, {
      shows: [
        stabilityHead,
        '⚠ “第26段” is not in the statement 中俄全球战略稳定联合声明. The nearest passage is 第25段.',
      ],
    });
  });

  test('shows what exists beside what does not', async () => {
    await check(`[@${LAW}，第四部分第1段、第十一部分第1段|]`, {
      shows: [
        lawHead,
        '⚠ “11.1” is not in the statement 中俄维护国际法权威联合声明. The nearest passage is 第十部分.',
        ...law4.slice(1),
      ],
    });
  });
});

describe('hovering a link', () => {
  test('shows the passage that pincite:key#address names', async () => {
    await check(`见[该段](pincite:${STABILITY}#1|1)。`, {
      of: `[该段](pincite:${STABILITY}#11)`,
      shows: stability11,
    });
  });

  test('names the nearest passage for one that does not exist', async () => {
    await check(`[该段](pincite:${LAW}#4.3|)`, {
      shows: [
        lawHead,
        '⚠ “4.3” is not in the statement 中俄维护国际法权威联合声明. The nearest passage is 第四部分第1段.',
      ],
    });
    await check(`[该段](pincite:${LAW}#foo|)`, {
      shows: [lawHead, '⚠ “foo” is not understood as a place in a statement.'],
    });
  });

  test('shows the passage of a statement file by its path', async () => {
    await check(`[x](../shipped/${STABILITY}.statement.md#11|)`, { shows: stability11 });
    await check(`[x](./${STABILITY}.statement.md#11|)`, { shows: stability11 }, `${SHIPPED}/note.md`);
  });

  test('shows the statement for an anchor that is no address', async () => {
    const { draft, offset } = noteWithCursor(`[x](../shipped/${STABILITY}.statement.md#结论|)`);
    expect((await world.service.hover(draft, offset, { maxCharacters: 9 }))?.contents).toContain(
      '25 paragraphs',
    );
  });

  test('finds files whose names hold marks and Han characters', async () => {
    const text = shippedFiles()[`${SHIPPED}/${STABILITY}.statement.md`] ?? '';
    const uri = `${SHIPPED}/${encodeURIComponent('声明')}%20%281%29%27s.statement.md`;
    const other = await createWorld({ [uri]: text });
    const { draft, offset } = noteWithCursor("[x](<../shipped/声明 (1)'s.statement.md#11|>)");
    expect((await other.service.hover(draft, offset, { maxCharacters: 99 }))?.contents).toContain(
      '双方谴责将商业航天系统',
    );
  });

  test('leaves links to other files alone', async () => {
    await check('[x](../shipped/missing.statement.md#4|)', undefined);
    await check('[x](https://example.org/a#4|)', undefined);
  });
});

describe('hovering a title', () => {
  test('shows the passage after 《…》', async () => {
    await check('《全球战略稳定的联合声明》第11段|指出', {
      of: '《全球战略稳定的联合声明》第11段',
      shows: stability11,
    });
  });

  test('shows the statement where no passage follows', async () => {
    const { draft, offset } = noteWithCursor('《中俄全球战略|稳定联合声明》提出');
    expect((await world.service.hover(draft, offset, { maxCharacters: 9 }))?.contents).toContain(
      '25 paragraphs',
    );
  });

  test('works inside a statement that names another', async () => {
    const uri = `${SHIPPED}/cn-ru-2026-comprehensive-coordination.statement.md`;
    const text = shippedFiles()[uri] ?? '';
    const title = '《中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明》';
    const draft = createDraft(uri, text);
    const hover = await world.service.hover(draft, text.indexOf(title) + 5, { maxCharacters: 9 });
    expect(hover?.contents).toContain(`@${STABILITY}`);
    expect(hover?.range.start.line).toBe(lineOf('cn-ru-2026-comprehensive-coordination', 182) - 1);
  });

  test('does not take the statement of 2016 for the one of 2025', async () => {
    const uri = `${SHIPPED}/${WORLD}.statement.md`;
    const text = shippedFiles()[uri] ?? '';
    const draft = createDraft(uri, text);
    const hover = await world.service.hover(draft, text.indexOf('《关于加强全球战略稳定') + 5, {
      maxCharacters: 9,
    });
    // What a cursor finds there is the paragraph itself.
    expect(hover?.contents).toBe('**第五部分第1段** · `5.1`');
    await check('2016年6月的《全球战略稳定的联合声明》|', undefined);
  });
});

describe('hovering elsewhere', () => {
  test.each([
    ['inline code', `\`[@${STABILITY}，第11|段]\``],
    ['fenced code', `\`\`\`\n[@${STABILITY}，第11|段]\n\`\`\``],
    ['a URL', `<https://example.org/@${STABILITY}|>`],
    ['the target of a link', `[x](https://example.org/@${STABILITY}|)`],
    ['an e-mail address', `info@${STABILITY}|`],
    ['front matter', `---\ntitle: "[@${STABILITY}，第11|段]"\n---\n\n正文`],
    ['a comment', `<!-- [@${STABILITY}，第11|段] -->`],
    ['plain text', `文字|。[@${STABILITY}]`],
    ['an empty note', '|'],
  ])('shows nothing in %s', async (_, note) => {
    await check(note, undefined);
  });

  test('shows the citation after code that holds another', async () => {
    await check(`\`@${LAW}\` [@${STABILITY}，第11|段]`, { shows: stability11 });
  });

  test('follows an edit: a note is read as it stands', async () => {
    const uri = `${WORKSPACE}/note.md`;
    const before = createDraft(uri, `[@${STABILITY}，第11段]`);
    const after = createDraft(uri, `[@${STABILITY}，第12段]`);
    const first = (await world.service.hover(before, 3, { maxCharacters: 50 }))?.contents;
    const second = (await world.service.hover(after, 3, { maxCharacters: 50 }))?.contents;
    expect(first).toContain('商业航天');
    expect(second).toContain('某些核武器国家采取挑衅行径');
  });
});
