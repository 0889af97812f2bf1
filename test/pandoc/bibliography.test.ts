import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BibliographyFormat } from '../../server/src/core/csl/bibliography-format.ts';
import { toCslItem, type CslItem } from '../../server/src/core/csl/csl-item.ts';
import { writeKept } from '../../server/src/core/csl/kept-file.ts';
import { writeBibliography } from '../../server/src/core/csl/write-bibliography.ts';
import type { Statement } from '../../server/src/core/statement/model.ts';
import { shippedStatements, statementFrom } from '../core/csl/statement-of.ts';

type Convert = (from: string, text: string) => Promise<string>;

let wasm: Convert;
beforeAll(async () => {
  const { convert } = await import('pandoc-wasm');
  wasm = async (from, text) => {
    const { stdout, stderr } = await convert({ from, to: 'csljson' }, text, {});
    if (stdout === '') throw new Error(stderr);
    return stdout;
  };
}, 60_000);

/** Characters that mean something to one format or another, in every place where an editor may put them. */
const awkward: readonly Statement[] = [
  {
    title: '《甲、乙》关于“丙{丁}”50% & 戊_己 #1 $2 ~ ^ \\x，a,b；c;d <e> [f](g) *h* @i |j| `k` 的声明',
    'title-short': '# 甲 {乙} 《丙》',
    author: ['甲国、乙国和“丙”, Inc.', 'A {b} & c_d *e* and F', { family: "O'Neill {x}", given: 'J. & K.' }],
    'container-title': '《报》 & Co_x {y} #1, 50%',
    page: 'A3',
    URL: 'http://x.y/a_b~c*d*(e)?f=g&h=%20%E4%B8%AD#i',
    language: 'zh-CN',
    type: 'article-newspaper',
    issued: '2025-05-09',
    'event-date': '2025-05-08',
  },
  {
    title: "Joint Statement of the UN-based “Two Sides”: The a_b's iPhone ... of {Trade} & 50% -- on \\x",
    author: ['Ministry of X and Y, PRC', 'European Union and NATO'],
    'container-title': 'The Times & the Journal and Co. {x}',
    page: '3-5',
    URL: 'https://x.y/Q_{z}',
    language: 'en-GB',
    type: 'article-magazine',
    issued: '2025-05',
    accessed: '2026-01-15',
  },
  {
    title: 'Совместное заявление "Сторон" -- 2024--2025 {а} & б_в',
    author: ['Российская Федерация'],
    'container-title': 'Сайт & «Газета» 1.',
    URL: 'https://x.y/я?б=1',
    language: 'ru-RU',
    type: 'webpage',
    issued: '2025',
  },
  {
    title: '- 1. x',
    page: '1.',
    language: 'fr-FR',
    type: 'document',
    'event-date': '2025-05-08',
    author: ['~'],
  },
  { title: '讲话', language: 'zh-CN', type: 'speech', issued: '2025-05-09', 'event-date': '2025-05-08' },
  { title: 'on Trade', language: 'en-US', type: 'report', publisher: 'A and B', issued: '2025-12-01' },
].map((front, at) => statementFrom({ id: `made-up-${String(at)}`, ...front }));

/**
 * Curved quotation marks are what Pandoc makes of straight ones, the space after an abbreviation is one that does not
 * break, and languages are the same in any case.
 */
function comparable(item: CslItem): unknown {
  const text = (value: string | undefined): string | undefined =>
    value
      ?.replace(/<\/?span[^>]*>/g, '')
      .replace(/[“”]/g, '"')
      .replace(/[‘’]/g, "'")
      .replace(/\u00a0/g, ' ');
  const names = item.author?.map((name) =>
    'literal' in name ? text(name.literal) : `${text(name.family) ?? ''}/${text(name.given) ?? ''}`,
  );
  return {
    id: item.id,
    title: text(item.title),
    container: text(item['container-title']),
    author: names,
    issued: item.issued,
    event: item['event-date'],
    accessed: item.accessed,
    page: item.page,
    URL: item.URL,
    language: item.language.toLowerCase(),
  };
}

const encoded = (item: CslItem): CslItem => ({
  ...item,
  ...(item.URL && { URL: item.URL.replace('{', '%7B').replace('}', '%7D') }),
});

async function read(convert: Convert, format: BibliographyFormat, text: string): Promise<CslItem[]> {
  const from = { 'csl-json': 'csljson', 'csl-yaml': 'markdown', biblatex: 'biblatex', ris: 'ris' }[format];
  const json = await convert(from, format === 'csl-yaml' ? `---\n${text}---\n` : text);
  return JSON.parse(json) as CslItem[];
}

const own: readonly Statement[] = [...shippedStatements(), ...awkward];

function checkRoundTrips(convert: () => Convert): void {
  test.each(['csl-json', 'csl-yaml', 'biblatex'] as const)('reads our %s as we mean it', async (format) => {
    const items = await read(convert(), format, writeBibliography(format, own));
    const meant = own.map(toCslItem).map(format === 'biblatex' ? encoded : (item) => item);
    expect(items.map(comparable)).toEqual(meant.map(comparable));
    const kept = await read(convert(), format, writeKept(format, own));
    expect(kept.map(comparable)).toEqual(meant.map(comparable));
  });
}

describe('Pandoc 3', () => {
  checkRoundTrips(() => wasm);

  test('reads our RIS: it knows of a date the year, and of a body no more than words', async () => {
    const items = await read(wasm, 'ris', writeBibliography('ris', own));
    const known = (item: CslItem): unknown => ({
      id: item.id,
      title: item.title,
      container: item['container-title'],
      year: item.issued?.['date-parts'][0][0],
      page: item.page,
      URL: item.URL,
      language: item.language,
    });
    expect(items.map(known)).toEqual(own.map(toCslItem).map(known));
    const names = (item: CslItem | undefined): unknown => item?.author?.map((name) => Object.values(name));
    expect(names(items[0])).toEqual([['中华人民共和国'], ['俄罗斯联邦']]);
    const kept = await read(wasm, 'ris', writeKept('ris', own));
    expect(kept.map(known)).toEqual(own.map(toCslItem).map(known));
  });
});

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

describe.skipIf(!hasPandoc)('the installed Pandoc', () => {
  const run: Convert = (from, text) =>
    Promise.resolve(execFileSync('pandoc', ['-f', from, '-t', 'csljson'], { input: text, encoding: 'utf8' }));
  checkRoundTrips(() => run);
});
