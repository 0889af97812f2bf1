import * as l10n from '@vscode/l10n';
import { openingWords } from '../core/passage.ts';
import { touches } from '../core/span.ts';
import type { Draft } from './draft.ts';
import type { Hover } from './hover.ts';
import { escapeMarkdown } from './markdown.ts';
import type { PinFinding } from './pin-findings.ts';

/** A hover with what has become of the passage since it was pinned, and what it said then. */
export function withDrift(
  hover: Hover,
  draft: Draft,
  offset: number,
  findings: readonly PinFinding[],
  { maxCharacters }: { readonly maxCharacters: number },
): Hover {
  const lines = findings.flatMap(({ code, range, message, was }) => {
    const span = { start: draft.lines.offsetAt(range.start), end: draft.lines.offsetAt(range.end) };
    if (was === undefined || !touches(span, offset)) return [];
    const warning = `⚠ ${escapeMarkdown(message)}`;
    if (code !== 'passage-changed' && code !== 'passage-gone') return [warning];
    const words = openingWords(was, maxCharacters)
      .split('\n')
      .map((line) => `> ${escapeMarkdown(line)}`);
    return [warning, `**${l10n.t('As it was pinned')}**`, words.join('\n>\n')];
  });
  return lines.length === 0 ? hover : { ...hover, contents: [hover.contents, ...lines].join('\n\n') };
}
