import { describe, expect, test } from 'vitest';
import { check, cited } from './check.ts';
import { bare, news, resolution, russian, signed, treaty, web } from './statements.ts';

const NEWS = '中华人民共和国和俄罗斯联邦关于新时代国际关系和全球可持续发展的联合声明';
const AGENDA = 'Transforming Our World: The 2030 Agenda for Sustainable Development';
const RUSSIAN = 'Совместное заявление Российской Федерации и Китайской Народной Республики';
const zh = { language: 'zh-CN' };
const en = { language: 'en' };
const P43 = '第四部分第3段';
const URL = 'http://politics.people.com.cn/n1.html';
const UNDOCS = 'https://undocs.org/A/RES/70/1';

describe('Chicago', () => {
  const style = 'chicago-note';
  test('a newspaper: no page, the comma within the quotation marks, the short title later', () => {
    check(style, en, [news, '4.3'], {
      first: `“${NEWS},” 人民日报, February 5, 2022, sec. 4, para. 3, ${URL}.`,
      later: '“中俄新时代联合声明,” sec. 4, para. 3.',
      entry: `“${NEWS}.” 人民日报, February 5, 2022. ${URL}.`,
    });
  });
  test('in a Chinese draft 《》 and Chinese words', () => {
    check(style, zh, [news, '4.3'], {
      first: `《${NEWS}》, 人民日报, 2022年2月5日, ${P43}, ${URL}.`,
      later: `《中俄新时代联合声明》, ${P43}.`,
      entry: `《${NEWS}》. 人民日报, 2022年2月5日. ${URL}.`,
    });
  });
  test('web pages and documents', () => {
    check(style, en, [web, '4'], {
      first: '“中法联合声明,” 外交部网站, May 7, 2024, sec. 4, https://www.mfa.gov.cn/zf_1.html.',
      later: '“中法联合声明,” sec. 4.',
      entry: '外交部网站. “中法联合声明,” May 7, 2024. https://www.mfa.gov.cn/zf_1.html.',
    });
    check(style, en, [bare, ''], { first: '“中俄联合声明.”', entry: '“中俄联合声明.”' });
    check(style, en, [signed, '0.1'], {
      first: '“中俄关于国际法的联合声明,” 莫斯科, May 8, 2025, preamble, para. 1.',
      later: '“中俄关于国际法的联合声明,” preamble, para. 1.',
      entry: '“中俄关于国际法的联合声明.” 莫斯科, May 8, 2025.',
    });
  });
  test('a report in italics, with its number', () => {
    check(style, en, [resolution, '3'], {
      first: `UN General Assembly, *${AGENDA}*, A/RES/70/1, October 21, 2015, para. 3, ${UNDOCS}.`,
      later: 'UN General Assembly, *2030 Agenda*, para. 3.',
      entry: `UN General Assembly. *${AGENDA}*. A/RES/70/1. October 21, 2015. ${UNDOCS}.`,
    });
  });
  test('a Russian text, in an English and in a Russian draft', () => {
    check(style, en, [russian, '3'], {
      first: `“${RUSSIAN},” Москва, May 8, 2025, para. 3.`,
      later: '“Совместное заявление,” para. 3.',
      entry: `“${RUSSIAN}.” Москва, May 8, 2025.`,
    });
    check(style, { language: 'ru' }, [russian, '3'], {
      first: `«${RUSSIAN}», Москва, 8 мая 2025, п. 3.`,
      later: '«Совместное заявление», п. 3.',
      entry: `«${RUSSIAN}». Москва, 8 мая 2025.`,
    });
  });
});

describe('APA', () => {
  test('a newspaper: the short title is quoted in the text, the title plain in the list', () => {
    check('apa', en, [news, '4.3'], {
      first: '(“中俄新时代联合声明,” 2022, Section 4, para. 3)',
      entry: `${NEWS}. (2022, February 5). 人民日报, 2. ${URL}`,
    });
    check('apa', zh, [news, '4.3'], {
      first: `(《中俄新时代联合声明》, 2022, ${P43})`,
      entry: `${NEWS}. (2022年2月5日). 人民日报, 2. ${URL}`,
    });
  });
  test('web pages and documents', () => {
    check('apa', en, [web, '4.3-4.5'], {
      first: '(“中法联合声明,” 2024, Section 4, paras. 3–5)',
      entry: '中法联合声明. (2024, May 7). 外交部网站. https://www.mfa.gov.cn/zf_1.html',
    });
    check('apa', en, [bare, '0.1'], {
      first: '(“中俄联合声明,” n.d., Preamble, para. 1)',
      entry: '中俄联合声明. (n.d.).',
    });
    check('apa', en, [russian, '3'], {
      first: '(*Совместное заявление*, 2025, para. 3)',
      entry: `*${RUSSIAN}*. (2025, May 8).`,
    });
  });
  test('a resolution', () => {
    check('apa', en, [resolution, '2-3'], {
      first: '(UN General Assembly, 2015, paras. 2–3)',
      entry: `UN General Assembly. (2015). *${AGENDA}* (A/RES/70/1). ${UNDOCS}`,
    });
  });
});

describe('MLA', () => {
  test('a newspaper', () => {
    check('mla', en, [news, '4.3'], {
      first: '(“中俄新时代联合声明,” sec. 4, par. 3)',
      entry: `“${NEWS}.” 人民日报, 5 Feb. 2022, p. 2, ${URL}.`,
    });
    check('mla', zh, [news, '4.3'], {
      first: `(《中俄新时代联合声明》, ${P43})`,
      entry: `《${NEWS}》. 人民日报, 2022年2月5日, 第2版, ${URL}.`,
    });
  });
  test('web pages and documents', () => {
    check('mla', en, [web, '4.3-4.5'], {
      first: '(“中法联合声明,” sec. 4, pars. 3–5)',
      entry: '“中法联合声明.” 外交部网站, 7 May 2024, https://www.mfa.gov.cn/zf_1.html.',
    });
    check('mla', en, [bare, ''], { first: '(“中俄联合声明”)', entry: '“中俄联合声明.”' });
    check('mla', en, [russian, '3'], {
      first: '(*Совместное заявление*, par. 3)',
      entry: `*${RUSSIAN}*. Москва, 8 May 2025.`,
    });
  });
  test('a resolution', () => {
    check('mla', en, [resolution, '3'], {
      first: '(UN General Assembly, *2030 Agenda*, par. 3)',
      entry: `UN General Assembly. *${AGENDA}*. A/RES/70/1, 21 Oct. 2015, ${UNDOCS}.`,
    });
  });
});

describe('OSCOLA', () => {
  const accessed = { ...en, accessed: '2026-01-15' };
  test('a newspaper: no comma, no full stops, the address in brackets', () => {
    check('oscola', accessed, [news, '4.3'], {
      first: `‘${NEWS}’ 人民日报 (5 February 2022) s 4, para 3 <${URL}> accessed 15 January 2026.`,
      later: '‘中俄新时代联合声明’ s 4, para 3.',
      ibid: 'ibid s 4, para 3.',
      entry: `‘${NEWS}’ 人民日报 (5 February 2022) 2 <${URL}> accessed 15 January 2026`,
    });
    check('oscola', en, [news, '4.3-4.5'], {
      first: `‘${NEWS}’ 人民日报 (5 February 2022) s 4, paras 3–5 <${URL}>.`,
      later: '‘中俄新时代联合声明’ s 4, paras 3–5.',
      ibid: 'ibid s 4, paras 3–5.',
      entry: `‘${NEWS}’ 人民日报 (5 February 2022) 2 <${URL}>`,
    });
  });
  test('in a Chinese draft', () => {
    check('oscola', { ...zh, accessed: '2026-01-15' }, [news, '4.3'], {
      first: `《${NEWS}》 人民日报 (2022年2月5日) ${P43} <${URL}> 2026年1月15日访问.`,
      later: `《中俄新时代联合声明》 ${P43}.`,
      ibid: `同上, ${P43}.`,
      entry: `《${NEWS}》 人民日报 (2022年2月5日) 2 <${URL}> 2026年1月15日访问`,
    });
  });
  test('documents, treaties, resolutions', () => {
    check('oscola', accessed, [signed, '4.3'], {
      first: '‘中俄关于国际法的联合声明’ (莫斯科, 8 May 2025) s 4, para 3.',
      later: '‘中俄关于国际法的联合声明’ s 4, para 3.',
      ibid: 'ibid s 4, para 3.',
      entry: '‘中俄关于国际法的联合声明’ (莫斯科, 8 May 2025)',
    });
    check('oscola', en, [treaty, '2'], {
      first: '维也纳条约法公约 (维也纳, 23 May 1969) art 2.',
      later: '维也纳条约法公约 art 2.',
      ibid: 'ibid art 2.',
      entry: '维也纳条约法公约 (维也纳, 23 May 1969)',
    });
    check('oscola', en, [resolution, '3'], {
      first: `UN General Assembly, ‘${AGENDA}’ (21 October 2015) UN Doc A/RES/70/1, para 3 <${UNDOCS}>.`,
      later: 'UN General Assembly, ‘2030 Agenda’ para 3.',
      ibid: 'ibid para 3.',
      entry: `UN General Assembly, ‘${AGENDA}’ (21 October 2015) UN Doc A/RES/70/1 <${UNDOCS}>`,
    });
  });
  test('a web page: its site stands before the date', () => {
    check('oscola', en, [web, '4'], {
      first: '‘中法联合声明’ (外交部网站, 7 May 2024) s 4 <https://www.mfa.gov.cn/zf_1.html>.',
      later: '‘中法联合声明’ s 4.',
      ibid: 'ibid s 4.',
      entry: '‘中法联合声明’ (外交部网站, 7 May 2024) <https://www.mfa.gov.cn/zf_1.html>',
    });
  });
  test('the number of the first note where it is known', () => {
    expect(cited('oscola', [{ statement: news, address: '4.3', firstNote: 5 }], 'later', en)).toBe(
      '‘中俄新时代联合声明’ (n 5) s 4, para 3.',
    );
  });
});
