import * as l10n from '@vscode/l10n';
import { formatLocator } from '../core/citation/format-locator.ts';
import { allSections, findPassage, openingWords } from '../core/passage.ts';
import type { Range } from '../core/span.ts';
import { dateOf } from '../core/statement/date.ts';
import type { Paragraph, Section, Statement } from '../core/statement/model.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import { countOf, factsOf, warningOf } from './describe.ts';
import type { Library } from './library.ts';
import { escapeMarkdown } from './markdown.ts';
import { sectionName } from './document-symbols.ts';

export interface TreeNode {
  readonly kind: 'statement' | 'section' | 'paragraph';
  readonly key: string;
  readonly address: string;
  readonly label: string;
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  readonly uri: string;
  readonly range: Range;
  readonly hasChildren: boolean;
  /** True if the statement names the sources that it comes from. */
  readonly isWitnessed: boolean;
}

const OPENING_LENGTH = 40;

/** The children of a node: of the root without a key, of a statement without an address. */
export function treeChildren({ corpus }: Library, key?: string, address?: string): TreeNode[] {
  if (key === undefined) return corpus.statements().map(statementNode);
  const statement = corpus.byKey(key);
  if (statement === undefined) return [];
  if (address === undefined || address === '') {
    return statement.sections.length > 0
      ? statement.sections.map((section) => sectionNode(statement, section))
      : statement.paragraphs.map((paragraph) => paragraphNode(statement, paragraph));
  }
  const section = allSections(statement).find((each) => each.address === address);
  if (section === undefined) return [];
  return [
    ...section.paragraphs.map((paragraph) => paragraphNode(statement, paragraph)),
    ...section.sections.map((nested) => sectionNode(statement, nested)),
  ];
}

/** The nodes from a statement down to a paragraph. */
export function treePath(statement: Statement, paragraph?: Paragraph): TreeNode[] {
  const sections: Section[] = [];
  for (let at = paragraph?.section; at !== undefined; at = at.parent) sections.unshift(at);
  const last = paragraph === undefined ? [] : [paragraphNode(statement, paragraph)];
  return [statementNode(statement), ...sections.map((section) => sectionNode(statement, section)), ...last];
}

function statementNode(statement: Statement): TreeNode {
  const { key, uri, metadata, lines, paragraphs, keySpan } = statement;
  const warning = warningOf(statement);
  const tooltip = [
    `**${escapeMarkdown(metadata.title)}**`,
    escapeMarkdown(factsOf(statement)),
    `\`@${key}\``,
  ];
  tooltip.push([countOf(paragraphs.length), warning].filter((part) => part !== '').join(' · '));
  return {
    ...{ kind: 'statement', key, address: '', label: shortTitle(statement), uri, hasChildren: true },
    isWitnessed: metadata.witnesses.length > 0,
    description: [dateOf(statement), warning === '' ? '' : l10n.t('breaks off')].filter(Boolean).join(' · '),
    tooltip: tooltip.filter((part) => part !== '').join('\n\n'),
    range: lines.rangeOf({ start: keySpan.start, end: keySpan.start }),
  };
}

function sectionNode(statement: Statement, section: Section): TreeNode {
  const { key, uri, lines } = statement;
  const first = section.paragraphs[0]?.text ?? '';
  const inside = findPassage(statement, section.address)?.paragraphs ?? [];
  return {
    ...{
      kind: 'section',
      key,
      address: section.address,
      label: sectionName(statement, section),
      uri,
      hasChildren: true,
    },
    isWitnessed: statement.metadata.witnesses.length > 0,
    description: section.heading === '' ? openingWords(first, OPENING_LENGTH) : countOf(inside.length),
    tooltip: `**${escapeMarkdown(sectionName(statement, section))}** (${countOf(inside.length)})\n\n${escapeMarkdown(openingWords(first, 200))}`,
    range: lines.rangeOf(section.span),
  };
}

function paragraphNode(statement: Statement, { address, path, text, span }: Paragraph): TreeNode {
  const { key, uri, lines } = statement;
  const locator = formatLocator(address, statement);
  return {
    ...{ kind: 'paragraph', key, address, uri, hasChildren: false },
    // The number first: a narrow panel cuts whatever comes last.
    label: `${String(path.at(-1))} ${openingWords(text, OPENING_LENGTH)}`,
    isWitnessed: statement.metadata.witnesses.length > 0,
    description: locator,
    tooltip: `**${escapeMarkdown(locator)}**\n\n${escapeMarkdown(text)}`,
    range: lines.rangeOf(span),
  };
}
