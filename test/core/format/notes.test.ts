import { describe, expect, test } from 'vitest';
import { cited } from './check.ts';
import { bare, news, resolution, signed, web } from './statements.ts';

const zh = { language: 'zh-CN' };
const en = { language: 'en' };

describe('several citations in one note', () => {
  test('are parted by the mark of the language', () => {
    const passages = [
      { statement: signed, address: '4.3' },
      { statement: bare, address: '1' },
    ];
    expect(cited('cn-history', passages, 'later', zh)).toBe(
      '《中俄关于国际法的联合声明》，第四部分第3段；《中俄联合声明》，第一部分。',
    );
    expect(cited('chicago-note', passages, 'later', en)).toBe(
      '“中俄关于国际法的联合声明,” sec. 4, para. 3; “中俄联合声明,” sec. 1.',
    );
    expect(cited('apa', passages, 'first', en)).toBe(
      '(“中俄关于国际法的联合声明,” 2025, Section 4, para. 3; “中俄联合声明,” n.d., Section 1)',
    );
    expect(cited('gb7714-2025-note', passages, 'later', zh)).toBe(
      '中俄关于国际法的联合声明：第四部分第3段；中俄联合声明：第一部分.',
    );
  });

  test('each may have a position of its own', () => {
    const passages = [
      { statement: news, address: '4.3', position: 'ibid' as const },
      { statement: bare, address: '1' },
    ];
    expect(cited('oscola', passages, 'first', en)).toBe('ibid s 4, para 3; ‘中俄联合声明’ s 1.');
  });

  test('passages of one statement are one citation', () => {
    const of = (...addresses: readonly string[]) =>
      addresses.map((address) => ({ statement: bare, address }));
    expect(cited('cn-history', of('4.3', '4.5'), 'first', zh)).toBe('《中俄联合声明》，第四部分第3、5段。');
    expect(cited('cn-history', of('4.1', '4.3-4.5', '5.1'), 'first', zh)).toBe(
      '《中俄联合声明》，第四部分第1、3—5段、第五部分第1段。',
    );
    expect(cited('chicago-note', of('4.1', '4.3-4.5', '5.1'), 'first', en)).toBe(
      '“中俄联合声明,” sec. 4, paras. 1, 3–5; sec. 5, para. 1.',
    );
    expect(cited('gb7714-2025-note', of('', '4.1'), 'first', zh)).toBe(
      '中俄联合声明[Z]；中俄联合声明[Z]. 第四部分第1段.',
    );
  });

  test('numbers of a numeric style are gathered, and those with a passage stand apart', () => {
    const at = (number: number, address = '') => ({ statement: bare, address, number });
    const style = 'gb7714-2015-numeric';
    expect(
      cited(style, [{ ...at(1), statement: news }, { ...at(2), statement: web }, at(4)], 'first', zh),
    ).toBe('^[1-2,4]^');
    expect(cited(style, [{ ...at(1), statement: news }, at(4, '4.3')], 'first', zh)).toBe(
      '^[1][4]第四部分第3段^',
    );
    // The number of the options is that of a single statement.
    const two = [
      { statement: news, address: '' },
      { statement: bare, address: '' },
    ];
    expect(cited(style, two, 'first', { ...zh, number: 7 })).toBe('^[中俄新时代联合声明][中俄联合声明]^');
  });
});

describe('what was written around a citation', () => {
  test('stands before it, with a space after a word in letters', () => {
    const passage = { statement: bare, address: '4.3' };
    expect(cited('cn-history', [{ ...passage, prefix: '见' }], 'first', zh)).toBe(
      '见《中俄联合声明》，第四部分第3段。',
    );
    expect(cited('chicago-note', [{ ...passage, prefix: 'See ' }], 'first', en)).toBe(
      'See “中俄联合声明,” sec. 4, para. 3.',
    );
    expect(cited('apa', [{ ...passage, prefix: 'see' }], 'first', en)).toBe(
      '(see “中俄联合声明,” n.d., Section 4, para. 3)',
    );
  });

  test('stands behind it, with the mark that it has or with a comma', () => {
    const passage = { statement: bare, address: '4.3' };
    const suffixed = (suffix: string) => cited('cn-history', [{ ...passage, suffix }], 'first', zh);
    expect(suffixed('着重号为引者所加')).toBe('《中俄联合声明》，第四部分第3段，着重号为引者所加。');
    expect(suffixed('，着重号为引者所加。')).toBe('《中俄联合声明》，第四部分第3段，着重号为引者所加。');
    expect(suffixed('（着重号为引者所加）')).toBe('《中俄联合声明》，第四部分第3段（着重号为引者所加）。');
    expect(cited('chicago-note', [{ ...passage, suffix: ', emphasis added' }], 'first', en)).toBe(
      '“中俄联合声明,” sec. 4, para. 3, emphasis added.',
    );
    expect(cited('mla', [{ ...passage, suffix: '; emphasis added' }], 'first', en)).toBe(
      '(“中俄联合声明,” sec. 4, par. 3; emphasis added)',
    );
  });

  test('a locator that nobody could read is kept behind the citation in every style', () => {
    const passage = { statement: web, address: '', locatorText: '页左下角' };
    expect(cited('cn-history', [passage], 'first', zh)).toBe(
      '《中法联合声明》，外交部网站，2024年5月7日，https://www.mfa.gov.cn/zf_1.html，页左下角。',
    );
    expect(cited('chicago-note', [{ ...passage, locatorText: 'fn. *' }], 'later', en)).toBe(
      '“中法联合声明,” fn. *.',
    );
    expect(cited('gb7714-2025-numeric', [{ ...passage, number: 3 }], 'first', zh)).toBe('^[3]，页左下角^');
    expect(cited('gb7714-2025-author-date', [passage], 'first', zh)).toBe(
      '（《中法联合声明》，2024）^页左下角^',
    );
    // A suffix brings its own mark, as Pandoc hands it on.
    expect(cited('gb7714-2025-author-date', [{ ...passage, suffix: '，强调为笔者所加' }], 'first', zh)).toBe(
      '（《中法联合声明》，2024）^页左下角，强调为笔者所加^',
    );
    expect(
      cited(
        'gb7714-2025-author-date',
        [{ statement: web, address: '', suffix: '，强调为笔者所加' }],
        'first',
        zh,
      ),
    ).toBe('（《中法联合声明》，2024）^强调为笔者所加^');
    expect(
      cited('oscola', [{ ...passage, locatorText: 'box 3', suffix: 'emphasis added' }], 'ibid', en),
    ).toBe('ibid, box 3, emphasis added.');
  });
});

describe('right after a note on the same statement', () => {
  test('the other passage is named', () => {
    expect(cited('gb7714-2025-note', [{ statement: news, address: '5.1' }], 'ibid', zh)).toBe(
      '同上：第五部分第1段.',
    );
    expect(cited('cn-law', [{ statement: news, address: '5.1' }], 'ibid', en)).toBe(
      'Ibid., sec. 5, para. 1.',
    );
  });

  test('the statement as a whole is named again: 同上 would mean the passage of the note before', () => {
    expect(cited('gb7714-2025-note', [{ statement: news, address: '' }], 'ibid', zh)).toBe(
      '中俄新时代联合声明.',
    );
    expect(cited('oscola', [{ statement: resolution, address: '' }], 'ibid', en)).toBe(
      'UN General Assembly, ‘2030 Agenda’.',
    );
  });
});

test('no citation gives no note', () => {
  expect(cited('chicago-note', [], 'first', en)).toBe('');
  expect(cited('apa', [], 'first', en)).toBe('');
  expect(cited('gb7714-2025-numeric', [], 'first', zh)).toBe('');
});
