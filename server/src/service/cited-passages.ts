import * as l10n from '@vscode/l10n';
import type { StatementPassage } from '../core/citation/statement-passage.ts';
import type { Library } from './library.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { findTarget } from './target.ts';
import type { Writing } from './writing.ts';

/** The passages that somebody wants to cite, as the statements have them. Refuses if one does not exist. */
export function passagesToCite(
  library: Library,
  { passages }: Pick<Writing, 'passages'>,
): readonly StatementPassage[] | Refusal {
  if (passages.length === 0) return { refused: l10n.t('Choose a passage to cite first.') };
  const found: StatementPassage[] = [];
  for (const { key, address } of passages) {
    const passage = findTarget(library, key, address);
    if (isRefusal(passage)) return passage;
    found.push({ statement: passage.statement, address: passage.address });
  }
  return found;
}
