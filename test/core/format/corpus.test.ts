import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseStatement } from '../../../server/src/core/statement/parse.ts';
import { cited, text } from './check.ts';

const folder = new URL('../../../corpus/statements/', import.meta.url);
const shipped = new Map(
  readdirSync(folder).map((file) => {
    const { statement } = parseStatement(`file:///${file}`, readFileSync(new URL(file, folder), 'utf8'));
    return [statement?.key ?? '', statement] as const;
  }),
);

function get(key: string) {
  const statement = shipped.get(key);
  if (statement === undefined) throw new Error(`${key} is not shipped`);
  return statement;
}

const zh = { language: 'zh-CN' };
const stability = { statement: get('cn-ru-2025-global-strategic-stability'), address: '12' };
const STABILITY = '中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明';

test('a shipped statement with its newspaper', () => {
  expect(cited('cn-international-relations', [stability], 'first', zh)).toBe(
    `《${STABILITY}》，载《人民日报》，2025年5月9日，第3版，第12段。`,
  );
  expect(cited('cn-history', [stability], 'first', zh)).toBe(
    `《${STABILITY}》，《人民日报》2025年5月9日，第3版，第12段。`,
  );
  expect(text('gb7714-2025-numeric', stability.statement, { ...zh, number: 1 })).toBe(
    `[1] ${STABILITY}[N/OL]. 人民日报，2025-05-09（3）. http://politics.people.com.cn/n1/2025/0509/c1001-40476042.html.`,
  );
  expect(cited('chicago-note', [stability], 'first', { language: 'en' })).toBe(
    `“${STABILITY},” 人民日报, May 9, 2025, para. 12, http://politics.people.com.cn/n1/2025/0509/c1001-40476042.html.`,
  );
  expect(cited('apa', [stability], 'first', { language: 'en' })).toBe(
    '(“中俄全球战略稳定联合声明,” 2025, para. 12)',
  );
});

test('shipped statements that came without a newspaper', () => {
  const partnership = { statement: get('cn-ru-2025-comprehensive-partnership'), address: '5.19' };
  expect(cited('cn-law', [partnership], 'first', zh)).toBe(
    '《中华人民共和国和俄罗斯联邦在纪念中国人民抗日战争、苏联伟大卫国战争胜利和联合国成立80周年之际关于进一步深化中俄新时代全面战略协作伙伴关系的联合声明》，莫斯科，2025年5月8日，第五部分第19段。',
  );
  // Signed on 4 July; the paper of 5 July is not known, and so is not named.
  const world = { statement: get('cn-ru-2017-world-situation'), address: '10' };
  expect(cited('cn-history', [world], 'first', zh)).toBe(
    '《中华人民共和国和俄罗斯联邦关于当前世界形势和重大国际问题的联合声明》，2017年7月4日，第十部分。',
  );
});
