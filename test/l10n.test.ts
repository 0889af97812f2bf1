import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { collectTexts } from '../scripts/l10n.mjs';

type Texts = Readonly<Record<string, string>>;

function read(file: string): Texts {
  return JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')) as Texts;
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\d+\}/g))].sort();
}

/** What a text links to or sets as code must survive its translation. */
function links(text: string): string[] {
  return [...(text.match(/\((?:command|https?):[^)]*\)|`[^`]+`/g) ?? [])].sort();
}

describe('texts of the client and the server', async () => {
  const texts = await collectTexts();
  const chinese = read('l10n/bundle.l10n.zh-cn.json');

  test('are all in the bundle; if not, run `node scripts/l10n.mjs`', () => {
    expect(read('l10n/bundle.l10n.json')).toEqual(texts);
  });

  test('are all translated, and nothing else is', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(texts).sort());
  });

  test('keep their placeholders in translation', () => {
    for (const [text, translation] of Object.entries(chinese))
      expect(placeholders(translation), text).toEqual(placeholders(text));
  });
});

describe('texts of the manifest', () => {
  const english = read('package.nls.json');
  const chinese = read('package.nls.zh-cn.json');
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');

  test('are all there, and nothing else is', () => {
    const used = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]));
    expect(Object.keys(english).sort()).toEqual([...used].sort());
  });

  test('are all translated, with their links and their code', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(english))
      expect(links(chinese[key] ?? ''), key).toEqual(links(text));
  });
});
