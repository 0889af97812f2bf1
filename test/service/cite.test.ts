import { beforeAll, describe, expect, test } from 'vitest';
import { styleNames } from '../../server/src/core/format/style-name.ts';
import type { CiteOptions } from '../../server/src/service/cite.ts';
import { isRefusal } from '../../server/src/service/refusal.ts';
import { shippedWorld, type World } from './workspace.ts';

const PASSAGE = ['cn-ru-2025-global-strategic-stability', '10'] as const;

let world: World;
beforeAll(async () => {
  world = await shippedWorld();
});

async function cite(options: Partial<CiteOptions>): Promise<string> {
  const cited = await world.service.citeAs(...PASSAGE, {
    ...{ style: 'auto', format: 'text', position: 'first', pandocPath: 'pandoc' },
    ...options,
  });
  return isRefusal(cited) ? `refused: ${cited.refused}` : cited.text;
}

describe.each(styleNames)('%s', (style) => {
  test.each(['first', 'later', 'ibid'] as const)('keeps the locator in a note: %s', async (position) => {
    for (const format of ['text', 'markdown', 'html'] as const) {
      expect(await cite({ style, position, format })).toContain('第10段');
    }
  });

  test('has an entry for the list', async () => {
    const entry = await cite({ style, position: 'entry' });
    expect(entry).toContain('关于全球战略稳定的联合声明');
    expect(entry).not.toContain('第10段');
  });
});

test('auto goes by the language of the draft, and the statement’s own where none is said', async () => {
  expect(await cite({})).toContain('[N');
  expect(await cite({ language: 'en' })).toContain('May 9, 2025');
});

test('a later note is shorter than the first', async () => {
  const first = await cite({ style: 'chicago-note' });
  const later = await cite({ style: 'chicago-note', position: 'later' });
  expect(later.length).toBeLessThan(first.length);
});

test('what is not in the corpus is refused with the nearest that is', async () => {
  const refused = await world.service.citeAs(PASSAGE[0], '99', {
    ...{ style: 'apa', format: 'text', position: 'first', pandocPath: 'pandoc' },
  });
  expect(refused).toEqual({ refused: expect.stringContaining('“99” is not in the statement') as string });
});
