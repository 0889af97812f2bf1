import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ALTERED, draftsOf, INVENTED } from './check-drafts.ts';

test('what a baseline knows is not told, wherever it stands now; what it knows for nothing is', async () => {
  const { check, folder } = draftsOf({
    'n/第一章.md': `${ALTERED}。\n\n${INVENTED}。\n`,
    'n/b.md': `${ALTERED}。\n`,
  });
  const baseline = ['--baseline', 'known.json'];
  expect(await check('n', ...baseline, '--update-baseline')).toMatchObject({
    ...{ code: 0, err: 'known.json knows 3 findings now.\nKnown from known.json: 3\n' },
  });
  const written = readFileSync(path.join(folder.path, 'known.json'), 'utf8');
  expect(JSON.parse(written)).toMatchObject({
    version: 1,
    findings: [
      { file: 'n/b.md', code: 'quote-altered' },
      { file: 'n/第一章.md', code: 'quote-altered' },
      { file: 'n/第一章.md', code: 'quote-not-found' },
    ],
  });

  folder.write('n/第一章.md', `# 新\n\n甲。\n\n${INVENTED}。\n\n${ALTERED}。\n`);
  expect(await check('n', ...baseline, '--json')).toMatchObject({ code: 0, out: '[]\n' });

  // The same words once more are new; those that are gone are told.
  folder.write('n/第一章.md', `${ALTERED}。\n\n${ALTERED}。\n`);
  const { code, out, err } = await check('n/第一章.md', ...baseline, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject([{ code: 'quote-altered', range: { start: { line: 2 } } }]);
  expect(err).toContain('quote-not-found is known of n/第一章.md');
  expect(err).not.toContain('n/b.md');
});

test('an update keeps what it knows of other files, unless they are gone', async () => {
  const { check, folder } = draftsOf({
    'a.md': `${ALTERED}。\n`,
    'b.md': `${ALTERED}。\n`,
    'c.md': `${ALTERED}。\n`,
  });
  await check('.', '--baseline', 'known.json', '--update-baseline');
  folder.remove('c.md');
  folder.write('a.md', '甲\n');
  expect((await check('a.md', '--baseline', 'known.json')).err).toContain('known of c.md');
  await check('a.md', '--baseline', 'known.json', '--update-baseline');
  const written = readFileSync(path.join(folder.path, 'known.json'), 'utf8');
  expect(JSON.parse(written)).toMatchObject({ findings: [{ file: 'b.md' }] });
  expect(await check('.', '--baseline', 'known.json')).toMatchObject({ code: 0 });
});

test('a baseline that is not there or is none cannot be used, nor is it written over', async () => {
  const { check, folder } = draftsOf({ 'a.md': `${ALTERED}。\n`, 'x.json': '{"version": 1' });
  const missing = await check('a.md', '--baseline', 'none.json');
  expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('--update-baseline') as string });
  for (const text of [
    '{',
    '[]',
    '{"version":2,"findings":[]}',
    '{"version":1,"findings":[{"file":"a.md"}]}',
  ]) {
    folder.write('x.json', text);
    for (const more of [[], ['--update-baseline']]) {
      const { code, err, out } = await check('a.md', '--baseline', 'x.json', ...more);
      expect({ code, err }).toEqual({
        code: 2,
        err: expect.stringMatching(/^pincite: x\.json [^\n]+\n$/) as string,
      });
      // Nothing is held back.
      expect(out).toContain('quote-altered');
    }
    expect(readFileSync(path.join(folder.path, 'x.json'), 'utf8')).toBe(text);
  }
});
