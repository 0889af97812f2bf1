import type { StatementEntry } from '../../../server/src/core/search/entry.ts';
import { passageId } from '../generate.ts';

/** What the engines beside Pincite are given of a statement: its paragraphs. */
export function paragraphsOf({
  key,
  units,
}: StatementEntry): { readonly id: string; readonly text: string }[] {
  return units.flatMap(({ kind, address, text }) =>
    kind === 'paragraph' ? [{ id: passageId(key, address), text }] : [],
  );
}
