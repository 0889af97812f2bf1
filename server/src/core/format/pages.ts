import type { Draft } from './draft.ts';
import type { Source } from './source.ts';

/** The page of a newspaper or journal: 第2版, 第3页, `p. 3`, `pp. 3–5`; nothing where it is not known. */
export function pageOf({ page, type }: Source, { isHan, isRussian }: Draft): string | undefined {
  if (page === undefined) return undefined;
  if (isHan) return /[版页頁]/u.test(page) ? page : `第${page}${type === 'article-newspaper' ? '版' : '页'}`;
  if (isRussian) return `с. ${withDash(page)}`;
  return `${/\d\s*[-–—,]\s*\d/u.test(page) ? 'pp.' : 'p.'} ${withDash(page)}`;
}

/** A run of pages with an en dash. */
function withDash(page: string): string {
  return page.replace(/(\d)\s*[-—]\s*(\d)/gu, '$1–$2');
}
