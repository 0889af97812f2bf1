import { createDraft } from '../../server/src/service/draft.ts';
import type { Writing, WritingSettings } from '../../server/src/service/writing.ts';
import { WORKSPACE, type World } from './workspace.ts';

export const settings: WritingSettings = { form: 'pandoc', notes: { style: 'auto', pandocPath: 'pandoc' } };

export interface Written {
  /** The draft afterwards, or why nothing was written. */
  readonly text: string;
  /** Of each edit that has one. */
  readonly snippets: readonly string[];
}

/** Writes into a note at its cursors, `|`, or after what stands between `⟦` and `⟧`; `¦` is a `|` of the note. */
export async function write(
  { service }: World,
  marked: string,
  writing: Writing,
  { form = 'pandoc', notes = settings.notes }: Partial<WritingSettings> = {},
): Promise<Written> {
  const offsets: { start: number; end: number }[] = [];
  let text = '';
  for (const sign of marked) {
    if (sign === '|' || sign === '⟦') offsets.push({ start: text.length, end: text.length });
    else if (sign === '⟧')
      offsets[offsets.length - 1] = { start: offsets.at(-1)?.start ?? 0, end: text.length };
    else text += sign === '¦' ? '|' : sign;
  }
  const draft = createDraft(`${WORKSPACE}/note.md`, text);
  const ranges = offsets.map((span) => draft.lines.rangeOf(span));
  const result = await service.write(draft, ranges, writing, { form, notes });
  if ('refused' in result) return { text: result.refused, snippets: [] };
  const after = result.edits.toReversed().reduce((changed, { range, text: inserted }) => {
    const [start, end] = [draft.lines.offsetAt(range.start), draft.lines.offsetAt(range.end)];
    return changed.slice(0, start) + inserted + changed.slice(end);
  }, text);
  return { text: after, snippets: result.edits.flatMap(({ snippet }) => snippet ?? []) };
}
