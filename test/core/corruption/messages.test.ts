import { expect, test } from 'vitest';
import { checkCorruption } from '../../../server/src/core/corruption/check-corruption.ts';
import { messageOf } from '../../../server/src/service/messages.ts';
import { statementOf } from './signs.ts';

test('each sign says in one sentence what is suspicious and why, as information', () => {
  const end = '扰乱国际市场、对全球产业链供应链产生严重负面影响的单边限制措施和歧视性做法。';
  const sea = '双方将保护海洋环境，建立监测站网，每年交换海水温度、盐度和洋流数据。';
  const statement = statementOf([
    `双方反对滥用出口管制等${end}`,
    sea,
    '重申规则 and 原则的的全面运转在内的话题。',
    sea,
    `主张谈判，维护《条约，防止对月球${end}`,
    '的权利，并有义务善意履行，在数字经济、',
    '继续”合作。',
    '双方将继续落实各项共识，逐步',
  ]);
  const problems = checkCorruption(statement);
  expect(new Set(problems.map(({ severity }) => severity))).toEqual(new Set(['information']));
  expect(problems.map((problem) => `${problem.code}: ${messageOf(problem)}`)).toMatchInlineSnapshot(`
    [
      "spliced-sentence: No “包括” leads to “在内” in this sentence: the text may jump here from one passage into another.",
      "foreign-word: “and” is a foreign word in running Chinese text, not in quotation marks or brackets: a Chinese word may have been lost here.",
      "doubled-word: “的的” says the same twice in a row: one may be a slip.",
      "repeated-passage: This passage repeats, word for word, paragraph 2 (34 characters).",
      "unbalanced-marks: Nothing in this paragraph closes the mark 《: words may be missing.",
      "spliced-sentence: From “扰乱国际市场、对全球产业…” on, this sentence ends word for word as one in paragraph 1 does (38 characters): the text may jump here from one passage into another.",
      "broken-off: No sentence begins with “的权利，并有…”: the beginning of this paragraph may be missing.",
      "broken-off: This paragraph ends after “在数字经济” with the mark 、: it may break off here.",
      "unbalanced-marks: Nothing in this paragraph opens what the mark ” closes: words may be missing.",
      "broken-off: This paragraph ends after “逐步” without a final mark: it may break off here.",
    ]
  `);
});
