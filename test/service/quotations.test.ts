import { beforeAll, expect, test } from 'vitest';
import { createDraft } from '../../server/src/service/draft.ts';
import type { Service } from '../../server/src/service/service.ts';
import { shippedWorld } from './workspace.ts';

let service: Service;
beforeAll(async () => {
  ({ service } = await shippedWorld());
});

const verdicts = async (text: string): Promise<string[]> => {
  const checked = await service.quotations.check(createDraft('file:///note.md', text), { least: 4 });
  return checked.map(({ judgement }) => judgement.verdict);
};

test('words in another script than the statement are a translation, of which nothing is said', async () => {
  const law = '[@cn-ru-2025-international-law，第四部分第1段]';
  expect(await verdicts(`“主权平等原则对国际关系的稳定至关重要”${law}`)).toEqual(['verbatim']);
  expect(await verdicts(`“The principle of sovereign equality is crucial”${law}`)).toEqual([]);
  expect(await verdicts(`“Принцип суверенного равенства имеет ключевое значение”${law}`)).toEqual([]);
  // Without a citation they are looked for like any others.
  expect(await verdicts('“The principle of sovereign equality is crucial”')).toEqual(['not-found']);
});
