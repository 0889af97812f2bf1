import { describe, expect, test } from 'vitest';
import { check, cited } from './check.ts';
import { bare, news, resolution, russian, signed, statement, treaty, web } from './statements.ts';

const NEWS = '中华人民共和国和俄罗斯联邦关于新时代国际关系和全球可持续发展的联合声明';
const AGENDA = 'Transforming Our World: The 2030 Agenda for Sustainable Development';
const RUSSIAN = 'Совместное заявление Российской Федерации и Китайской Народной Республики';
const zh = { language: 'zh-CN' };
const en = { language: 'en' };
const P43 = '第四部分第3段';

describe('journals of international relations', () => {
  const style = 'cn-international-relations';
  test('a newspaper: 载, then comma and date', () => {
    check(style, zh, [news, '4.3'], {
      first: `《${NEWS}》，载《人民日报》，2022年2月5日，第2版，${P43}。`,
      later: `《中俄新时代联合声明》，${P43}。`,
      entry: `《${NEWS}》，载《人民日报》，2022年2月5日，第2版。`,
    });
  });
  test('a web page, with and without the day of access', () => {
    check(style, zh, [web, '4.3'], {
      first: `《中法联合声明》，外交部网站，2024年5月7日，${P43}，https://www.mfa.gov.cn/zf_1.html。`,
      later: `《中法联合声明》，${P43}。`,
      entry: '《中法联合声明》，外交部网站，2024年5月7日，https://www.mfa.gov.cn/zf_1.html。',
    });
    check(style, { ...zh, accessed: '2026-01-15' }, [web, ''], {
      first:
        '《中法联合声明》，外交部网站，2024年5月7日，https://www.mfa.gov.cn/zf_1.html，访问时间：2026年1月15日。',
      later: '《中法联合声明》。',
      entry:
        '《中法联合声明》，外交部网站，2024年5月7日，https://www.mfa.gov.cn/zf_1.html，访问时间：2026年1月15日。',
    });
  });
  test('documents without a newspaper', () => {
    check(style, zh, [bare, '4.3'], {
      first: `《中俄联合声明》，${P43}。`,
      entry: '《中俄联合声明》。',
    });
    check(style, zh, [signed, '4.3'], {
      first: `《中俄关于国际法的联合声明》，莫斯科，2025年5月8日，${P43}。`,
      later: `《中俄关于国际法的联合声明》，${P43}。`,
      entry: '《中俄关于国际法的联合声明》，莫斯科，2025年5月8日。',
    });
  });
  test('titles in other languages are quoted and keep their language', () => {
    check(style, zh, [resolution, '3'], {
      first: `UN General Assembly，“${AGENDA}”，A/RES/70/1，2015年10月21日，第3段，https://undocs.org/A/RES/70/1。`,
      later: 'UN General Assembly，“2030 Agenda”，第3段。',
      entry: `UN General Assembly，“${AGENDA}”，A/RES/70/1，2015年10月21日，https://undocs.org/A/RES/70/1。`,
    });
    check(style, zh, [russian, '3'], {
      first: `“${RUSSIAN}”，Москва，2025年5月8日，第3段。`,
      later: '“Совместное заявление”，第3段。',
      entry: `“${RUSSIAN}”，Москва，2025年5月8日。`,
    });
  });
  test('in an English draft the words and marks are English', () => {
    check(style, en, [news, '4.3'], {
      first: `“${NEWS},” 人民日报, February 5, 2022, p. 2, sec. 4, para. 3.`,
      later: '“中俄新时代联合声明,” sec. 4, para. 3.',
      entry: `“${NEWS},” 人民日报, February 5, 2022, p. 2.`,
    });
  });
});

describe('journals of history and social science', () => {
  const style = 'cn-history';
  test('a newspaper: no 载, and no comma before the date', () => {
    check(style, zh, [news, '4.3'], {
      first: `《${NEWS}》，《人民日报》2022年2月5日，第2版，${P43}。`,
      later: `《中俄新时代联合声明》，${P43}。`,
      entry: `《${NEWS}》，《人民日报》2022年2月5日，第2版。`,
    });
  });
  test('web pages, documents, resolutions', () => {
    check(style, zh, [web, '5'], {
      first: '《中法联合声明》，外交部网站，2024年5月7日，第五部分，https://www.mfa.gov.cn/zf_1.html。',
      later: '《中法联合声明》，第五部分。',
      entry: '《中法联合声明》，外交部网站，2024年5月7日，https://www.mfa.gov.cn/zf_1.html。',
    });
    check(style, zh, [signed, '4.3'], {
      first: `《中俄关于国际法的联合声明》，莫斯科，2025年5月8日，${P43}。`,
      later: `《中俄关于国际法的联合声明》，${P43}。`,
      entry: '《中俄关于国际法的联合声明》，莫斯科，2025年5月8日。',
    });
    check(style, en, [resolution, '3'], {
      first: `UN General Assembly, “${AGENDA},” A/RES/70/1, October 21, 2015, para. 3, https://undocs.org/A/RES/70/1.`,
      later: 'UN General Assembly, “2030 Agenda,” para. 3.',
      entry: `UN General Assembly, “${AGENDA},” A/RES/70/1, October 21, 2015, https://undocs.org/A/RES/70/1.`,
    });
  });
  test('an author that the title does not name stands before it with a colon', () => {
    const council = statement(
      'council',
      `type: article-newspaper
title: 新时代的中国与世界
author: [{literal: 国务院新闻办公室}]
issued: 2019-09-28
container-title: 人民日报
language: zh-CN`,
      '甲。',
    );
    check(style, zh, [council, '1'], {
      first: '国务院新闻办公室：《新时代的中国与世界》，《人民日报》2019年9月28日，第1段。',
      later: '国务院新闻办公室：《新时代的中国与世界》，第1段。',
      entry: '国务院新闻办公室：《新时代的中国与世界》，《人民日报》2019年9月28日。',
    });
    // 《世界经济与政治》 has a comma there in later notes.
    expect(cited('cn-international-relations', [{ statement: council, address: '1' }], 'later', zh)).toBe(
      '国务院新闻办公室，《新时代的中国与世界》，第1段。',
    );
  });
});

describe('law journals', () => {
  const style = 'cn-law';
  test('a newspaper: 载, no comma before the date; 同上注 and 同前注 later', () => {
    check(style, zh, [news, '4.3'], {
      first: `《${NEWS}》，载《人民日报》2022年2月5日，第2版，${P43}。`,
      later: `同前注，《中俄新时代联合声明》，${P43}。`,
      ibid: `同上注，${P43}。`,
      entry: `《${NEWS}》，载《人民日报》2022年2月5日，第2版。`,
    });
  });
  test('the number of the first note where it is known', () => {
    expect(cited(style, [{ statement: news, address: '4.3', firstNote: 3 }], 'later', zh)).toBe(
      `同前注〔3〕，《中俄新时代联合声明》，${P43}。`,
    );
  });
  test('the article of a treaty follows its name', () => {
    check(style, zh, [treaty, '2.1'], {
      first: '《维也纳条约法公约》第二条第1段，维也纳，1969年5月23日。',
      later: '同前注，《维也纳条约法公约》，第二条第1段。',
      ibid: '同上注，第二条第1段。',
      entry: '《维也纳条约法公约》，维也纳，1969年5月23日。',
    });
  });
  test('a web page', () => {
    check(style, { ...zh, accessed: '2026-01-15' }, [web, '4.3'], {
      first: `《中法联合声明》，载外交部网站2024年5月7日，${P43}，https://www.mfa.gov.cn/zf_1.html，2026年1月15日访问。`,
      later: `同前注，《中法联合声明》，${P43}。`,
      ibid: `同上注，${P43}。`,
      entry:
        '《中法联合声明》，载外交部网站2024年5月7日，https://www.mfa.gov.cn/zf_1.html，2026年1月15日访问。',
    });
  });
  test('in an English draft', () => {
    check(style, en, [signed, '4.3'], {
      first: '“中俄关于国际法的联合声明,” 莫斯科, May 8, 2025, sec. 4, para. 3.',
      later: '“中俄关于国际法的联合声明,” sec. 4, para. 3.',
      ibid: 'Ibid., sec. 4, para. 3.',
      entry: '“中俄关于国际法的联合声明,” 莫斯科, May 8, 2025.',
    });
  });
});
