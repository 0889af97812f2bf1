import { isRefusal, type Refusal } from './refusal.ts';
import { spaceAfter } from './completion-place.ts';
import { composeWriting } from './compose-writing.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';
import type { Range } from '../core/span.ts';
import type { WriteEdit, Writing, WritingSettings } from './writing.ts';

/** The edits that write a citation, a quotation or both into a draft, one place for each range: after what it covers. */
export function writeIntoDraft(
  library: Library,
  draft: Draft,
  ranges: readonly Range[],
  writing: Writing,
  settings: WritingSettings,
): { readonly edits: readonly WriteEdit[] } | Refusal {
  const composed = composeWriting(library, writing, settings);
  if (isRefusal(composed)) return composed;
  const edits = ranges.map(({ end }) => {
    const before = draft.text.slice(draft.lines.lineSpan(end.line).start, draft.lines.offsetAt(end));
    return { range: { start: end, end }, text: spaceAfter(before) + composed.text };
  });
  return { edits };
}
