import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeDisk } from '../../server/src/node/write.ts';
import { temporaryFolder } from '../lsp/folders.ts';

test('a file is made, and written over, and nothing else is left in the folder', async () => {
  const folder = temporaryFolder({});
  const uri = folder.uriOf('文献 (1).json');
  expect(await writeDisk(uri, '甲')).toBeUndefined();
  expect(await writeDisk(uri, '乙\r\n')).toBeUndefined();
  expect(readdirSync(folder.path)).toEqual(['文献 (1).json']);
  expect(readFileSync(path.join(folder.path, '文献 (1).json'), 'utf8')).toBe('乙\r\n');
});

test('a link stays one, and permissions stay', async () => {
  const folder = temporaryFolder({ 'real/refs.bib': 'old' });
  const real = path.join(folder.path, 'real/refs.bib');
  chmodSync(real, 0o600);
  symlinkSync(real, path.join(folder.path, 'refs.bib'));
  expect(await writeDisk(folder.uriOf('refs.bib'), 'new')).toBeUndefined();
  expect(lstatSync(path.join(folder.path, 'refs.bib')).isSymbolicLink()).toBe(true);
  expect(readFileSync(real, 'utf8')).toBe('new');
  expect(statSync(real).mode & 0o777).toBe(0o600);
});

test('what goes wrong is said in the words of the system, and the old text stays', async () => {
  const folder = temporaryFolder({});
  expect(await writeDisk(folder.uriOf('none/refs.bib'), 'x')).toBe('ENOENT');
  expect(await writeDisk('untitled:refs.bib', 'x')).toBe('EINVAL');
  mkdirSync(path.join(folder.path, 'refs.bib'));
  writeFileSync(path.join(folder.path, 'refs.bib/a'), '');
  expect(await writeDisk(folder.uriOf('refs.bib'), 'x')).toMatch(/^E[A-Z]+$/);
  expect(readdirSync(folder.path)).toEqual(['refs.bib']);
});
