import { createDraft, type Draft } from '../../server/src/service/draft.ts';
import type { DraftAction } from '../../server/src/service/draft-action.ts';
import {
  defaultQuotationFindingOptions,
  type QuotationCode,
  type QuotationFindingOptions,
} from '../../server/src/service/quotation-findings.ts';
import type { Finding } from '../../server/src/service/finding.ts';
import type { Range } from '../../server/src/core/span.ts';
import type { Service } from '../../server/src/service/service.ts';
import type { WritingSettings } from '../../server/src/service/writing.ts';
import { statementFile, WORKSPACE } from './workspace.ts';
import { settings } from './writing.ts';

export type Levels = Partial<QuotationFindingOptions['levels']>;

/** Everything as a warning, but for what is set otherwise. */
export function levelsOf(levels: Levels = {}): QuotationFindingOptions {
  const { least, levels: usual } = defaultQuotationFindingOptions;
  return { least, levels: { ...usual, ...levels } };
}

export function noteOf(text: string): Draft {
  return createDraft(`${WORKSPACE}/note.md`, text);
}

/** What is said of a note: `quote-altered «重大» “重大” stands in the source as “严峻”.`, severities apart. */
export async function said(service: Service, text: string, levels: Levels = {}): Promise<string[]> {
  const draft = noteOf(text);
  const findings = await service.quotationFindings(draft, levelsOf(levels));
  return findings.map(({ code, range, message }) => `${code} «${wordsAt(draft, range)}» ${message}`);
}

export function findingsIn(service: Service, text: string, levels: Levels = {}): Promise<Finding[]> {
  return service.quotationFindings(noteOf(text), levelsOf(levels));
}

export function wordsAt({ text, lines }: Draft, { start, end }: Range): string {
  return text.slice(lines.offsetAt(start), lines.offsetAt(end));
}

/** What can be done about quotations where a finding is, or where some words stand for the first time. */
export async function actionsAt(
  service: Service,
  text: string,
  place: QuotationCode | { readonly words: string },
  {
    levels = {},
    form = 'pandoc',
  }: { readonly levels?: Levels; readonly form?: WritingSettings['form'] } = {},
): Promise<DraftAction[]> {
  const draft = noteOf(text);
  const quotations = { ...levelsOf(levels), writing: { ...settings, form } };
  const range =
    typeof place === 'string'
      ? (await service.quotationFindings(draft, quotations)).find(({ code }) => code === place)?.range
      : draft.lines.rangeOf({ start: text.indexOf(place.words), end: text.indexOf(place.words) });
  if (range === undefined) return [];
  return service.draftActions(draft, range, {
    ...{ downstream: 'off', quotations },
    wants: (kind) => kind === 'quickfix',
  });
}

/** The titles of actions with the text after each. */
export function outcomes(text: string, actions: readonly DraftAction[]): Record<string, string> {
  return Object.fromEntries(actions.map((action) => [action.title, after(text, action)]));
}

/** A text after an action, as an editor makes it: from the last edit to the first. */
export function after(text: string, { edits }: DraftAction): string {
  const { lines } = noteOf(text);
  return [...edits]
    .reverse()
    .reduce(
      (made, { range, text: words }) =>
        made.slice(0, lines.offsetAt(range.start)) + words + made.slice(lines.offsetAt(range.end)),
      text,
    );
}

export const STABILITY = 'cn-ru-2025-global-strategic-stability';
export const PARTNERSHIP = 'cn-ru-2025-comprehensive-partnership';
export const LAW = 'cn-ru-2025-international-law';

/** Three statements that share a sentence, one that does not have it, and one in English. */
export const accords = {
  'file:///corpus/first.statement.md': statementFile(
    'first',
    '双方同意每年举行外长会晤。\n\n双方支持扩大边境贸易。',
    'title: 甲乙联合声明\nlanguage: zh-CN\nevent-date: 2001-03-04\n',
  ),
  'file:///corpus/second.statement.md': statementFile(
    'second',
    '双方愿深化海关合作。\n\n双方支持扩大边境贸易。',
    'title: 甲丙联合声明\nlanguage: zh-CN\nevent-date: 2019-06-05\n',
  ),
  'file:///corpus/third.statement.md': statementFile(
    'third',
    '双方将开通直航航线。\n\n双方支持扩大边境贸易。',
    'title: 甲丁联合声明\nlanguage: zh-CN\nevent-date: 2010-01-02\n',
  ),
  'file:///corpus/fourth.statement.md': statementFile(
    'fourth',
    '双方决定互设总领事馆。\n\n双方将举办文化年。',
    'title: 甲戊联合声明\nlanguage: zh-CN\nevent-date: 2022-03-03\n',
  ),
  'file:///corpus/treaty.statement.md': statementFile(
    'treaty',
    'The Parties shall organise regular consultations on matters of trade and investment.\n\nThe Parties reaffirm the principle of free navigation.',
    'title: Treaty of Commerce\nlanguage: en\nevent-date: 1999-01-02\n',
  ),
};
