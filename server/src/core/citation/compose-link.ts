import { CHICAGO_LOCATORS, locatorOf } from '../format/locator-words.ts';
import { quoted } from '../format/titles.ts';
import { draftOf } from '../format/draft.ts';
import { isChinese } from '../script.ts';
import { shortTitle } from '../statement/short-title.ts';
import { renderRich } from '../format/format.ts';
import type { StatementPassage } from './statement-passage.ts';

/**
 * A link to a passage with its title and locator in the language of the draft:
 * `[《中俄全球战略稳定联合声明》第12段](pincite:cn-ru-2025-global-strategic-stability#12)`.
 */
export function composeLink(passage: StatementPassage, language: string): string {
  const { statement, address } = passage;
  const fragment = address === '' ? '' : `#${address}`;
  return `[${linkLabel(passage, language)}](pincite:${statement.key}${fragment})`;
}

/** The words of such a link, as Markdown. */
export function linkLabel({ statement, address }: StatementPassage, language: string): string {
  const title = titleInText(statement, language);
  const locator = locatorOf([address], statement, language, CHICAGO_LOCATORS);
  const comma = locator === '' || isChinese(language) ? '' : ', ';
  return title + renderRich([{ text: comma + locator }], 'markdown');
}

/** The short title of a statement as a text names it, in the quotation marks of its language, as Markdown. */
export function titleInText(statement: StatementPassage['statement'], language: string): string {
  const title = quoted(
    shortTitle(statement),
    { language: statement.metadata.language },
    draftOf({ language }),
  );
  return renderRich([{ text: title === '' ? statement.key : title }], 'markdown');
}
