import { describe, expect, test } from 'vitest';
import type { Position } from '../../../server/src/core/format/cited.ts';
import { formatCited, formatEntry, renderRich } from '../../../server/src/core/format/format.ts';
import { styleNames } from '../../../server/src/core/format/style-name.ts';
import type { Metadata } from '../../../server/src/core/statement/model.ts';
import { statement } from './statements.ts';

const FIELDS: Readonly<Partial<Metadata>>[] = [
  { titleShort: '联合声明' },
  { author: [{ literal: '外交部' }, { literal: '国务院' }] },
  { eventDate: '2022-02-04' },
  { eventPlace: '北京' },
  { issued: '2022-02-05' },
  { containerTitle: '人民日报' },
  { page: '2' },
  { number: 'A/RES/70/1' },
  { url: 'http://x.org/n1.html' },
];
const TYPES = ['article-newspaper', 'webpage', 'document', 'treaty', 'report'];
const SUBSETS = Array.from({ length: 2 ** FIELDS.length }, (_, bits) =>
  FIELDS.filter((_field, at) => (bits & (1 << at)) !== 0),
);

/** What must not stand in a citation. `Ibid.,` and `et al.,` may: a comma after the full stop of a word cut short. */
const STRAY: readonly RegExp[] = [
  /undefined|null|NaN|\[object/u,
  /[,，;；:：、]\s*[,，;；:：、。]/u,
  /[,，;；:：、]\s*\.(?!\w)/u,
  /[.。]\s*[.。;；:：]/u,
  /。\s*[，、]|(?<!\p{L})\.\s*[，、]/u,
  /\(\s*\)|（\s*）|\[\s*\]|《\s*》|“[\s,.]*”|‘\s*’|«\s*»|<\s*>/u,
  /[(（[]\s*[,，.;:：]|[,，;：:]\s*[)）\]]/u,
  /^[\s,，.。;；:：、)）]|[\s,，;；:：、(（]$/u,
  /\s{2}|\s[,，.。;；:：](?!\w)/u,
];

const TITLES = [
  { title: '中外联合声明', language: 'zh-CN' },
  { title: 'Is This a Title?', language: 'en' },
];
const DRAFTS = ['zh-CN', 'en', 'ru'];
const known = statement('key', 'title: 标题\nlanguage: zh-CN', '## 一\n\n甲。\n\n乙。');

describe.each(styleNames)('%s', (style) => {
  test('leaves no stray mark, whatever is not known of a statement', () => {
    const seen = new Set<string>();
    for (const [bits, fields] of SUBSETS.entries()) {
      // Each subset with two types, and every field with all of them.
      for (const at of [bits % TYPES.length, (bits + 2) % TYPES.length]) {
        const type = TYPES[at] ?? '';
        const title = TITLES[(at + bits) % 2];
        const metadata = Object.assign({}, known.metadata, { type }, title, ...fields) as Metadata;
        const subject = { ...known, metadata };
        // Every field with every draft, if not each of their subsets.
        const language = DRAFTS[(at + (bits >> 1)) % 3] ?? '';
        const options = { language, accessed: '2026-01-15' };
        const note = (position: Position, address: string): string =>
          renderRich(formatCited(style, [{ statement: subject, address }], position, options), 'text');
        seen
          .add(note('first', '1.2'))
          .add(note('first', ''))
          .add(note('later', '1.2'))
          .add(note('ibid', '1.2'));
        seen.add(renderRich(formatEntry(style, subject, { ...options, number: 1 }), 'text'));
      }
    }
    expect(seen.size).toBeGreaterThan(10);
    expect([...seen].filter((text) => text === '' || STRAY.some((mark) => mark.test(text)))).toEqual([]);
  });
});
