import type { StatementPassage } from '../core/citation/statement-passage.ts';
import type { OpenBracket } from './open-bracket.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { endOf, pandocItems } from './write-citation.ts';

/** Writes passages into a bracket that waits for them. Words that stand there already are the prefix. */
export function writeIntoBracket(
  { span, lead, tail, bracket, hasPrefix }: OpenBracket,
  passages: readonly StatementPassage[],
  prefix: string,
): PlannedEdit | Refusal {
  const items = pandocItems(passages, hasPrefix ? '' : prefix);
  if (isRefusal(items)) return items;
  return {
    ...{ span, written: [lead, ...items, tail, ...endOf(items)] },
    ...{ added: [{ at: span.start, passages }], loose: bracket },
  };
}
