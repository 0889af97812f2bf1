import { describe, test } from 'vitest';
import { check } from './check.ts';
import { bare, news, resolution, russian, signed, web } from './statements.ts';

const NEWS = '中华人民共和国和俄罗斯联邦关于新时代国际关系和全球可持续发展的联合声明';
const AGENDA = 'Transforming Our World: The 2030 Agenda for Sustainable Development';
const RUSSIAN = 'Совместное заявление Российской Федерации и Китайской Народной Республики';
const zh = { language: 'zh-CN', number: 1, accessed: '2026-01-15' };
const en = { ...zh, language: 'en' };
const P43 = '第四部分第3段';

describe('GB/T 7714-2025, notes', () => {
  test('a newspaper on line: the passage stands where the standard has the page', () => {
    check('gb7714-2025-note', zh, [news, '4.3'], {
      first: `${NEWS}[N/OL]. 人民日报，2022-02-05（2）：${P43}. http://politics.people.com.cn/n1.html.`,
      later: `中俄新时代联合声明：${P43}.`,
      ibid: `同上：${P43}.`,
      entry: `[1] ${NEWS}[N/OL]. 人民日报，2022-02-05（2）. http://politics.people.com.cn/n1.html.`,
    });
  });
  test('a web page: its date in brackets, then the day on which it was opened', () => {
    check('gb7714-2025-note', zh, [web, '4.3-4.5'], {
      first:
        '中法联合声明[EB/OL]. （2024-05-07）：第四部分第3—5段[2026-01-15]. https://www.mfa.gov.cn/zf_1.html.',
      later: '中法联合声明：第四部分第3—5段.',
      ibid: '同上：第四部分第3—5段.',
      entry: '[1] 中法联合声明[EB/OL]. （2024-05-07）[2026-01-15]. https://www.mfa.gov.cn/zf_1.html.',
    });
  });
  test('a document of which nothing is known', () => {
    check('gb7714-2025-note', zh, [bare, '0.1'], {
      first: '中俄联合声明[Z]. 序言第1段.',
      later: '中俄联合声明：序言第1段.',
      ibid: '同上：序言第1段.',
      entry: '[1] 中俄联合声明[Z].',
    });
  });
  test('a document with place and date of its signing', () => {
    check('gb7714-2025-note', zh, [signed, '4'], {
      first: '中俄关于国际法的联合声明[Z]. 莫斯科，2025-05-08：第四部分.',
      later: '中俄关于国际法的联合声明：第四部分.',
      ibid: '同上：第四部分.',
      entry: '[1] 中俄关于国际法的联合声明[Z]. 莫斯科，2025-05-08.',
    });
  });
  test('a resolution with its number', () => {
    check('gb7714-2025-note', zh, [resolution, '3'], {
      first: `UN General Assembly. ${AGENDA}：A/RES/70/1[R/OL]. 2015-10-21：第3段. https://undocs.org/A/RES/70/1.`,
      later: 'UN General Assembly. 2030 Agenda：第3段.',
      ibid: '同上：第3段.',
      entry: `[1] UN General Assembly. ${AGENDA}：A/RES/70/1[R/OL]. 2015-10-21. https://undocs.org/A/RES/70/1.`,
    });
  });
  test('a Russian text, whose title names its authors in another case', () => {
    check('gb7714-2025-note', zh, [russian, '3'], {
      first: `${RUSSIAN}[Z]. Москва，2025-05-08：第3段.`,
      later: 'Совместное заявление：第3段.',
      ibid: '同上：第3段.',
      entry: `[1] ${RUSSIAN}[Z]. Москва，2025-05-08.`,
    });
  });
  test('an English draft has the same marks and English words', () => {
    check('gb7714-2025-note', en, [news, '4.3'], {
      first: `${NEWS}[N/OL]. 人民日报，2022-02-05（2）：sec. 4, para. 3. http://politics.people.com.cn/n1.html.`,
      later: '中俄新时代联合声明, sec. 4, para. 3.',
      ibid: 'Ibid., sec. 4, para. 3.',
      entry: `[1] ${NEWS}[N/OL]. 人民日报，2022-02-05（2）. http://politics.people.com.cn/n1.html.`,
    });
    check('gb7714-2025-note', en, [resolution, '2-3'], {
      first: `UN General Assembly. ${AGENDA}：A/RES/70/1[R/OL]. 2015-10-21：paras. 2–3. https://undocs.org/A/RES/70/1.`,
      later: 'UN General Assembly. 2030 Agenda, paras. 2–3.',
      ibid: 'Ibid., paras. 2–3.',
      entry: `[1] UN General Assembly. ${AGENDA}：A/RES/70/1[R/OL]. 2015-10-21. https://undocs.org/A/RES/70/1.`,
    });
  });
});

describe('GB/T 7714-2015', () => {
  test('half-width marks, and the day of access for a newspaper too', () => {
    check('gb7714-2015-note', zh, [news, '4.3'], {
      first: `${NEWS}[N/OL]. 人民日报, 2022-02-05(2): ${P43}[2026-01-15]. http://politics.people.com.cn/n1.html.`,
      later: `中俄新时代联合声明: ${P43}.`,
      ibid: `同上: ${P43}.`,
      entry: `[1] ${NEWS}[N/OL]. 人民日报, 2022-02-05(2)[2026-01-15]. http://politics.people.com.cn/n1.html.`,
    });
  });
  test('without the day of access', () => {
    check('gb7714-2015-numeric', { language: 'zh-CN', number: 1 }, [news, '4.3'], {
      first: `^[1]${P43}^`,
      entry: `[1] ${NEWS}[N/OL]. 人民日报, 2022-02-05(2). http://politics.people.com.cn/n1.html.`,
    });
  });
  test('documents', () => {
    check('gb7714-2015-note', zh, [signed, '4.3'], {
      first: `中俄关于国际法的联合声明[Z]. 莫斯科, 2025-05-08: ${P43}.`,
      later: `中俄关于国际法的联合声明: ${P43}.`,
      ibid: `同上: ${P43}.`,
      entry: '[1] 中俄关于国际法的联合声明[Z]. 莫斯科, 2025-05-08.',
    });
    check('gb7714-2015-note', zh, [resolution, '3'], {
      first: `UN General Assembly. ${AGENDA}: A/RES/70/1[R/OL]. (2015-10-21): 第3段[2026-01-15]. https://undocs.org/A/RES/70/1.`,
      later: 'UN General Assembly. 2030 Agenda: 第3段.',
      ibid: '同上: 第3段.',
      entry: `[1] UN General Assembly. ${AGENDA}: A/RES/70/1[R/OL]. (2015-10-21)[2026-01-15]. https://undocs.org/A/RES/70/1.`,
    });
  });
});

describe('numbers in the text', () => {
  test('the passage stands behind the bracket, raised like it', () => {
    check('gb7714-2025-numeric', zh, [news, '4.3'], {
      first: `^[1]${P43}^`,
      entry: `[1] ${NEWS}[N/OL]. 人民日报，2022-02-05（2）. http://politics.people.com.cn/n1.html.`,
    });
    check('gb7714-2025-numeric', en, [news, '4.3'], {
      first: '^[1]sec. 4, para. 3^',
      entry: `[1] ${NEWS}[N/OL]. 人民日报，2022-02-05（2）. http://politics.people.com.cn/n1.html.`,
    });
    check('gb7714-2015-numeric', zh, [bare, ''], { first: '^[1]^', entry: '[1] 中俄联合声明[Z].' });
  });
  test('a statement whose number nobody knows is named', () => {
    check('gb7714-2025-numeric', { language: 'zh-CN' }, [news, '4.3'], {
      first: `^[中俄新时代联合声明]${P43}^`,
      entry: `${NEWS}[N/OL]. 人民日报，2022-02-05（2）. http://politics.people.com.cn/n1.html.`,
    });
  });
});

describe('author and year', () => {
  test('a statement that names its authors goes by its title', () => {
    check('gb7714-2025-author-date', zh, [news, '4.3'], {
      first: `（《中俄新时代联合声明》，2022）^${P43}^`,
      entry: `${NEWS}[N/OL]，2022. 人民日报，2022-02-05（2）. http://politics.people.com.cn/n1.html.`,
    });
    check('gb7714-2015-author-date', en, [signed, '4.3'], {
      first: '(中俄关于国际法的联合声明, 2025)^sec. 4, para. 3^',
      entry: '中俄关于国际法的联合声明[Z], 2025. 莫斯科, 2025-05-08.',
    });
  });
  test('an author that the title does not name stands before the year', () => {
    check('gb7714-2025-author-date', zh, [resolution, '3'], {
      first: '（UN General Assembly，2015）^第3段^',
      entry: `UN General Assembly，2015. ${AGENDA}：A/RES/70/1[R/OL]. 2015-10-21. https://undocs.org/A/RES/70/1.`,
    });
  });
  test('without a date', () => {
    check('gb7714-2025-author-date', zh, [bare, ''], {
      first: '（《中俄联合声明》，无日期）',
      entry: '中俄联合声明[Z]，无日期.',
    });
    check('gb7714-2015-author-date', en, [bare, ''], {
      first: '(中俄联合声明, n.d.)',
      entry: '中俄联合声明[Z], n.d.',
    });
  });
});
