import { describe, expect, test } from 'vitest';
import { createDraft } from '../../server/src/service/draft.ts';
import type { FileContent } from '../../server/src/service/files.ts';
import { createWorld, show, statementFile, WORKSPACE } from './workspace.ts';

const statements = {
  'file:///corpus/a.statement.md': statementFile('a-1', '甲。'),
  'file:///corpus/b.statement.md': statementFile('b-2', '乙。'),
};

/** `place code word` of each finding about bibliographies. */
async function hints(
  text: string,
  files: Readonly<Record<string, string | FileContent>> = {},
  options: { kept?: ReadonlySet<string>; uri?: string; bibliography?: 'off' | 'warning' } = {},
): Promise<string[]> {
  const { service } = await createWorld({ ...statements, ...files });
  const { uri = `${WORKSPACE}/book/ch/n.md`, bibliography = 'warning', kept } = options;
  const draft = createDraft(uri, text);
  const settings = { unknownKey: 'off', bibliography, ...(kept && { kept }) } as const;
  const found = await service.diagnostics(draft, settings);
  return found.map(({ range, code, severity, message }) => {
    expect(severity).toBe('warning');
    expect(message).toMatch(/^[^\n]+\.$/);
    return `${show(range)} ${code}`;
  });
}

const note = (bibliography: string): string => `---\n${bibliography}\n---\n\n[@a-1] [@b-2；甲] @x-9 [@b-2]\n`;

describe('a key that the bibliography lacks', () => {
  test.each([
    ['refs.json', '[{"id":"a-1"}]'],
    ['refs.yaml', 'references:\n- id: a-1\n'],
    ['refs.yml', 'references:\n- {id: "a-1"}\n'],
    ['refs.bib', '@misc{a-1, title={x}}'],
    ['refs.ris', 'TY  - GEN\r\nID  - a-1\r\nER  - \r\n'],
  ])('is hinted at where it is first cited: %s', async (name, text) => {
    const files = { [`${WORKSPACE}/book/ch/${name}`]: text };
    expect(await hints(note(`bibliography: ${name}`), files)).toEqual(['5:10-5:13 not-in-bibliography']);
    expect(await hints(note(`bibliography: ["${name}"]`), files)).toEqual(['5:10-5:13 not-in-bibliography']);
  });

  test('is named with what to do', async () => {
    const { service } = await createWorld({ ...statements, [`${WORKSPACE}/r.json`]: '[]' });
    const draft = createDraft(`${WORKSPACE}/n.md`, '---\nbibliography: r.json\n---\n[@a-1]');
    const [hint] = await service.diagnostics(draft, { unknownKey: 'off', bibliography: 'information' });
    expect(hint?.severity).toBe('information');
    expect(hint?.message).toBe(
      'The bibliography of this document has no entry a-1. “Pincite: Export Bibliography…” writes one; “pincite.bibliographyPath” names a file that Pincite keeps in step.',
    );
  });

  test('may be in any of several files, or in the front matter itself', async () => {
    const files = {
      [`${WORKSPACE}/book/ch/one.json`]: '[{"id":"a-1"}]',
      [`${WORKSPACE}/book/ch/two.bib`]: '@misc{b-2, title={x}}',
    };
    expect(await hints(note('bibliography: [one.json, two.bib]'), files)).toEqual([]);
    expect(await hints(note('bibliography: one.json\nreferences:\n- id: b-2'), files)).toEqual([]);
    expect(await hints(note('references:\n- id: a-1'))).toEqual(['6:10-6:13 not-in-bibliography']);
  });

  test('is hinted at no more when the file has it', async () => {
    const world = await createWorld({ ...statements, [`${WORKSPACE}/r.json`]: '[]' });
    const draft = createDraft(`${WORKSPACE}/n.md`, '---\nbibliography: r.json\n---\n[@a-1]');
    const count = async (): Promise<number> =>
      (await world.service.diagnostics(draft, { unknownKey: 'off', bibliography: 'hint' })).length;
    expect([await count(), await count()]).toEqual([1, 1]);
    await world.files.write(`${WORKSPACE}/r.json`, '[{"id":"a-1"}]');
    expect(await count()).toBe(0);
  });
});

describe('nothing is said', () => {
  const lacking = { [`${WORKSPACE}/book/ch/r.json`]: '[]' };
  test.each([
    ['without a bibliography', '[@a-1]', {}],
    ['of keys that are of no corpus', '---\nbibliography: r.json\n---\n[@x-9]', lacking],
    ['where the file is on the network', note('bibliography: https://x.y/r.json'), {}],
    ['where another is on the network', note('bibliography: [r.json, "https://x.y/r.bib"]'), lacking],
    ['of a format that is not read', note('bibliography: r.xml'), {}],
    ['where the name holds a variable', note('bibliography: ${HOME}/r.json'), {}],
    ['where the field is no name', note('bibliography: {a: r.json}'), {}],
    ['where the front matter cannot be read', note('bibliography: "r.json'), lacking],
  ])('%s', async (_, text, files) => {
    expect(await hints(text, files)).toEqual([]);
  });

  test('if it is switched off', async () => {
    expect(await hints(note('bibliography: r.json'), lacking, { bibliography: 'off' })).toEqual([]);
  });

  test('of a file that Pincite keeps in step itself, written or not', async () => {
    const kept = new Set([`${WORKSPACE}/refs.json`]);
    expect(await hints(note('bibliography: refs.json'), {}, { kept })).toEqual([]);
    expect(
      await hints(note('bibliography: refs.json'), { [`${WORKSPACE}/refs.json`]: '[]' }, { kept }),
    ).toEqual([]);
  });
});

describe('a bibliography', () => {
  const all = '[{"id":"a-1"},{"id":"b-2"}]';
  test.each([`${WORKSPACE}/r.json`, `${WORKSPACE}/book/r.json`, `${WORKSPACE}/book/ch/r.json`])(
    'is looked for beside the draft and in the folders above, up to the workspace: %s',
    async (uri) => {
      expect(await hints(note('bibliography: r.json'), { [uri]: all })).toEqual([]);
    },
  );

  test('may have any path', async () => {
    const uri = `${WORKSPACE}/%E6%96%87%20%E7%8C%AE/r.json`;
    expect(await hints(note('bibliography: "../../文 献/r.json"'), { [uri]: all })).toEqual([]);
    expect(await hints(note('bibliography: /books/r.json'), { 'file:///books/r.json': all })).toEqual([]);
    // For Quarto from the root of the project.
    expect(await hints(note('bibliography: /r.json'), { [`${WORKSPACE}/r.json`]: all })).toEqual([]);
  });

  test('that is nowhere is one hint at its name, and nothing is said of keys', async () => {
    expect(await hints(note('bibliography: r.json'))).toEqual(['2:15-2:21 bibliography-unreadable']);
    expect(await hints(note('bibliography:\n- r.json\n- s.bib'), { 'file:///r.json': all })).toEqual([
      '3:3-3:9 bibliography-unreadable',
      '4:3-4:8 bibliography-unreadable',
    ]);
  });

  test.each<readonly [string, string | FileContent]>([
    ['no JSON', 'x'],
    ['no UTF-8', { kind: 'not-utf8', before: '' }],
    ['not allowed', { kind: 'unreadable', reason: 'EACCES' }],
  ])('that cannot be read is one hint at its name: %s', async (_, content) => {
    const files = { [`${WORKSPACE}/r.json`]: content };
    expect(await hints(note('bibliography: r.json'), files)).toEqual(['2:15-2:21 bibliography-unreadable']);
  });
});
