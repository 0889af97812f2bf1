import { parseStatement } from '../../../server/src/core/statement/parse.ts';
import type { Statement } from '../../../server/src/core/statement/model.ts';

/** A statement of the edited format: `title · date`, then its body. */
export function statement(key: string, title: string, date: string, body: string): Statement {
  const uri = `file:///corpus/${key}.statement.md`;
  const front = `---\nid: ${key}\ntitle: ${title}\nevent-date: ${date}\nlanguage: zh-CN\n---\n\n`;
  const result = parseStatement(uri, front + body);
  if (result.statement === undefined) throw new Error(JSON.stringify(result.problems));
  return result.statement;
}

export const stability = statement(
  'jia-yi-2025-stability',
  '甲乙关于全球战略稳定的联合声明',
  '2025-05-08',
  [
    '双方反对将外空用于武装对抗，防止外空军备竞赛。',
    '双方主张维护“战略 稳定”。',
    '核武器国家应摒弃冷战思维，降低战略风险，维护国际稳定。',
    '稳定来之不易，不利于战略互信的举措应当避免。',
    '双方将继续合作。',
  ].join('\n\n'),
);

export const trade = statement(
  'jia-bing-2020-trade',
  '甲丙边境贸易公报',
  '2020-03-01',
  [
    '甲国和丙国商定：',
    '## 一 口岸',
    '双方将开放三个口岸。',
    '双方支持Ｇ２０峰会，稳定战略物资供应。',
    '## 二 能源',
    '双方深化石油和天然气合作。',
    '双方支持𠮷林的能源项目😀，反对外空军备竞赛。',
    '双方将于2021年审议。',
    '## 三 结语',
    '双方将继续合作。',
  ].join('\n\n'),
);

export const sea = statement(
  'jia-ding-2025-sea',
  '甲丁海洋宣言',
  '2025-05-08',
  [
    '一、双方将继续合作。',
    '双方保护海洋。',
    '（一）渔业资源。',
    '（二）海上航行安全。',
    '二、外空军备竞赛不在此列。',
  ].join('\n\n'),
);
