import { parseStatement } from '../../../server/src/core/statement/parse.ts';
import type { Statement } from '../../../server/src/core/statement/model.ts';

/** A statement with this front matter and text. */
export function statement(key: string, front: string, body: string): Statement {
  const source = `---\nid: ${key}\n${front.trim()}\n---\n\n${body}\n`;
  const parsed = parseStatement(`file:///corpus/${key}.statement.md`, source).statement;
  if (parsed === undefined) throw new Error(`${key} cannot be read`);
  return parsed;
}

/** A preamble and sections 一 to 五 of five paragraphs each. */
export const CHINESE_BODY = `序言。\n\n${['一', '二', '三', '四', '五']
  .map((number) => `## ${number}\n\n甲。\n\n乙。\n\n丙。\n\n丁。\n\n戊。`)
  .join('\n\n')}`;

const NUMBERED = ['One', 'Two', 'Three', 'Four']
  .map((text, at) => `${String(at + 1)}. ${text}.`)
  .join('\n\n');

/** Printed in a newspaper, with all that there is to say; its title names its authors. */
export const NEWS_FRONT = `
type: article-newspaper
title: 中华人民共和国和俄罗斯联邦关于新时代国际关系和全球可持续发展的联合声明
title-short: 中俄新时代联合声明
author: [{literal: 中华人民共和国}, {literal: 俄罗斯联邦}]
event-date: 2022-02-04
event-place: 北京
issued: 2022-02-05
container-title: 人民日报
page: "2"
URL: http://politics.people.com.cn/n1.html
language: zh-CN`;
export const news = statement('news', NEWS_FRONT, CHINESE_BODY);

export const web = statement(
  'web',
  `
type: webpage
title: 中法联合声明
issued: 2024-05-07
container-title: 外交部网站
URL: https://www.mfa.gov.cn/zf_1.html
language: zh-CN`,
  CHINESE_BODY,
);

/** Nobody knows where or when. */
export const bare = statement(
  'bare',
  `
type: document
title: 中俄联合声明
language: zh-CN`,
  CHINESE_BODY,
);

/** Signed, and received without its newspaper. */
export const signed = statement(
  'signed',
  `
type: document
title: 中俄关于国际法的联合声明
event-date: 2025-05-08
event-place: 莫斯科
language: zh-CN`,
  CHINESE_BODY,
);

export const resolution = statement(
  'resolution',
  `
type: report
title: "Transforming Our World: The 2030 Agenda for Sustainable Development"
title-short: 2030 Agenda
author: [{literal: UN General Assembly}]
issued: 2015-10-21
number: A/RES/70/1
URL: https://undocs.org/A/RES/70/1
language: en`,
  `The General Assembly,\n\n${NUMBERED}`,
);

export const russian = statement(
  'russian',
  `
type: document
title: Совместное заявление Российской Федерации и Китайской Народной Республики
title-short: Совместное заявление
author: [{literal: Российская Федерация}, {literal: Китайская Народная Республика}]
event-date: 2025-05-08
event-place: Москва
language: ru`,
  NUMBERED,
);

export const treaty = statement(
  'treaty',
  `
type: treaty
title: 维也纳条约法公约
event-date: 1969-05-23
event-place: 维也纳
language: zh-CN`,
  ['一', '二', '三'].map((number) => `第${number}条\n\n甲。\n\n乙。`).join('\n\n'),
);
