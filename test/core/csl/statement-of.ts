import { readdirSync, readFileSync } from 'node:fs';
import type { Statement } from '../../../server/src/core/statement/model.ts';
import { parseStatement } from '../../../server/src/core/statement/parse.ts';

/** A statement of one paragraph with some front matter, as a file has it. */
export function statementOf(front: string): Statement {
  const { statement } = parseStatement('file:///corpus/made-up.statement.md', `---\n${front}\n---\n\n甲。\n`);
  if (statement === undefined) throw new Error(`no statement: ${front}`);
  return statement;
}

/** The same from a record; JSON is YAML. */
export function statementFrom(front: Readonly<Record<string, unknown>>): Statement {
  const lines = Object.entries(front).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return statementOf(lines.join('\n'));
}

const folder = new URL('../../../corpus/statements/', import.meta.url);

/** The statements that ship. */
export function shippedStatements(): Statement[] {
  return readdirSync(folder).map((name) => {
    const { statement } = parseStatement(name, readFileSync(new URL(name, folder), 'utf8'));
    if (statement === undefined) throw new Error(name);
    return statement;
  });
}

/** As it stands in the front matter of the shipped statement. */
export const stability = `
id: cn-ru-2025-global-strategic-stability
type: article-newspaper
title: 中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明
title-short: 中俄全球战略稳定联合声明
author: [{literal: 中华人民共和国}, {literal: 俄罗斯联邦}]
event-date: 2025-05-08
event-place: 莫斯科
issued: 2025-05-09
container-title: 人民日报
page: "3"
URL: http://politics.people.com.cn/n1/2025/0509/c1001-40476042.html
language: zh-CN
completeness: complete
regularised: [width, spacing]`;
