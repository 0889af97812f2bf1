import { origins } from '../../server/src/core/corpus.ts';
import { createWorld, rootOf, type World } from './workspace.ts';

export const TRADE = 'file:///corpus/statements/trade.statement.md';

/** Witness B has another number, a word twice, and a page that ends within a sentence. */
export const sources = {
  'file:///corpus/sources/one.txt':
    '分享\n\n甲国和乙国关于边境贸易的联合声明\n\n双方同意在 2020 年前开放三个口岸,并简化通关手续。\n\n双方将定期会晤，研究and办理。\n',
  'file:///corpus/sources/two.txt':
    '甲国和乙国关于边境贸易的联合声明\n双方同意在2020年前开放四个口岸，并简化\n通关手续。\n双方将定期定期会晤，研究and办理。\n',
  'file:///corpus/furniture.yaml': '- source: one.txt\n  lines: [[1, 1]]\n  reason: 网页按钮。\n',
};

export const trade = `---
id: trade
title: 甲国和乙国关于边境贸易的联合声明
language: zh-CN
regularised: [width, spacing] # both
witnesses:
  - {siglum: A, source: one.txt, lines: [[3, 7]]}
  - {siglum: B, source: two.txt, lines: [[1, 4]]}
emendations:
  # Found in both witnesses.
  - at: "2"
    witness: 研究and办理
    reading: 研究和办理
    reason: 中文句内误作英文“and”。
variants:
  - {at: "1", text: 开放三个口, readings: {B: 开放四个口}, reason: 三字从证本A。}
  - {at: "2", text: 将定期会晤, readings: {B: 将定期定期会晤}}
doubts:
  - at: "1"
    text: 三个口岸
    reason: 数目待考。
---

双方同意在2020年前开放三个口岸，并简化通关手续。

双方将定期会晤，研究和办理。
`;

/** A corpus of one statement with two witnesses; `changed` replaces files of it. */
export function tradeWorld(changed: Readonly<Record<string, string>> = {}): Promise<World> {
  return createWorld({ ...sources, [TRADE]: trade, ...changed }, [
    rootOf('file:///corpus', origins.configured),
  ]);
}
