import { formatLocator } from '../core/citation/format-locator.ts';
import type { Cited } from '../core/format/cited.ts';
import { formatCited, noteKind, renderRich, styleFor } from '../core/format/format.ts';
import type { StyleName } from '../core/format/style-name.ts';
import type { Passage } from '../core/passage.ts';
import { isChinese } from '../core/script.ts';
import type { Statement } from '../core/statement/model.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import type { Resolved } from './resolve.ts';

/** As a style without notes has it; `undefined` where the style has notes or numbers, or something is not known. */
export function inTextStyle(
  group: readonly Resolved[],
  setting: StyleName | 'auto',
  ofDraft: string | undefined,
): string | undefined {
  const [first] = group;
  const language = ofDraft ?? (first?.statement && languageOf(first.statement)) ?? 'en';
  const style = styleFor(setting, language);
  // A number is given by the list of references, which is not there.
  if (noteKind(style) === 'note' || style.endsWith('numeric') || first?.citation.form !== 'bracketed')
    return undefined;
  const cited = group.flatMap((resolved) => citedOf(resolved) ?? []);
  if (cited.length < group.length) return undefined;
  return renderRich(formatCited(style, cited, 'first', { language }), 'text');
}

function citedOf(resolved: Resolved): Cited | undefined {
  const { citation, statement, passages, problems } = resolved;
  if (statement === undefined || problems.length > 0) return undefined;
  const [passage, ...others] = passages;
  const isOne = citation.locator !== undefined && passage !== undefined && others.length === 0;
  const locatorText = isOne ? '' : locatorTextOf(resolved);
  return {
    statement,
    address: isOne ? passage.address : '',
    ...(locatorText !== '' && { locatorText }),
    ...(citation.prefix !== '' && { prefix: citation.prefix }),
    ...(citation.suffix !== '' && { suffix: citation.suffix }),
  };
}

/** `（见《短题》第四部分第3段；《短题》第1段）`, `(see Short Title, § 4, ¶ 3)`; in running text `《短题》（第3段）`. */
export function groupText(group: readonly Resolved[]): string {
  const [first] = group;
  if (first === undefined) return '';
  const isHan = group.some(({ statement }) => statement !== undefined && isChinese(languageOf(statement)));
  const [open, separator, close] = isHan ? (['（', '；', '）'] as const) : ([' (', '; ', ')'] as const);
  if (first.citation.form === 'bracketed')
    return `${open.trim()}${group.map(itemText).join(separator)}${close}`;
  const name = first.statement === undefined ? `@${first.citation.key}` : nameOf(first.statement, '');
  const inside = [
    `${locatorTextOf(first)}${first.citation.suffix}`.trim(),
    ...group.slice(1).map(itemText),
  ].filter((part) => part !== '');
  return inside.length === 0 ? name : `${name}${open}${inside.join(separator)}${close}`;
}

function itemText(resolved: Resolved): string {
  const { citation, statement } = resolved;
  const { prefix, suffix, key } = citation;
  const locator = locatorTextOf(resolved);
  if (statement === undefined)
    return spaced(prefix, `@${key}${locator === '' ? '' : `, ${locator}`}${suffix}`);
  return spaced(prefix, `${nameOf(statement, locator)}${suffix}`);
}

/** Between letters a space, between Han characters none. */
function spaced(prefix: string, rest: string): string {
  if (prefix === '') return rest;
  return /[\p{Script=Han}，、：；（“]$/u.test(prefix) && /^[《“（\p{Script=Han}]/u.test(rest)
    ? `${prefix}${rest}`
    : `${prefix} ${rest}`;
}

/** 《短题》第3段, `Short Title, § 4, ¶ 3`. */
export function nameOf(statement: Statement, locator: string): string {
  const title = shortTitle(statement);
  if (!isChinese(languageOf(statement))) return locator === '' ? title : `${title}, ${locator}`;
  return `${/^[《〈]/u.test(title) ? title : `《${title}》`}${locator}`;
}

/**
 * In the form of the statement's language if all of it exists, else as it is written; empty where what nobody
 * understands stands in the suffix anyway.
 */
function locatorTextOf({ citation, statement, passages, problems }: Resolved): string {
  const { locator, locatorText, suffix } = citation;
  if (locator === undefined) return suffix.includes(locatorText) ? '' : locatorText;
  if (statement === undefined || problems.length > 0) return locatorText;
  return passages.map(locatorOf).join(isChinese(languageOf(statement)) ? '、' : '; ');
}

export function locatorOf({ statement, address }: Passage): string {
  return formatLocator(address, statement);
}

function languageOf({ metadata }: Statement): string {
  return metadata.language;
}
