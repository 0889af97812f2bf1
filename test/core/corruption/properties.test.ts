import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signsOfCorruption } from '../../../server/src/core/corruption/signs-of-corruption.ts';
import { parseStatement } from '../../../server/src/core/statement/parse.ts';
import type { Statement } from '../../../server/src/core/statement/model.ts';
import { statementOf } from './signs.ts';

const pieces = [
  ...[
    '双方',
    '将',
    '的',
    '其',
    '合作',
    '和平',
    '管理',
    '在内的',
    '包括',
    '歪曲、',
    'and',
    ' the ',
    'и',
    'AI',
    '2025',
    '𠮷',
    '\ud842',
  ],
  ...[
    '，',
    '。',
    '、',
    '；',
    ',',
    '. ',
    '——',
    '“',
    '”',
    '《',
    '》',
    '（',
    '）',
    '(',
    ')',
    '‘',
    '’',
    '|',
    '①',
    '[1]',
    '\u0301',
    '\ufdfa',
  ],
  ...['\n', '\n\n', '\n\n', '\n\n## 一\n\n', '\n\n---\n\n', '\u3000', '<!-- x -->'],
  '双方反对滥用出口管制等扰乱国际市场、对全球产业链供应链产生严重负面影响的单边限制措施和歧视性做法',
  '在中俄《防止在外空放置武器、对外空物体使用或威胁使用武力条约》草案基础上，资源日益枯竭而无法恢复',
  'The parties reaffirm their commitment to the purposes and principles of the Charter of the United Nations, ',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

function read(body: string, language: string): Statement | undefined {
  const front = `---\nid: x\ntitle: x\nlanguage: ${language}\n---\n\n`;
  return parseStatement('file:///x.statement.md', front + body).statement;
}

test('no text makes it throw; signs are in order, lie in the file and have an address', () => {
  fc.assert(
    fc.property(text, text, fc.constantFrom('zh-CN', 'en', 'ru'), (body, otherBody, language) => {
      const statement = read(body, language);
      const other = read(otherBody, language);
      if (statement === undefined) return;
      const before = JSON.stringify(statement.paragraphs.map(({ text: words }) => words));
      const signs = signsOfCorruption(
        statement,
        other === undefined ? [] : [{ ...other, key: 'y', uri: 'file:///y' }],
      );
      let last = 0;
      for (const { span, address, related } of signs) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        last = span.start;
        expect(span.end).toBeGreaterThan(span.start);
        const paragraph = statement.paragraphs.find((each) => each.address === address);
        expect(paragraph?.span.start).toBeLessThanOrEqual(span.start);
        expect(paragraph?.span.end).toBeGreaterThanOrEqual(span.end);
        if (related === undefined) continue;
        const home = related.key === undefined ? statement : other;
        expect(home?.paragraphs.some((each) => each.address === related.address)).toBe(true);
        expect(related.span.end).toBeLessThanOrEqual(home?.source.length ?? 0);
        expect(related.span.end).toBeGreaterThan(related.span.start);
      }
      expect(JSON.stringify(statement.paragraphs.map(({ text: words }) => words))).toBe(before);
    }),
    { numRuns: 1500 },
  );
});

test('a paragraph of a sound text that is put in again is found, wherever it is put', () => {
  const sound = Array.from({ length: 40 }, (_, i) => {
    const letters = Array.from({ length: 60 }, (__, k) =>
      String.fromCodePoint(0x4e00 + ((i * 613 + k * 97 + k * k * i) % 3000)),
    );
    return `${letters.slice(0, 30).join('')}，${letters.slice(30).join('')}。`;
  });
  fc.assert(
    fc.property(fc.nat(39), fc.nat(40), (from, to) => {
      const copied = [...sound.slice(0, to), sound[from] ?? '', ...sound.slice(to)];
      const signs = signsOfCorruption(statementOf(copied)).filter(({ kind }) => kind === 'repeated-passage');
      const later = String(Math.max(to, from + (to <= from ? 1 : 0)) + 1);
      expect(signs.map(({ address }) => address)).toEqual([later]);
    }),
  );
});
