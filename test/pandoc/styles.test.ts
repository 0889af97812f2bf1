import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { toCslItem } from '../../server/src/core/csl/csl-item.ts';
import { formatCited, formatEntry, renderRich } from '../../server/src/core/format/format.ts';
import { sourceOf } from '../../server/src/core/format/source.ts';
import type { StyleName } from '../../server/src/core/format/style-name.ts';
import type { Statement } from '../../server/src/core/statement/model.ts';
import { bare, news, resolution, russian, signed, treaty, web } from '../core/format/statements.ts';
import { officialStyle } from './official-styles.ts';
import { DEVIATIONS } from './style-deviations.ts';

/** The official style of ours, and the language of the draft. */
const STYLES: Readonly<Partial<Record<StyleName, readonly [file: string, language: string]>>> = {
  'chicago-note': ['chicago-fullnote-bibliography', 'en-US'],
  apa: ['apa', 'en-US'],
  mla: ['modern-language-association', 'en-US'],
  oscola: ['oscola', 'en-GB'],
  'gb7714-2015-note': ['china-national-standard-gb-t-7714-2015-note', 'zh-CN'],
  'gb7714-2015-numeric': ['china-national-standard-gb-t-7714-2015-numeric', 'zh-CN'],
  'gb7714-2015-author-date': ['china-national-standard-gb-t-7714-2015-author-date', 'zh-CN'],
  'cn-law': ['law-citation-manual', 'zh-CN'],
};

/** A statement, and a locator of one level, which is all that CSL knows: ours, and Pandoc's. */
const PASSAGES: readonly (readonly [Statement, address: string, locator: string])[] = [
  [news, '4', '§ 4'],
  [web, '4', '§ 4'],
  [bare, '4', '§ 4'],
  [signed, '4', '§ 4'],
  [resolution, '3', '¶ 3'],
  [russian, '3', '¶ 3'],
  [treaty, '', ''],
];

interface Printed {
  readonly cited: string;
  readonly entry: string;
}

let print: (markdown: string, csl: string) => Promise<string>;

beforeAll(async () => {
  const { convert } = await import('pandoc-wasm');
  print = async (markdown, csl) => {
    const options = { from: 'markdown', to: 'html', citeproc: true, csl: 'style.csl', wrap: 'none' };
    const { stdout, stderr } = await convert(options, markdown, { 'style.csl': csl });
    if (stdout === '') throw new Error(stderr);
    return stdout;
  };
}, 60_000);

const names = Object.keys(STYLES) as StyleName[];

describe.each(names)('%s', (style) => {
  const [name = '', language = ''] = STYLES[style] ?? [];
  const file = officialStyle(name);

  test.skipIf(file === undefined)(
    'prints what the official style prints, but where a reason is given',
    { timeout: 60_000 },
    async () => {
      const csl = readFileSync(file ?? '', 'utf8');
      const different: Record<string, unknown> = {};
      for (const [statement, address, locator] of PASSAGES) {
        const theirs = await official(statement, locator, csl, language);
        const ours = own(style, statement, address, language);
        for (const part of ['cited', 'entry'] as const) {
          if (ours[part] !== theirs[part]) different[`${statement.key} ${part}`] = theirs[part];
        }
      }
      const known = Object.entries(DEVIATIONS[style] ?? {}).map(([place, { theirs }]) => [place, theirs]);
      expect(different).toEqual(Object.fromEntries(known));
    },
  );
});

function own(style: StyleName, statement: Statement, address: string, language: string): Printed {
  const options = { language, number: 1 };
  return {
    cited: renderRich(formatCited(style, [{ statement, address }], 'first', options), 'text'),
    entry: renderRich(formatEntry(style, statement, options), 'text'),
  };
}

/**
 * What Pandoc prints. The item is without what we leave out on purpose: authors whom the title names, and the signing
 * of what has a date of publication.
 */
async function official(
  statement: Statement,
  locator: string,
  csl: string,
  language: string,
): Promise<Printed> {
  const { author, ...item } = toCslItem(statement);
  const references = [{ ...item, ...(sourceOf(statement).authors.length > 0 && { author }) }];
  const cite = locator === '' ? '' : `, ${locator}`;
  const markdown = `---\n${JSON.stringify({ lang: language, references })}\n---\n\n[@${item.id}${cite}]\n`;
  const html = await print(markdown, csl);
  const note = /<li id="fn1"[^>]*>([^]*?)<a href="#fnref1"/u.exec(html)?.[1];
  const inText = /<span class="citation"[^>]*>([^]*?)<\/span>(?=<\/p>)/u.exec(html)?.[1];
  const entry = /<div id="ref-[^>]*class="csl-entry"[^>]*>([^]*?)<\/div>\s*<\/div>/u.exec(html)?.[1];
  return { cited: words(note ?? inText ?? ''), entry: words(entry ?? '') };
}

function words(html: string): string {
  const text = html
    .replace(/<\/div>\s*<div class="csl-right-inline">/gu, ' ')
    .replace(/<[^>]+>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return text.replace(/\s+/gu, ' ').trim();
}
