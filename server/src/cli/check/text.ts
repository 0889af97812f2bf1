import * as l10n from '@vscode/l10n';
import type { QuotationStatus } from '../../service/quotation-status.ts';
import type { CheckedFile, ReportFormat } from './report.ts';

/**
 * `note.md:3:5: warning quote-altered: sentence`, what was pinned and what stands there now below it, and a line on the
 * quotations of each file.
 */
export const formatText: ReportFormat = ({ files }) =>
  files.map((file) => `${[...findingLines(file), summary(file)].join('\n')}\n`).join('') + total(files);

function findingLines({ name, findings }: CheckedFile): string[] {
  return findings.flatMap(({ range: { start }, severity, code, message, was, now }) => [
    `${name}:${String(start.line + 1)}:${String(start.character + 1)}: ${severity} ${code}: ${message}`,
    ...indented(l10n.t('pinned: {0}', was ?? ''), was),
    ...indented(l10n.t('now: {0}', now ?? ''), now),
  ]);
}

function indented(words: string, text: string | undefined): string[] {
  return text === undefined ? [] : words.split('\n').map((line) => `    ${line}`);
}

/** The lines on the quotations alone, one for each file. */
export function summaries(files: readonly CheckedFile[]): string {
  return files.map((file) => `${summary(file)}\n`).join('') + total(files);
}

function summary({ name, quotations }: CheckedFile): string {
  return `${name}: ${quotationsInWords(quotations)}`;
}

/** Nothing for one file, whose own line says it all. */
function total(files: readonly CheckedFile[]): string {
  if (files.length < 2) return '';
  const sum = (count: (status: QuotationStatus) => number): number =>
    files.reduce((all, { quotations }) => all + count(quotations), 0);
  const words = quotationsInWords({
    total: sum(({ total: each }) => each),
    verbatim: sum(({ verbatim }) => verbatim),
    altered: sum(({ altered }) => altered),
    misplaced: sum(({ misplaced }) => misplaced),
    notFound: sum(({ notFound }) => notFound),
  });
  return `${l10n.t('{0} files: {1}', String(files.length), words)}\n`;
}

/** `14 quotations: 12 verbatim, 1 altered, 1 not found` */
function quotationsInWords({
  total: all,
  ...counts
}: Pick<QuotationStatus, 'total' | 'verbatim' | 'altered' | 'misplaced' | 'notFound'>): string {
  if (all === 0) return l10n.t('no quotations');
  const { verbatim, altered, misplaced, notFound } = counts;
  const parts = [
    ...(verbatim > 0 ? [l10n.t('{0} verbatim', String(verbatim))] : []),
    ...(altered > 0 ? [l10n.t('{0} altered', String(altered))] : []),
    ...(misplaced > 0 ? [l10n.t('{0} misplaced', String(misplaced))] : []),
    ...(notFound > 0 ? [l10n.t('{0} not found', String(notFound))] : []),
  ].join(l10n.t(', '));
  return all === 1 ? l10n.t('1 quotation: {0}', parts) : l10n.t('{0} quotations: {1}', String(all), parts);
}
