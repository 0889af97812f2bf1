import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLineIndex } from '../../server/src/core/span.ts';
import { defaultCheckSettings } from '../../server/src/service/check-settings.ts';
import type { DiagnosticsOptions } from '../../server/src/service/diagnostics.ts';
import { createDraft, type Draft } from '../../server/src/service/draft.ts';
import type { DraftAction } from '../../server/src/service/draft-action.ts';
import { readSuppressions } from '../../server/src/service/suppressions.ts';
import { shippedWorld, WORKSPACE } from './workspace.ts';

const CITED = '[@cn-ru-2025-global-strategic-stability，第10段]';
/** 第10段 has 外空 where this has 太空. */
const ALTERED = `“反对个别国家将太空用于武装对抗的企图”${CITED}`;
const world = await shippedWorld();

function note(text: string): Draft {
  return createDraft(`${WORKSPACE}/note.md`, text);
}

/** `3 quote-altered` for each finding of a note: its line and its code. */
async function check(text: string, options: Partial<DiagnosticsOptions> = {}): Promise<string[]> {
  const findings = await world.service.diagnostics(note(text), { ...defaultCheckSettings, ...options });
  return findings.map(({ range, code }) => `${range.start.line + 1} ${code}`);
}

describe('a comment with a reason suppresses findings', () => {
  test('in what follows it up to the next empty line', async () => {
    expect(await check(`${ALTERED}。\n`)).toEqual(['1 quote-altered']);
    const comment = '<!-- pincite-ignore quote-altered: 演讲者引错 -->';
    expect(await check(`${comment}\n${ALTERED}。\n`)).toEqual([]);
    expect(await check(`${comment}\n\n${ALTERED}。\n\n${ALTERED}。\n`)).toEqual(['5 quote-altered']);
    expect(await check(`${comment}\n\n- 甲\n- ${ALTERED}。\n\n丙${ALTERED}。\n`)).toEqual([
      '6 quote-altered',
    ]);
  });

  test('in a quoted block, whose source stays what it is', async () => {
    const block = `> 双方反对个别国家将太空用于武装对抗的企图。\n>\n> ${CITED}\n`;
    const before = '如下：\n\n';
    expect(await check(before + block)).toEqual(['3 quote-altered']);
    const comment = '<!-- pincite-ignore quote-altered: 原话如此 -->\n\n';
    expect(await check(before + comment + block)).toEqual([]);
    // The colon before it and the paragraph behind it say where a block is from, comment or not.
    const introduced = `如下${CITED}：\n\n${comment}> 双方反对个别国家将太空用于武装对抗的企图。\n`;
    expect(await check(introduced)).toEqual([]);
    const [words, cited] = ['> 双方反对个别国家将太空用于武装对抗的企图。\n\n', `${CITED}\n`];
    expect(await check(`${words}<!-- 待核 -->\n\n${cited}`)).toEqual(['1 quote-altered']);
  });

  test('in the paragraph in which it stands, of a list too', async () => {
    const comment = '<!-- pincite-ignore quote-altered：口误 -->';
    expect(await check(`- ${ALTERED}。${comment}\n- ${ALTERED}。\n`)).toEqual(['2 quote-altered']);
    expect(await check(`甲${comment}乙\n${ALTERED}。\n`)).toEqual([]);
  });

  test('between a start and its end, and in a whole file', async () => {
    const [start, end] = [
      '<!-- pincite-ignore-start quote-altered, unknown-key: 附录照录 -->',
      '<!-- pincite-ignore-end -->',
    ];
    const text = `${start}\n\n${ALTERED}。\n\n[@zhang]\n\n${end}\n\n${ALTERED}。\n`;
    expect(await check(text)).toEqual(['9 quote-altered']);
    const nested = `${start}\n\n<!-- pincite-ignore-start quote-not-found: 甲 -->\n\n“全是凭空捏造的荒唐引文”${CITED}。\n\n<!-- pincite-ignore-end quote-not-found -->\n\n${ALTERED}[@zhang]。\n\n${end}\n`;
    expect(await check(nested)).toEqual([]);
    expect(await check(`${ALTERED}。\n\n<!-- pincite-ignore-file quote-altered: 讲稿 -->\n`)).toEqual([]);
  });

  test('of its codes alone, several comments together', async () => {
    const [one, other] = [
      '<!-- pincite-ignore quote-altered: 甲 -->',
      '<!-- pincite-ignore unknown-key: 乙 -->',
    ];
    expect(await check(`${one}\n${ALTERED}，[@zhang]。\n`)).toEqual(['2 unknown-key']);
    expect(await check(`${one}\n\n${other}\n\n${ALTERED}，[@zhang]。\n`)).toEqual([]);
    expect(await check(`${one}${other}\n${ALTERED}，[@zhang]。\n`)).toEqual([]);
  });
});

describe('a comment is itself a finding', () => {
  test('without a reason, and suppresses nothing', async () => {
    for (const comment of [
      '<!-- pincite-ignore quote-altered -->',
      '<!-- pincite-ignore quote-altered: -->',
      '<!--pincite-ignore quote-altered： … -->',
    ])
      expect(await check(`${comment}\n${ALTERED}。\n`)).toEqual([
        '1 suppression-without-reason',
        '2 quote-altered',
      ]);
  });

  test('if it suppresses nothing, unless what it is about is not looked for', async () => {
    const text = '<!-- pincite-ignore quote-altered, unknown-key: 甲 -->\n[@zhang]。\n';
    const [finding] = await world.service.diagnostics(note(text), defaultCheckSettings);
    expect(finding).toMatchObject({ code: 'suppression-unused', severity: 'information' });
    expect(finding?.message).toContain('quote-altered');
    expect(finding?.message).not.toContain('unknown-key');
    expect(await check(text, { unknownKey: 'off' })).toEqual(['1 suppression-unused']);
    const { quotations } = defaultCheckSettings;
    const levels = { ...quotations.levels, 'quote-altered': 'off' as const };
    expect(await check(text, { quotations: { ...quotations, levels } })).toEqual([]);
  });

  test('if it is not understood', async () => {
    for (const comment of [
      '<!-- pincite-ignore: 甲 -->',
      '<!-- pincite-ignore quote-alterd: 甲 -->',
      '<!-- pincite-ignore quote-altered 甲 -->',
      '<!-- pincite-ignore-next quote-altered: 甲 -->',
      '<!-- pincite-ignroe quote-altered: 甲 -->',
      '<!-- pincite-ignore-start quote-altered: 甲 -->',
      '<!-- pincite-ignore-end -->',
    ])
      expect(await check(`${comment}\n${ALTERED}。\n`), comment).toEqual([
        '1 suppression-invalid',
        '2 quote-altered',
      ]);
  });

  test('and cannot be suppressed itself', async () => {
    const text =
      '<!-- pincite-ignore suppression-unused: 甲 -->\n<!-- pincite-ignore unknown-key: 乙 -->\n甲。\n';
    expect(await check(text)).toContain('2 suppression-unused');
  });

  test('but not in code', async () => {
    const text = `\`<!-- pincite-ignore quote-altered: 甲 -->\`${ALTERED}。\n\n\`\`\`\n<!-- pincite-ignore -->\n\`\`\`\n`;
    expect(await check(text)).toEqual(['1 quote-altered']);
  });
});

describe('the editor writes the comment', () => {
  async function ignore(text: string): Promise<{ action: DraftAction | undefined; text: string }> {
    const draft = note(text);
    const found = await world.service.diagnostics(draft, defaultCheckSettings);
    const [first] = found;
    if (first === undefined) throw new Error('nothing is found');
    const actions = await world.service.draftActions(draft, first.range, {
      ...{ downstream: 'warning', findings: found },
      wants: (kind) => kind === 'quickfix',
    });
    const action = actions.find(({ title }) => title.startsWith('Ignore'));
    const lines = createLineIndex(text);
    const [edit] = action?.edits ?? [];
    const at = edit === undefined ? 0 : lines.offsetAt(edit.range.start);
    const words = edit?.snippet?.replace('${1}', '照录') ?? '';
    return { action, text: text.slice(0, at) + words + text.slice(at) };
  }

  test.each([
    ['before a paragraph', `# 甲\n\n乙\n${ALTERED}。\n`],
    ['before a quoted block', `如下：\n\n> 双方\n> 反对个别国家将太空用于武装对抗的企图。\n>\n> ${CITED}\n`],
    ['behind the item of a list', `1. 甲\n2. ${ALTERED}。\n3. 乙\n`],
    ['in the second paragraph of an item', `- 甲\n\n  ${ALTERED}。\n\n- 乙\n`],
    ['in a cell of a table', `| 甲 | 乙 |\n|---|---|\n| ${ALTERED} | 丙 |\n`],
    ['in a footnote', `甲[^1]。\n\n[^1]: 见${ALTERED}。\n`],
    ['in a heading', `## ${ALTERED}\n\n甲\n`],
  ])('%s', async (_, text) => {
    const written = await ignore(text);
    expect(written.action?.about).toHaveLength(1);
    expect(await check(written.text)).toEqual([]);
    // Without snippets the reason is left open, and that is told.
    const [edit] = written.action?.edits ?? [];
    expect(edit?.text).toContain('<!-- pincite-ignore quote-altered:  -->');
  });

  test('with the ends of lines that the draft has', async () => {
    const { text } = await ignore(`甲\r\n\r\n${ALTERED}。\r\n`);
    expect(text).toBe(`甲\r\n\r\n<!-- pincite-ignore quote-altered: 照录 -->\r\n\r\n${ALTERED}。\r\n`);
  });

  test('but not to suppress comments', async () => {
    const { action } = await ignore('<!-- pincite-ignore unknown-key: 甲 -->\n甲。\n');
    expect(action).toBeUndefined();
  });
});

test('what is fixed for a whole document leaves alone what a comment suppresses', async () => {
  const trap = CITED.replace('，', ', ');
  const comment = '<!-- pincite-ignore page-trap, quote-altered: 照录 -->';
  const text = `${comment}\n甲${trap}；${ALTERED}。\n\n乙${trap}；${ALTERED}；${ALTERED}。\n\n丙${trap}。\n`;
  const draft = note(text);
  const linesOf = (action: DraftAction | undefined): number[] | undefined =>
    action?.edits.map(({ range }) => range.start.line + 1);
  const at = (words: string) => {
    const place = draft.lines.positionAt(text.lastIndexOf(words));
    return world.service.draftActions(
      draft,
      { start: place, end: place },
      {
        downstream: 'warning',
        quotations: {
          ...defaultCheckSettings.quotations,
          writing: { form: 'pandoc', notes: { style: 'auto', pandocPath: 'pandoc' } },
        },
        wants: (kind) => kind === 'quickfix' || kind === 'source.fixAll.pincite',
      },
    );
  };
  const actions = [...(await at('第10段')), ...(await at('太'))];
  expect(linesOf(actions.find(({ kind }) => kind === 'source.fixAll.pincite'))).toEqual([4, 6]);
  expect(linesOf(actions.find(({ title }) => title.startsWith('Correct everywhere')))).toEqual([4, 6]);
  expect(linesOf(actions.find(({ title }) => title.startsWith('Restore the wording of all')))).toEqual([
    4, 4,
  ]);
});

test('any text has its comments read, and many of them in no time', () => {
  const many = [
    '<!-- pincite-ignore unknown-key: 甲 -->'.repeat(5000),
    `${'<!---->'.repeat(20_000)}甲`,
    '<!-- pincite-ignore unknown-key: 甲 -->\n'.repeat(3000),
    `<!-- pincite-ignore${' '.repeat(200_000)}x -->`,
    `<!-- pincite-ignore unknown-key:${' '.repeat(200_000)}-->`,
    '<!-- pincite-ignore-start unknown-key: 甲 -->\n\n'.repeat(2000),
    `<!-- pincite-ignore unknown-key: 甲 -->${'\n'.repeat(100_000)}`,
  ];
  for (const text of many) {
    const draft = note(`${text}\n\n[@zhang]\n`);
    const { suppressions, problems } = readSuppressions(draft);
    expect(suppressions.length + problems.length, text.slice(0, 60)).toBeGreaterThan(
      text.startsWith('<!---->') ? -1 : 0,
    );
  }
  fc.assert(
    fc.property(
      fc
        .array(
          fc.constantFrom(
            ...[
              '<!--',
              '-->',
              'pincite-ignore',
              '-start',
              '-end',
              '-file',
              ' ',
              '\n',
              '\r\n',
              '> ',
              '- ',
              '| ',
              '甲',
            ],
            ...['quote-altered', ',', ':', '：', '`', '```', ALTERED, '---\n'],
          ),
          { maxLength: 40 },
        )
        .map((parts) => parts.join('')),
      (text) => {
        const { suppressions, problems } = readSuppressions(note(text));
        for (const { scope } of suppressions) {
          expect(scope.start).toBeGreaterThanOrEqual(0);
          expect(scope.end).toBeGreaterThanOrEqual(scope.start);
          expect(scope.end).toBeLessThanOrEqual(text.length);
        }
        for (const { code } of problems) expect(code).toMatch(/^suppression-/);
      },
    ),
    { numRuns: 1000 },
  );
});
