import * as l10n from '@vscode/l10n';
import { comparePaths, parseAddress } from '../core/address.ts';
import type { Authority } from './authorities.ts';
import { escapeMarkdown } from './markdown.ts';

/**
 * A table of authorities to be read: each statement with the passages that are cited of it, each passage once, with its
 * text in full and the places that cite it. Newest statement first, passages in its order; what is in no corpus comes
 * last. `nameOf` says how a file is called.
 */
export function authoritiesMarkdown(
  authorities: readonly Authority[],
  nameOf: (uri: string) => string,
): string {
  const known = groups(
    authorities.filter(({ title }) => title !== ''),
    ({ key }) => key,
  ).sort(newestFirst);
  const unknown = groups(
    authorities.filter(({ title }) => title === ''),
    ({ key }) => key,
  );
  const places = (cited: readonly Authority[]): string => {
    const names = cited.map(({ uri, range }) => `${nameOf(uri)}:${String(range.start.line + 1)}`);
    return [...new Set(names)].map(escapeMarkdown).join(', ');
  };
  const sections = known.map((cited) => statementSection(cited, places));
  if (unknown.length > 0) sections.push(unknownSection(unknown, places));
  const count = new Set(authorities.map(({ uri, range }) => `${uri} ${JSON.stringify(range)}`)).size;
  const counts = l10n.t('Citations: {0} · Statements: {1}', String(count), String(known.length));
  return [`# ${l10n.t('Table of Authorities')}`, counts, ...sections].join('\n\n') + '\n';
}

type Group = readonly [Authority, ...Authority[]];
type Places = (cited: readonly Authority[]) => string;

function groups(authorities: readonly Authority[], nameOf: (authority: Authority) => string): Group[] {
  const found = new Map<string, [Authority, ...Authority[]]>();
  for (const authority of authorities) {
    const own = found.get(nameOf(authority));
    if (own === undefined) found.set(nameOf(authority), [authority]);
    else own.push(authority);
  }
  return [...found.values()];
}

function newestFirst([a]: Group, [b]: Group): number {
  return a.date === b.date ? compare(a.key, b.key) : compare(b.date, a.date);
}

function statementSection(cited: Group, places: Places): string {
  const [{ key, title, date }] = cited;
  const heading = `## ${escapeMarkdown(title)}${date === '' ? '' : ` (${date})`}`;
  const passages = groups(cited, ({ address, locator, problem = '' }) => `${address} ${locator} ${problem}`);
  return [heading, code(key), ...passages.sort(inOrder).map((each) => passageItem(each, places))].join(
    '\n\n',
  );
}

/** The statement as a whole, then its passages, then what it does not have. */
function inOrder([a]: Group, [b]: Group): number {
  const [from, to] = [parseAddress(a.address)?.from ?? [], parseAddress(b.address)?.from ?? []];
  return Number(a.problem !== undefined) - Number(b.problem !== undefined) || comparePaths(from, to);
}

function passageItem(cited: Group, places: Places): string {
  const [{ locator, paragraphs, problem }] = cited;
  const name = locator === '' ? l10n.t('The whole statement') : locator;
  const item = `- **${escapeMarkdown(name)}** — ${places(cited)}`;
  const text = paragraphs.map((paragraph) => `  > ${escapeMarkdown(paragraph).replaceAll('\n', '\n  > ')}`);
  return [
    item,
    ...(text.length > 0 ? [text.join('\n  >\n')] : []),
    ...(problem === undefined ? [] : [`  ⚠ ${escapeMarkdown(problem)}`]),
  ].join('\n\n');
}

function unknownSection(cited: readonly Group[], places: Places): string {
  const items = cited.map((each) => `- ${code(each[0].key)} — ${places(each)}`);
  return [`## ${l10n.t('In no corpus')}`, items.join('\n')].join('\n\n');
}

/** As code, so that a table that is kept among the drafts cites nothing itself. */
function code(key: string): string {
  return key.includes('`') ? escapeMarkdown(key) : `\`${key}\``;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
