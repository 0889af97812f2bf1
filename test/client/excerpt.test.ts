import { describe, expect, test } from 'vitest';
import { excerpt } from '../../client/src/picker/excerpt.ts';

const text =
  '双方重申反对个别国家将外空界定并用于“作战疆域”，倡导各国作出不首先在外空部署武器政治承诺，主张在中俄《防止在外空放置武器、对外空物体使用或威胁使用武力条约》草案基础上尽快启动多边谈判，为防止外空军备竞赛制定具有国际法约束力的文书。';

/** The line for a query whose terms stand in the text as typed. */
function line(query: string): string {
  const matches = query.split(' ').flatMap((term): [number, number][] => {
    const at = text.indexOf(term);
    return at < 0 ? [] : [[at, at + term.length]];
  });
  return excerpt(
    text,
    matches.sort(([a], [b]) => a - b),
    query,
  );
}

describe('the excerpt of a passage in a list', () => {
  test('begins at the beginning if the match is near it', () => {
    expect(line('反对个别国家')).toMatch(/^双方重申反对个别国家.{20,34}…$/);
  });

  test('is cut so that the match stands near its start, and left unmarked where VS Code highlights it', () => {
    const shown = line('军备竞赛');
    expect(shown.indexOf('军备竞赛')).toBeLessThan(12);
    expect(shown).toBe('…谈判，为防止外空军备竞赛制定具有国际法约束力的文书。');
  });

  test('shows every term of a query and marks what VS Code cannot highlight', () => {
    expect(line('作战疆域 军备竞赛')).toMatch(/^….{4,8}用于“⟦作战疆域⟧”.+…判?，为防止外空⟦军备竞赛⟧制定.+…$/);
  });

  test('marks both of two terms that stand together', () => {
    expect(line('外空 界定')).toContain('将⟦外空⟧⟦界定⟧并用于');
  });

  test('shows the beginning of a passage found by its address', () => {
    expect(excerpt(text, [], '八.5')).toMatch(/^双方重申反对.{28,40}…$/);
  });

  test('never cuts a character of two code units', () => {
    const rare = '𠮷'.repeat(60);
    expect(excerpt(rare, [], '')).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/u);
  });
});
