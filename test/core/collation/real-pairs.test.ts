// The two statements of the corpus that have two witnesses. What is expected here was found by reading the received
// files side by side, line by line; lines are those of the sources.

import { expect, test } from 'vitest';
import { sourceMatter } from '../../../server/src/core/accounting/check-corpus.ts';
import { titlePlace } from '../../../server/src/core/accounting/prepared-statement.ts';
import { declaredBy } from '../../../server/src/core/accounting/declared.ts';
import { regularisedOf } from '../../../server/src/core/collation/agreement.ts';
import { collate } from '../../../server/src/core/collation/collate.ts';
import { editedText } from '../../../server/src/core/collation/edited-text.ts';
import { witnessText } from '../../../server/src/core/collation/witness-text.ts';
import { corpusFiles, readShipped } from '../../corpus/shipped.ts';
import { shown } from './edition.ts';

const files = corpusFiles(readShipped());
const matter = sourceMatter(files.sources, files.furniture);

function collated(key: string): string[] {
  const statement = files.statements.find((each) => each.key === key);
  if (statement === undefined) throw new Error(`no statement ${key}`);
  const witnesses = statement.metadata.witnesses.flatMap((witness) => {
    const source = matter.sources.get(witness.source);
    return source === undefined
      ? []
      : [witnessText(witness, source, (at) => matter.isFurniture(source, at), [])];
  });
  const text = editedText(statement, titlePlace(statement, declaredBy(statement), matter));
  const short = (words: string): string =>
    words.length <= 40 ? shown(words) : `${shown(words.slice(0, 12))}…${shown(words.slice(-12))}`;
  return collate(text, witnesses, regularisedOf(statement.metadata.regularised)).variants.map(
    ({ address, kind, text: words, readings }) =>
      [
        `${address} ${kind}: ${short(words)}`,
        ...[...readings].map(([siglum, reading]) => `${siglum}: ${short(reading)}`),
      ].join(' | '),
  );
}

test('001 and 000 of the statement on global strategic stability', () => {
  expect(collated('cn-ru-2025-global-strategic-stability')).toEqual([
    // 000:5 “文件精神 and 其中”
    '1 substitution: 和 | A: 和 | B: and',
    // 000:7 ends with words of the fourth paragraph
    '2 substitution: 共同在全球构建全面、综合、可持续安全 | A: 共同在全球构建全面、综合、可持续安全 | B: 发生核冲突的风险上升',
    // 000:15 “加强反拦截能力”
    '6 omission: 导 | A: 导 | B: –',
    // 000:15 goes on with the next paragraph, and breaks off in the middle of its first sentence
    '6-7 division: ¶ | A: ¶ | B: –',
    '7 omission: 短 | A: 短 | B: –',
    '7 division: – | A: – | B: ¶',
    // 000:23 jumps into a sentence of 000:63, which belongs to another statement
    '10 substitution: 或借助外空物体使用或威胁…器的国际倡议/政治承诺。 | A: 或借助外空物体使用或威胁…器的国际倡议/政治承诺。 | B: 严重破坏国际经济秩序、对…措施和单边保护主义措施。',
  ]);
});

test('004 and 000 of the statement on comprehensive partnership', () => {
  expect(collated('cn-ru-2025-comprehensive-partnership')).toEqual([
    // 000:29 “双方重申人道主义援助”; from here on both witnesses are there
    '5.19 omission: 国际 | A: 国际 | B: –',
    // 004:145
    '5.20 substitution: 国 | A: 资 | B: 国',
    '5.20 substitution: 治理 | A: 防治 | B: 治理',
    // 004:151: the heading is left out
    '6 omission: 六 | A: – | B: 六',
    '6.1 addition: – | A: 重申 | B: –',
    '6.1 substitution: 协 | A: 合 | B: 协',
    // 004:153
    '6.2 substitution: 协 | A: 合 | B: 协',
    // 004:157
    '6.4 omission: 宪章 | A: – | B: 宪章',
    '6.4 omission: 以 | A: – | B: 以',
    // 004:159, where the page ends too
    '6.5 substitution: 国 | A: 主 | B: 国',
    '6.5 division: – | A: ¶ | B: –',
    // 004:165
    '6.7 substitution: 协 | A: 合 | B: 协',
    '6.7 substitution: 本 | A: 、货 | B: 本',
    // 004:167 and 000:49
    '6.8 substitution: 助 | A: 力 | B: 助',
    '6.8 addition: – | A: – | B: 家',
    '6.8 substitution: 稳 | A: 移 | B: 稳',
    '6.8 omission: 外围对话等方式，推动金砖 | A: – | B: 外围对话等方式，推动金砖',
    // 004:169
    '6.9 substitution: 俄 | A: 双 | B: 俄',
    // 004:173 and 175 are two paragraphs
    '7.1 division: – | A: ¶ | B: –',
    // 000:59, where the page ends too
    '7.3 omission: 平 | A: 平 | B: –',
    '7.3 division: – | A: – | B: ¶',
    // 004:181 and 000:63
    '7.4 substitution: 滥 | A: 实 | B: 滥',
    '7.4 substitution: 贸 | A: 贸 | B: 济',
    // 004:183 loses its way and breaks off
    '7.5 omission: 的重要性，推进包括恢复争端解决机制 | A: – | B: 的重要性，推进包括恢复争端解决机制',
    '7.5 substitution: 世界贸易组织改革，推动将…共同维护发展中国家利益。 | A: 话题,推进包括恢复 | B: 世界贸易组织改革，推动将…共同维护发展中国家利益。',
    // 000:163; A is not there any more
    '10.3 addition: – | B: 的',
  ]);
});
