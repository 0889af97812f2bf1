import { expect, test } from 'vitest';
import { noteSettingsOf } from '../../server/src/lsp/note-settings.ts';
import { readSettings } from '../../server/src/lsp/settings.ts';

const FOLDERS = ['file:///desk/notes', 'file:///desk/book'];
const settings = (own: unknown, folders: readonly string[] = FOLDERS) =>
  noteSettingsOf(readSettings(own), folders, '/home/me');

test('without a CSL file the style counts, by the language of the draft unless one is named', () => {
  expect(settings({})).toEqual({ style: 'auto', pandocPath: 'pandoc' });
  expect(settings({ citation: { style: 'apa' } })).toMatchObject({ style: 'apa' });
});

test.each([
  ['/styles/a b;c.csl', ['file:///styles/a%20b%3Bc.csl']],
  ['~/styles/a.csl', ['file:///home/me/styles/a.csl']],
  // The first workspace folder that has it.
  ['styles/a.csl', ['file:///desk/notes/styles/a.csl', 'file:///desk/book/styles/a.csl']],
])('the CSL file %s is looked for where it was meant', (csl, uris) => {
  expect(settings({ csl }).csl).toEqual({ asked: csl, uris, setting: '“pincite.csl”' });
});

test('a relative CSL file has no place without a folder, and is said to be missing rather than passed over', () => {
  expect(settings({ csl: 'a.csl' }, []).csl).toMatchObject({ asked: 'a.csl', uris: [] });
});

test('Pandoc may be named from the home folder', () => {
  expect(settings({ pandocPath: '~/bin/pandoc' }).pandocPath).toBe('/home/me/bin/pandoc');
  expect(settings({ pandocPath: '' }).pandocPath).toBe('pandoc');
});
