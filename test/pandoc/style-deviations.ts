import type { StyleName } from '../../server/src/core/format/style-name.ts';
import { WHY } from './deviation-reasons.ts';

/** Where we print something else than the official style: what that prints, and why we do not. */
export interface Deviation {
  readonly theirs: string;
  readonly why: string;
}

const NEWS = '中华人民共和国和俄罗斯联邦关于新时代国际关系和全球可持续发展的联合声明';
const AGENDA = 'Transforming Our World: The 2030 Agenda for Sustainable Development';
const RUSSIAN = 'Совместное заявление Российской Федерации и Китайской Народной Республики';

/** By style, and by statement and part: `news cited`. */
export const DEVIATIONS: Readonly<Partial<Record<StyleName, Readonly<Record<string, Deviation>>>>> = {
  'chicago-note': {
    'news entry': {
      theirs: `人民日报. “${NEWS},” February 5, 2022. http://politics.people.com.cn/n1.html.`,
      why: WHY.NAMED,
    },
    'bare cited': { theirs: '“中俄联合声明,” n.d., sec. 4.', why: WHY.UNDATED },
    'bare entry': { theirs: '“中俄联合声明,” n.d.', why: WHY.UNDATED },
    'signed cited': { theirs: '“中俄关于国际法的联合声明,” May 8, 2025, sec. 4.', why: WHY.SIGNED },
    'signed entry': { theirs: '“中俄关于国际法的联合声明,” May 8, 2025.', why: WHY.SIGNED },
    'resolution cited': {
      theirs: `UN General Assembly, “${AGENDA},” October 21, 2015, para. 3, https://undocs.org/A/RES/70/1.`,
      why: WHY.REPORT,
    },
    'resolution entry': {
      theirs: `UN General Assembly. “${AGENDA},” October 21, 2015. https://undocs.org/A/RES/70/1.`,
      why: WHY.REPORT,
    },
    'russian cited': { theirs: `“${RUSSIAN},” May 8, 2025, para. 3.`, why: WHY.SIGNED },
    'russian entry': { theirs: `“${RUSSIAN},” May 8, 2025.`, why: WHY.SIGNED },
    'treaty cited': { theirs: '“维也纳条约法公约,” May 23, 1969.', why: WHY.SIGNED },
    'treaty entry': { theirs: '“维也纳条约法公约,” May 23, 1969.', why: WHY.SIGNED },
  },
  apa: {
    'news cited': { theirs: '(“中俄新时代联合声明,” 2022, sec. 4)', why: WHY.WRITTEN_OUT },
    'web cited': { theirs: '(中法联合声明, 2024, sec. 4)', why: WHY.HAN },
    'bare cited': { theirs: '(中俄联合声明, n.d., sec. 4)', why: WHY.HAN },
    'signed cited': { theirs: '(中俄关于国际法的联合声明, 2025, sec. 4)', why: WHY.HAN },
    'signed entry': { theirs: '中俄关于国际法的联合声明. (2025).', why: WHY.SIGNED },
    'russian entry': { theirs: `${RUSSIAN}. (2025).`, why: WHY.SIGNED },
    'treaty cited': { theirs: '(维也纳条约法公约, 1969)', why: WHY.HAN },
    'treaty entry': { theirs: '维也纳条约法公约, May 23, 1969.', why: WHY.TREATY },
  },
  mla: {
    'news cited': { theirs: '(“中俄新时代联合声明,” sec.4)', why: WHY.SPACE },
    'web cited': { theirs: '(“中法联合声明,” sec.4)', why: WHY.SPACE },
    'bare cited': { theirs: '(中俄联合声明, sec.4)', why: WHY.HAN },
    'bare entry': { theirs: '中俄联合声明.', why: WHY.HAN },
    'signed cited': { theirs: '(中俄关于国际法的联合声明, sec.4)', why: WHY.HAN },
    'signed entry': { theirs: '中俄关于国际法的联合声明. 8 May 2025.', why: WHY.SIGNED },
    'resolution cited': { theirs: '(UN General Assembly, para.3)', why: WHY.PARAGRAPH },
    'russian cited': { theirs: '(Совместное заявление, para.3)', why: WHY.PARAGRAPH },
    'russian entry': { theirs: `${RUSSIAN}. 8 May 2025.`, why: WHY.SIGNED },
    'treaty cited': { theirs: '(维也纳条约法公约)', why: WHY.HAN },
    'treaty entry': { theirs: '维也纳条约法公约. 23 May 1969.', why: WHY.SIGNED },
  },
  oscola: {
    'news cited': {
      theirs: `‘${NEWS}’ 人民日报 (5 February 2022) 2 s 4 <http://politics.people.com.cn/n1.html>.`,
      why: WHY.PASSAGE,
    },
    'signed cited': { theirs: '‘中俄关于国际法的联合声明’ s 4.', why: WHY.SIGNED },
    'signed entry': { theirs: '‘中俄关于国际法的联合声明’', why: WHY.SIGNED },
    'resolution cited': {
      theirs: `UN General Assembly, ‘${AGENDA}’ (2015) A/RES/70/1 para 3 <https://undocs.org/A/RES/70/1>.`,
      why: WHY.UN,
    },
    'resolution entry': {
      theirs: `UN General Assembly, ‘${AGENDA}’ (2015) A/RES/70/1 <https://undocs.org/A/RES/70/1>`,
      why: WHY.UN,
    },
    'russian cited': { theirs: `‘${RUSSIAN}’ para 3.`, why: WHY.SIGNED },
    'russian entry': { theirs: `‘${RUSSIAN}’`, why: WHY.SIGNED },
    'treaty cited': { theirs: '维也纳条约法公约.', why: WHY.SIGNED },
    'treaty entry': { theirs: '维也纳条约法公约', why: WHY.SIGNED },
  },
  'gb7714-2015-note': {
    'news cited': {
      theirs: `${NEWS}[N/OL]. 人民日报, 2022-02-05: 4. http://politics.people.com.cn/n1.html.`,
      why: WHY.BRACKETS,
    },
    'news entry': {
      theirs: `[1] ${NEWS}[N/OL]. 人民日报, 2022-02-05: 2. http://politics.people.com.cn/n1.html.`,
      why: WHY.BRACKETS,
    },
    'web cited': {
      theirs: '中法联合声明[EB/OL]//外交部网站. 4(2024-05-07). https://www.mfa.gov.cn/zf_1.html.',
      why: WHY.SITE,
    },
    'web entry': {
      theirs: '[1] 中法联合声明[EB/OL]//外交部网站. (2024-05-07). https://www.mfa.gov.cn/zf_1.html.',
      why: WHY.SITE,
    },
    'bare cited': { theirs: '中俄联合声明[Z]. 4.', why: WHY.BARE },
    'signed cited': { theirs: '中俄关于国际法的联合声明[Z]. 2025: 4.', why: WHY.SIGNED },
    'signed entry': { theirs: '[1] 中俄关于国际法的联合声明[Z]. 2025.', why: WHY.SIGNED },
    'resolution cited': {
      theirs: `UN GENERAL ASSEMBLY. ${AGENDA}: A/RES/70/1[R/OL]. 3(2015-10-21). https://undocs.org/A/RES/70/1.`,
      why: WHY.CAPITALS,
    },
    'resolution entry': {
      theirs: `[1] UN GENERAL ASSEMBLY. ${AGENDA}: A/RES/70/1[R/OL]. (2015-10-21). https://undocs.org/A/RES/70/1.`,
      why: WHY.CAPITALS,
    },
    'russian cited': { theirs: `${RUSSIAN}[Z]. 2025: 3.`, why: WHY.SIGNED },
    'russian entry': { theirs: `[1] ${RUSSIAN}[Z]. 2025.`, why: WHY.SIGNED },
    'treaty cited': { theirs: '维也纳条约法公约[Z]. 1969.', why: WHY.SIGNED },
    'treaty entry': { theirs: '[1] 维也纳条约法公约[Z]. 1969.', why: WHY.SIGNED },
  },
  'gb7714-2015-numeric': {
    'news cited': { theirs: '[1]', why: WHY.KEPT },
    'news entry': {
      theirs: `[1] ${NEWS}[N/OL]. 人民日报, 2022-02-05: 2. http://politics.people.com.cn/n1.html.`,
      why: WHY.BRACKETS,
    },
    'web cited': { theirs: '[1]', why: WHY.KEPT },
    'web entry': {
      theirs: '[1] 中法联合声明[EB/OL]//外交部网站. (2024-05-07). https://www.mfa.gov.cn/zf_1.html.',
      why: WHY.SITE,
    },
    'bare cited': { theirs: '[1]', why: WHY.KEPT },
    'signed cited': { theirs: '[1]', why: WHY.KEPT },
    'signed entry': { theirs: '[1] 中俄关于国际法的联合声明[Z]. 2025.', why: WHY.SIGNED },
    'resolution cited': { theirs: '[1]', why: WHY.KEPT },
    'resolution entry': {
      theirs: `[1] UN GENERAL ASSEMBLY. ${AGENDA}: A/RES/70/1[R/OL]. (2015-10-21). https://undocs.org/A/RES/70/1.`,
      why: WHY.CAPITALS,
    },
    'russian cited': { theirs: '[1]', why: WHY.KEPT },
    'russian entry': { theirs: `[1] ${RUSSIAN}[Z]. 2025.`, why: WHY.SIGNED },
    'treaty entry': { theirs: '[1] 维也纳条约法公约[Z]. 1969.', why: WHY.SIGNED },
  },
  'gb7714-2015-author-date': {
    'news cited': { theirs: '(佚名, 2022)', why: WHY.ANONYMOUS },
    'news entry': {
      theirs: `佚名, 2022. ${NEWS}[N/OL]. 人民日报, 2022-02-05: 2. http://politics.people.com.cn/n1.html.`,
      why: WHY.ANONYMOUS,
    },
    'web cited': { theirs: '(佚名, 2024)', why: WHY.ANONYMOUS },
    'web entry': {
      theirs: '佚名, 2024. 中法联合声明[EB/OL]//外交部网站. (2024-05-07). https://www.mfa.gov.cn/zf_1.html.',
      why: WHY.ANONYMOUS,
    },
    'bare cited': { theirs: '(佚名)', why: WHY.ANONYMOUS },
    'bare entry': { theirs: '佚名. 中俄联合声明[Z].', why: WHY.ANONYMOUS },
    'signed cited': { theirs: '(佚名, 2025)', why: WHY.ANONYMOUS },
    'signed entry': { theirs: '佚名, 2025. 中俄关于国际法的联合声明[Z].', why: WHY.ANONYMOUS },
    'resolution cited': { theirs: '(UN GENERAL ASSEMBLY, 2015)', why: WHY.CAPITALS },
    'resolution entry': {
      theirs: `UN GENERAL ASSEMBLY, 2015. ${AGENDA}: A/RES/70/1[R/OL]. (2015-10-21). https://undocs.org/A/RES/70/1.`,
      why: WHY.CAPITALS,
    },
    'russian cited': { theirs: '(佚名, 2025)', why: WHY.ANONYMOUS },
    'russian entry': { theirs: `佚名, 2025. ${RUSSIAN}[Z].`, why: WHY.ANONYMOUS },
    'treaty cited': { theirs: '(佚名, 1969)', why: WHY.ANONYMOUS },
    'treaty entry': { theirs: '佚名, 1969. 维也纳条约法公约[Z].', why: WHY.ANONYMOUS },
  },
  'cn-law': {
    'news cited': { theirs: `《${NEWS}》，载《人民日报》2022年2月5日，第4条。`, why: WHY.LAW_UNITS },
    'news entry': { theirs: `〔1〕 《${NEWS}》，载《人民日报》2022年2月5日，第2版。`, why: WHY.NUMBER },
    'web cited': {
      theirs: '《中法联合声明》，载外交部网站2024年5月7日，https://www.mfa.gov.cn/zf_1.html。',
      why: WHY.KEPT,
    },
    'web entry': {
      theirs: '〔1〕 《中法联合声明》，载外交部网站2024年5月7日，https://www.mfa.gov.cn/zf_1.html。',
      why: WHY.NUMBER,
    },
    'bare cited': { theirs: '《中俄联合声明》，第4条。', why: WHY.LAW_UNITS },
    'bare entry': { theirs: '〔1〕 《中俄联合声明》。', why: WHY.NUMBER },
    'signed cited': { theirs: '《中俄关于国际法的联合声明》，2025年版，第4条。', why: WHY.LAW_BOOK },
    'signed entry': { theirs: '〔1〕 《中俄关于国际法的联合声明》，2025年版。', why: WHY.LAW_BOOK },
    'resolution cited': {
      theirs: `UN General Assembly：《${AGENDA}》，2015年版，第3款。`,
      why: WHY.LAW_BOOK,
    },
    'resolution entry': { theirs: `〔1〕 UN General Assembly：《${AGENDA}》，2015年版。`, why: WHY.LAW_BOOK },
    'russian cited': { theirs: `《${RUSSIAN}》，2025年版，第3款。`, why: WHY.LAW_BOOK },
    'russian entry': { theirs: `〔1〕 《${RUSSIAN}》，2025年版。`, why: WHY.LAW_BOOK },
    'treaty cited': { theirs: '《维也纳条约法公约》，1969年版。', why: WHY.LAW_BOOK },
    'treaty entry': { theirs: '〔1〕 《维也纳条约法公约》，1969年版。', why: WHY.LAW_BOOK },
  },
};
