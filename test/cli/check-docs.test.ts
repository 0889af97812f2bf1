import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addCheckOptions } from '../../server/src/cli/check/options.ts';
import { checkExtensions } from '../../server/src/cli/check/extensions.ts';
import { draftCodes } from '../../server/src/service/draft-codes.ts';
import { Command } from 'commander';
import { repository } from './command.ts';

const docs = readFileSync(path.join(repository, 'docs/checking.md'), 'utf8');

test('the docs have a place for every code, and for no other', () => {
  const anchors = [...docs.matchAll(/<a id="([\w-]+)"><\/a>`\1`/g)].map(([, code]) => code);
  expect(anchors.sort()).toEqual(Object.keys(draftCodes()).sort());
});

test('the docs tell of every option, and of no other', () => {
  const command = addCheckOptions(new Command());
  for (const { addTo } of checkExtensions) addTo(command);
  const options = command.options.map(({ long }) => long ?? '');
  for (const option of options) expect(docs).toContain(option);
  const told = docs.match(/(?<![\w!-])--[a-z][a-z-]+/g) ?? [];
  expect(told.filter((option) => ![...options, '--key'].includes(option))).toEqual([]);
});
