import { expect, test } from 'vitest';
import { globBase, globMatcher, isGlob } from '../../server/src/cli/glob.ts';

function matching(pattern: string, ...paths: readonly string[]): string[] {
  return paths.filter((path) => globMatcher(pattern)(path));
}

test('signs stay within a part of the path, but for two stars', () => {
  const paths = ['a.md', 'b.qmd', 'd/a.md', 'd/e/a.md', 'd/e/b.md', '.d/a.md', 'ad'] as const;
  expect(matching('*.md', ...paths)).toEqual(['a.md']);
  expect(matching('**/*.md', ...paths)).toEqual(['a.md', 'd/a.md', 'd/e/a.md', 'd/e/b.md', '.d/a.md']);
  expect(matching('d/**', ...paths)).toEqual(['d/a.md', 'd/e/a.md', 'd/e/b.md']);
  expect(matching('d/**/a.md', ...paths)).toEqual(['d/a.md', 'd/e/a.md']);
  expect(matching('./d/*/?.md', ...paths)).toEqual(['d/e/a.md', 'd/e/b.md']);
  expect(matching('d\\e\\*.md', ...paths)).toEqual(['d/e/a.md', 'd/e/b.md']);
});

test('choices and classes', () => {
  expect(matching('{a,b*}.{md,qmd}', 'a.md', 'bc.qmd', 'c.md')).toEqual(['a.md', 'bc.qmd']);
  expect(matching('[ab].md', 'a.md', 'b.md', 'c.md')).toEqual(['a.md', 'b.md']);
  expect(matching('[!a-c].md', 'a.md', 'd.md')).toEqual(['d.md']);
  expect(matching('第?章.md', '第一章.md', '第十一章.md')).toEqual(['第一章.md']);
});

test('other signs stand for themselves', () => {
  expect(matching('a+(1).md', 'a+(1).md', 'aa1.md')).toEqual(['a+(1).md']);
  expect(matching('$^|.md', '$^|.md')).toEqual(['$^|.md']);
  expect(['a.md', 'a{b}.md', '{a,b}', 'x?', '[a]'].map(isGlob)).toEqual([false, false, true, true, true]);
});

test('the folder to look in', () => {
  expect(['*.md', 'a/b/*.md', 'a/**/b/*.md', '/x/[ab]/c.md', '../{a,b}.md'].map(globBase)).toEqual([
    ...['', 'a/b', 'a', '/x', '..'],
  ]);
});
