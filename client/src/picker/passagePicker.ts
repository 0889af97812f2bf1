import * as vscode from 'vscode';
import type { Status } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import type { Listing } from './liveList.ts';
import { line, pickLive, type Picked } from './livePicker.ts';
import { contents, passageRow, recentRow, sectionRow, type PassageRow } from './passageRows.ts';
import type { RecentPassages } from './recentPassages.ts';

export interface PassagePickerOptions {
  readonly title: string;
  readonly placeholder: string;
  /** Whether several passages can be taken together. */
  readonly isForSeveral?: boolean;
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
    isForSeveral: options.isForSeveral ?? false,
    onDidChange: corpus.onDidChange,
    list: (query, token, aside) =>
      query.trim() === '' ? startListing(corpus, recent, aside, token) : foundListing(corpus, query, token),
  });
}

/** Lets the user find a statement or a section by its title: the list of Go to Section. */
export function pickSection(
  corpus: Corpus,
  options: PassagePickerOptions,
): Promise<Picked<PassageRow> | undefined> {
  return pickLive<PassageRow>({
    ...options,
    isForSeveral: false,
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
  aside: readonly PassageRow[],
  token: vscode.CancellationToken,
): Promise<Listing<Item> | undefined> {
  const [nodes, sections] = await Promise.all([recent.list(token), corpus.sections({ query: '' }, token)]);
  if (sections === undefined) return undefined;
  if (sections.length === 0) return nothing(corpus, '', token);
  const titles = new Map(
    sections.filter(({ address }) => address === '').map(({ key, title }) => [key, title]),
  );
  const items: Item[] = [];
  if (aside.length > 0) items.push(separator(vscode.l10n.t('to be taken')), ...aside);
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
