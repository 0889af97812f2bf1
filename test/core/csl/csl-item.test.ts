import { describe, expect, test } from 'vitest';
import { toCslItem } from '../../../server/src/core/csl/csl-item.ts';
import { stability, statementFrom, statementOf } from './statement-of.ts';

describe('a statement as a CSL item', () => {
  test('has what its front matter says in the words of CSL, and nothing that CSL does not know', () => {
    expect(toCslItem(statementOf(stability))).toEqual({
      id: 'cn-ru-2025-global-strategic-stability',
      type: 'article-newspaper',
      title: '中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明',
      'title-short': '中俄全球战略稳定联合声明',
      author: [{ literal: '中华人民共和国' }, { literal: '俄罗斯联邦' }],
      issued: { 'date-parts': [[2025, 5, 9]] },
      'container-title': '人民日报',
      page: '3',
      URL: 'http://politics.people.com.cn/n1/2025/0509/c1001-40476042.html',
      language: 'zh-CN',
    });
  });

  test('keeps every other variable that a file may carry', () => {
    const variables = {
      'collection-title': '国际条约集',
      'publisher-place': '北京',
      publisher: '世界知识出版社',
      archive: '外交部档案馆',
      edition: '海外版',
      genre: '联合声明',
      issue: '27',
      note: '附件略',
      number: 'A/79/1',
      section: '要闻',
      volume: 'IV',
      DOI: '10.1000/xyz_1',
    };
    const item = toCslItem(statementFrom({ id: 'a-b', title: '甲', ...variables, accessed: '2026-01-15' }));
    expect(item).toMatchObject(variables);
    expect(item.accessed).toEqual({ 'date-parts': [[2026, 1, 15]] });
  });

  test('where and when something took place is told of what is an event, and of nothing else', () => {
    const signed = {
      id: 'a-b',
      title: '甲',
      'event-date': '2025-05-08',
      'event-place': '莫斯科',
      'event-title': '会晤',
    };
    const names = ['event-date', 'event-place', 'event-title', 'event'];
    for (const type of ['article-newspaper', 'webpage', 'document', 'treaty', 'report']) {
      const item = toCslItem(statementFrom({ ...signed, type }));
      expect(Object.keys(item).filter((name) => names.includes(name))).toEqual([]);
    }
    // Programs from before CSL 1.0.2 know the event by another name.
    expect(toCslItem(statementFrom({ ...signed, type: 'speech' }))).toMatchObject({
      'event-date': { 'date-parts': [[2025, 5, 8]] },
      'event-place': '莫斯科',
      'event-title': '会晤',
      event: '会晤',
    });
  });

  test.each([
    ['2025', [2025]],
    ['2025-05', [2025, 5]],
    ['2025-05-08', [2025, 5, 8]],
    ['0987-01-01', [987, 1, 1]],
  ])('a date may be known in part: %s', (issued, parts) => {
    expect(toCslItem(statementFrom({ id: 'a-b', title: '甲', issued })).issued).toEqual({
      'date-parts': [parts],
    });
  });

  test('what is absent stays absent', () => {
    expect(toCslItem(statementOf('id: a-b\ntitle: 关于甲的声明'))).toEqual({
      id: 'a-b',
      type: 'document',
      title: '关于甲的声明',
      language: 'zh-CN',
    });
  });

  test('a document is dated by its signing where nothing else dates it; what was printed is not', () => {
    const signed = { id: 'a-b', title: '甲', 'event-date': '2025-05-08' };
    const date = { 'date-parts': [[2025, 5, 8]] };
    expect(toCslItem(statementFrom(signed)).issued).toEqual(date);
    expect(toCslItem(statementFrom({ ...signed, issued: '2025-05-10' })).issued).toEqual({
      'date-parts': [[2025, 5, 10]],
    });
    expect(toCslItem(statementFrom({ ...signed, 'container-title': '人民日报' })).issued).toBeUndefined();
    expect(toCslItem(statementFrom({ ...signed, type: 'webpage' })).issued).toBeUndefined();
  });

  test.each([
    ['treaty', 'treaty'],
    ['legal_case', 'legal_case'],
    ['communique', 'document'],
    ['constructor', 'document'],
  ])('the type %s is %s', (type, expected) => {
    expect(toCslItem(statementFrom({ id: 'a-b', title: '甲', type })).type).toBe(expected);
  });

  test('a body has one name, a person two where the file tells them apart', () => {
    const author = [
      '外交部',
      { literal: 'European Union and NATO' },
      { family: 'Guterres', given: 'António' },
      { family: 'Лавров' },
    ];
    expect(toCslItem(statementFrom({ id: 'a-b', title: '甲', author })).author).toEqual([
      { literal: '外交部' },
      { literal: 'European Union and NATO' },
      { family: 'Guterres', given: 'António' },
      { literal: 'Лавров' },
    ]);
  });

  test('texts are one line; wide spaces stay', () => {
    const item = toCslItem(statementFrom({ id: 'a-b', title: '甲　乙\n 丙\t\u0007丁', page: '3' }));
    expect(item.title).toBe('甲　乙 丙 丁');
  });

  test.each(['10.1000/a', 'https://doi.org/10.1000/a', 'http://dx.doi.org/10.1000/a', 'doi: 10.1000/a'])(
    'the DOI %s is a bare one',
    (DOI) => {
      expect(toCslItem(statementFrom({ id: 'a-b', title: '甲', DOI })).DOI).toBe('10.1000/a');
    },
  );
});
