import * as vscode from 'vscode';
import type { FoundPassage, FoundSection, TreeNode } from '../../../server/src/lsp/protocol.ts';
import { idOf } from '../tree/ancestry.ts';
import { excerpt } from './excerpt.ts';
import type { Row } from './livePicker.ts';

/** A row that names a passage. */
export interface PassageRow extends Row {
  readonly key: string;
  readonly address: string;
}

/** What a query found. */
export function passageRow(found: FoundPassage, query: string): PassageRow {
  const { key, address, locator, text, title, date, uri, range, matches } = found;
  return {
    ...{ key, address, id: idOf(found), shortName: locator || title },
    place: { uri, range, words: matches.map(([start, end]) => text.slice(start, end)) },
    label: excerpt(text, matches, query),
    detail: [locator, title, date].filter(Boolean).join(' · '),
  };
}

/** Every statement with its sections under it. */
export function contents(sections: readonly FoundSection[]): PassageRow[] {
  return sections.map((section) => {
    if (section.address === '') return statementRow(section);
    const { key, address, opening, uri, range } = section;
    const iconPath = new vscode.ThemeIcon('blank');
    return {
      ...{ key, address, ...namesOf(section) },
      place: { uri, range },
      label: sectionName(section),
      description: opening,
      iconPath,
    };
  });
}

export function sectionRow(section: FoundSection): PassageRow {
  if (section.address === '') return statementRow(section);
  const { key, address, title, opening, uri, range } = section;
  return {
    ...{ key, address, ...namesOf(section) },
    place: { uri, range },
    label: sectionName(section),
    description: title,
    detail: opening,
  };
}

function statementRow(section: FoundSection): PassageRow {
  const { key, address, title, uri, range } = section;
  return {
    ...{ key, address, ...namesOf(section) },
    place: { uri, range },
    label: title,
    description: key,
    iconPath: new vscode.ThemeIcon('book'),
  };
}

function namesOf(section: FoundSection): Pick<PassageRow, 'id' | 'shortName'> {
  return { id: idOf(section), shortName: section.locator || section.title };
}

function sectionName({ locator, heading }: FoundSection): string {
  return [locator, heading].filter(Boolean).join(' ');
}

/** A passage that was used lately; `title` is its statement's. */
export function recentRow(node: TreeNode, title: string): PassageRow {
  const { key, address, label, description, uri, range } = node;
  return {
    ...{ key, address, id: idOf(node), shortName: node.kind === 'paragraph' ? description : label },
    place: { uri, range },
    label,
    detail: [description, title].filter(Boolean).join(' · '),
    iconPath: new vscode.ThemeIcon('history'),
  };
}
