import * as vscode from 'vscode';
import type { FoundPassage, FoundSection, TreeNode } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import { excerpt } from './excerpt.ts';
import { pickLive, type Picked, type Row } from './livePicker.ts';
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

/** Lets the user find a passage by its words: the list of Go to Passage, Insert Citation and Copy Citation. */
export function pickPassage(
  corpus: Corpus,
  recent: RecentPassages,
  options: PassagePickerOptions,
): Promise<Picked<PassageRow> | undefined> {
  return pickLive<PassageRow>({
    ...options,
    rows: (query, token) =>
      query.trim() === '' ? startRows(corpus, recent, token) : foundRows(corpus, query, token),
  });
}

/** Lets the user find a statement or a section by its title: the list of Go to Section. */
export function pickSection(
  corpus: Corpus,
  options: PassagePickerOptions,
): Promise<Picked<PassageRow> | undefined> {
  return pickLive<PassageRow>({
    ...options,
    rows: async (query, token) => {
      const sections = await corpus.sections({ query, limit: LIMIT }, token);
      if (sections === undefined) return undefined;
      if (sections.length === 0) return [await nothing(corpus, query, token)];
      return query.trim() === '' ? contents(sections) : sections.map(sectionRow);
    },
  });
}

async function startRows(corpus: Corpus, recent: RecentPassages, token: vscode.CancellationToken) {
  const [nodes, sections] = await Promise.all([recent.list(token), corpus.sections({ query: '' }, token)]);
  if (sections === undefined) return undefined;
  if (sections.length === 0) return [await nothing(corpus, '', token)];
  const titles = new Map(
    sections.filter(({ address }) => address === '').map(({ key, title }) => [key, title]),
  );
  const rows: (PassageRow | vscode.QuickPickItem)[] = [];
  if (nodes.length > 0) {
    rows.push(separator(vscode.l10n.t('recently used')));
    rows.push(...nodes.map((node) => recentRow(node, titles.get(node.key) ?? node.key)));
  }
  rows.push(separator(vscode.l10n.t('statements and sections')), ...contents(sections));
  return rows;
}

async function foundRows(corpus: Corpus, query: string, token: vscode.CancellationToken) {
  const result = await corpus.search({ query, limit: LIMIT }, token);
  if (result === undefined) return undefined;
  const { passages, total } = result;
  if (passages.length === 0) return [await nothing(corpus, query, token)];
  const rows: (PassageRow | vscode.QuickPickItem)[] = passages.map((found) => passageRow(found, query));
  if (total > passages.length)
    rows.push(
      separator(vscode.l10n.t('{0} of {1} passages; type more to narrow them', passages.length, total)),
    );
  return rows;
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
): Promise<vscode.QuickPickItem> {
  const status = await corpus.status(token);
  if (status?.loading === true) return { label: vscode.l10n.t('The statements are still being read…') };
  if (status?.statements === 0)
    return { label: vscode.l10n.t('There are no statements; see the setting pincite.corpusPaths') };
  return { label: vscode.l10n.t('Nothing found for “{0}”', query) };
}
