import * as l10n from '@vscode/l10n';
import type { Statement } from '../core/statement/model.ts';

/** The line under a title: `2025-05-08, Moscow · 人民日报, p. 3`; without what the statement does not say. */
export function factsOf({ metadata }: Statement): string {
  const { eventDate, eventPlace, issued, containerTitle, page } = metadata;
  const signed = [eventDate, eventPlace].filter(Boolean).join(' ');
  const printed = [containerTitle, issued, page && l10n.t('p. {0}', page)].filter(Boolean).join(' ');
  return [signed, printed].filter((part) => part !== '').join(' · ');
}

/** What a reader must know before quoting: that the text breaks off. Empty for a complete statement. */
export function warningOf({ metadata }: Statement): string {
  return metadata.completeness === 'truncated'
    ? l10n.t('The text of this statement breaks off in its source.')
    : '';
}

export function countOf(paragraphs: number): string {
  return paragraphs === 1 ? l10n.t('1 paragraph') : l10n.t('{0} paragraphs', String(paragraphs));
}
