import * as vscode from 'vscode';
import type { FoundPassage, FoundSection, Status, TreeNode } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import { excerpt } from './excerpt.ts';
import type { Listing } from './liveList.ts';
import { line, pickLive, type Picked, type Row } from './livePicker.ts';
import type { RecentPassages } from './recentPassages.ts';

/** A row that names a passage. */
export interface PassageRow extends Row {
  readonly key: string;
  readonly address: string;
}

export interface PassagePickerOptions {
  readonly title: string;
  readonly placeholder: string;
}

/** More than anybody reads; the list of passages says how many there are. */
const LIMIT = 50;

type Item = PassageRow | vscode.QuickPickItem;

/** Lets the user find a passage by its words: the list of Go to Passage, Insert Citation and Copy Citation. */
export function pickPassage(
  corpus: Corpus,
  recent: RecentPassages,
  options: PassagePickerOptions,
): Promise<Picked<PassageRow> | undefined> {
  return pickLive<PassageRow>({
    ...options,
    onDidChange: corpus.onDidChange,
    list: (query, token) =>
      query.trim() === '' ? startListing(corpus, recent, token) : foundListing(corpus, query, token),
  });
}

/** Lets the user find a statement or a section by its title: the list of Go to Section. */
export function pickSection(
  corpus: Corpus,
  options: PassagePickerOptions,
): Promise<Picked<PassageRow> | undefined> {
  return pickLive<PassageRow>({
    ...options,
    onDidChange: corpus.onDidChange,
    list: async (query, token) => {
      const sections = await corpus.sections({ query, limit: LIMIT }, token);
      if (sections === undefined) return undefined;
      if (sections.length === 0) return nothing(corpus, query, token);
      return query.trim() === ''
        ? { items: contents(sections), isSure: false }
        : { items: sections.map(sectionRow), isSure: true };
    },
  });
}

async function startListing(
  corpus: Corpus,
  recent: RecentPassages,
  token: vscode.CancellationToken,
): Promise<Listing<Item> | undefined> {
  const [nodes, sections] = await Promise.all([recent.list(token), corpus.sections({ query: '' }, token)]);
  if (sections === undefined) return undefined;
  if (sections.length === 0) return nothing(corpus, '', token);
  const titles = new Map(
    sections.filter(({ address }) => address === '').map(({ key, title }) => [key, title]),
  );
  const items: Item[] = [];
  if (nodes.length > 0) {
    items.push(separator(vscode.l10n.t('recently used')));
    items.push(...nodes.map((node) => recentRow(node, titles.get(node.key) ?? node.key)));
  }
  items.push(separator(vscode.l10n.t('statements and sections')), ...contents(sections));
  return { items, isSure: false };
}

async function foundListing(
  corpus: Corpus,
  query: string,
  token: vscode.CancellationToken,
): Promise<Listing<Item> | undefined> {
  const result = await corpus.search({ query, limit: LIMIT }, token);
  if (result === undefined) return undefined;
  const { passages, total, more, near, loading } = result;
  if (passages.length === 0) return nothing(corpus, query, token);
  const rows = passages.map((found) => passageRow(found, query));
  if (near === true) return { items: [separator(nearText(loading === true)), ...rows], isSure: false };
  const count = loading === true ? stillReading() : countText(passages.length, total, more === true);
  return { items: count === undefined ? rows : [...rows, line(count)], isSure: true };
}

/** Rows that are listed while statements are being read stay: what comes in later shows when the user types on. */
function stillReading(): string {
  return vscode.l10n.t('Statements are still being read; there may be more');
}

function nearText(isLoading: boolean): string {
  return isLoading
    ? vscode.l10n.t('words not found so far; these come nearest')
    : vscode.l10n.t('words not found; these come nearest');
}

/** `undefined` if all that was found is listed. */
function countText(listed: number, total: number, isMore: boolean): string | undefined {
  if (isMore) return vscode.l10n.t('{0} of more than {1} passages; type more to narrow them', listed, total);
  if (total > listed) return vscode.l10n.t('{0} of {1} passages; type more to narrow them', listed, total);
  return undefined;
}

function passageRow(found: FoundPassage, query: string): PassageRow {
  const { key, address, locator, text, title, date, uri, range, matches } = found;
  return {
    key,
    address,
    place: { uri, range, words: matches.map(([start, end]) => text.slice(start, end)) },
    label: excerpt(text, matches, query),
    detail: [locator, title, date].filter(Boolean).join(' · '),
  };
}

/** Every statement with its sections under it. */
function contents(sections: readonly FoundSection[]): PassageRow[] {
  return sections.map((section) => {
    if (section.address === '') return statementRow(section);
    const { key, address, opening, uri, range } = section;
    const iconPath = new vscode.ThemeIcon('blank');
    return {
      key,
      address,
      place: { uri, range },
      label: sectionName(section),
      description: opening,
      iconPath,
    };
  });
}

function sectionRow(section: FoundSection): PassageRow {
  if (section.address === '') return statementRow(section);
  const { key, address, title, opening, uri, range } = section;
  return {
    key,
    address,
    place: { uri, range },
    label: sectionName(section),
    description: title,
    detail: opening,
  };
}

function statementRow({ key, address, title, uri, range }: FoundSection): PassageRow {
  return {
    key,
    address,
    place: { uri, range },
    label: title,
    description: key,
    iconPath: new vscode.ThemeIcon('book'),
  };
}

function sectionName({ locator, heading }: FoundSection): string {
  return [locator, heading].filter(Boolean).join(' ');
}

function recentRow({ key, address, label, description, uri, range }: TreeNode, title: string): PassageRow {
  return {
    key,
    address,
    place: { uri, range },
    label,
    detail: [description, title].filter(Boolean).join(' · '),
    iconPath: new vscode.ThemeIcon('history'),
  };
}

function separator(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** Says that there is nothing, and why if that can be told. */
async function nothing(
  corpus: Corpus,
  query: string,
  token: vscode.CancellationToken,
): Promise<Listing<Item>> {
  const status = await corpus.status(token);
  return { items: [line(nothingText(status, query))], isSure: false };
}

function nothingText(status: Status | undefined, query: string): string {
  if (status?.loading === true) return vscode.l10n.t('The statements are still being read…');
  if (status?.statements === 0)
    return vscode.l10n.t('There are no statements; see the setting pincite.corpusPaths');
  return vscode.l10n.t('Nothing found for “{0}”', query);
}
