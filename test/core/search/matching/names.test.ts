import { expect, test } from 'vitest';
import { fold } from '../../../../server/src/core/fold.ts';
import { writeSegment } from '../../../../server/src/core/search/index/segment-writer.ts';
import { atOnce } from '../../../../server/src/core/search/index/slices.ts';
import { createNames } from '../../../../server/src/core/search/matching/names.ts';
import { entry } from '../entries.ts';

const sources = [
  { key: 'cn-ru-2025-stability', title: '中俄战略稳定联合声明', date: '2025-05-08', language: 'zh-CN' },
  { key: 'g20-2016', title: 'Hangzhou Communiqué', date: '2016-09', language: 'en' },
  { key: 'ru-in-2017', title: 'Совместное заявление', date: '2017', language: 'ru' },
].map((draft) => ({ kind: 'entry', entry: entry({ ...draft, sections: [] }) }) as const);
const names = createNames([
  atOnce(writeSegment(sources.slice(0, 2))),
  atOnce(writeSegment(sources.slice(2))),
]);

/** Keys without what follows their first word, newest first. */
function keys(cards: Iterable<{ readonly key: string }>): string {
  return Array.from(cards, ({ key }) => key.split('-')[0]).join(' ');
}

test.each([
  ['2025', 'cn'],
  ['2025年', 'cn'],
  ['二〇二五年', 'cn'],
  ['20', 'cn g20 ru'],
  ['2025-05', 'cn'],
  ['2025年5月', 'cn'],
  ['2025年5月8日', 'cn'],
  ['2016年9月', 'g20'],
  ['2016年10月', ''],
  ['ru', 'cn ru'],
  ['ru-in', 'ru'],
  ['stab', 'cn'],
  ['tability', ''],
  ['g20', 'g20'],
  ['cn-ru-2025-stability', 'cn'],
  ['中文', 'cn'],
  ['zh', 'cn'],
  ['zh-CN', 'cn'],
  ['chinese', 'cn'],
  ['Chin', 'cn'],
  ['chi', ''],
  ['English', 'g20'],
  ['русский', 'ru'],
  ['俄文', 'ru'],
  ['2', ''],
  ['俄', ''],
])('%s filters by key, date or language: %s', (word, expected) => {
  expect(keys(names.labelled(fold(word).text))).toBe(expected);
});

test.each([
  ['战略', 'cn'],
  ['戰略穩定', 'cn'],
  ['声明', 'cn'],
  ['communique', 'g20'],
  ['заявление', 'ru'],
  ['稳定联合声明', 'cn'],
  ['声明hangzhou', ''],
  ['заявлёние', 'ru'],
])('%s stands in a title: %s', (word, expected) => {
  expect(keys(names.named(fold(word).text))).toBe(expected);
});
