import { isChinese } from '../script.ts';
import { italic, richOf } from './compose.ts';
import type { Draft } from './draft.ts';
import type { Rich } from './rich.ts';

interface Titled {
  readonly language: string;
}

/** True where a title is given in 《》: a Chinese one in a Chinese draft. */
export function isBookMarked({ language }: Titled, { isHan }: Draft): boolean {
  return isHan && isChinese(language);
}

/** 《…》, within which another title has 〈〉. */
export function bookMarked(title: string): string {
  return title === '' ? '' : `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
}

/** `“…”`, within which a quotation has single marks. */
export function doubleQuoted(title: string): string {
  return title === '' ? '' : `“${singleWithin(title)}”`;
}

/** A title in the quotation marks of the draft: `“…”`, in Chinese 《…》 if it is Chinese, in Russian «…». */
export function quoted(title: string, source: Titled, draft: Draft): string {
  if (title === '') return '';
  if (isBookMarked(source, draft)) return bookMarked(title);
  return draft.isRussian ? `«${title.replaceAll('«', '„').replaceAll('»', '“')}»` : doubleQuoted(title);
}

/** Italics, which Han characters do not have. */
export function inItalics(text: string | undefined): Rich {
  return text !== undefined && /\p{Script=Han}/u.test(text) ? richOf(text) : italic(text);
}

function singleWithin(title: string): string {
  return title.replace(/“([^“”]*)”/gu, '‘$1’').replace(/"([^"]*)"/gu, '‘$1’');
}

/** `‘…’`, within which a quotation has double marks. */
export function singleQuoted(title: string): string {
  return title === '' ? '' : `‘${title.replace(/‘([^‘’]*)’(?!\p{L})/gu, '“$1”')}’`;
}
