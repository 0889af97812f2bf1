import * as l10n from '@vscode/l10n';
import { openingWords } from '../core/passage.ts';
import { touches } from '../core/span.ts';
import type { Draft } from './draft.ts';
import type { Hover } from './hover.ts';
import { escapeMarkdown } from './markdown.ts';
import type { PinFinding } from './pin-findings.ts';

/** A hover that begins with what has become of the passage since it was pinned, and what it said then. */
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
    // Editors show the message of what they mark by themselves; the old words are what they lack.
    const heading =
      code === 'passage-changed' ? l10n.t('This has changed since it was pinned. It said then:') : message;
    const words = openingWords(was, maxCharacters)
      .split('\n')
      .map((line) => `> ${escapeMarkdown(line)}`);
    return [`⚠ ${escapeMarkdown(heading)}`, ...(code === 'passage-moved' ? [] : [words.join('\n>\n')])];
  });
  return lines.length === 0 ? hover : { ...hover, contents: [...lines, '---', hover.contents].join('\n\n') };
}
