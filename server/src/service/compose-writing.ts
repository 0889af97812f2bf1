import { joinNeighbours } from '../core/citation/compose-passages.ts';
import { composePandoc } from '../core/citation/compose-pandoc.ts';
import { passagesToCite } from './cited-passages.ts';
import type { Library } from './library.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { Writing, WritingSettings } from './writing.ts';

/** What is written about some passages, as text for a clipboard. */
export function composeWriting(
  library: Library,
  writing: Writing,
  _settings: WritingSettings,
): { readonly text: string } | Refusal {
  const passages = passagesToCite(library, writing);
  if (isRefusal(passages)) return passages;
  const group = composePandoc(joinNeighbours(passages), writing.prefix);
  return group === undefined ? { refused: 'unreadable' } : { text: `[${group.items}]` };
}
