import type { Span } from '../span.ts';
import type { Statement } from '../statement/model.ts';
import { brokenOff } from './broken-off.ts';
import { doubledWords } from './doubled-word.ts';
import { foreignWords } from './foreign-word.ts';
import { headlessPhrases } from './headless-phrase.ts';
import { lettersOf } from './letters.ts';
import { signsOfRepeats } from './repeated-passage.ts';
import { findRepeats } from './repeats.ts';
import { MOST_SIGNS_OF_A_KIND, type Sign, type SignKind } from './sign.ts';
import { endingsOfOthers, sharedEndings } from './spliced-sentence.ts';
import { unbalancedMarks } from './unbalanced-marks.ts';

/**
 * Places of a statement that look corrupt, in the order of the text, each with its reason. They are seen in the one
 * text alone; `others` are statements that a sentence may have jumped into (those of the same key are left out: how
 * witnesses of one statement differ, collation tells). Never throws; takes time in proportion to the length of all texts.
 */
export function signsOfCorruption(statement: Statement, others: readonly Statement[] = []): Sign[] {
  const letters = lettersOf(statement);
  const repeated = signsOfRepeats(statement, letters, findRepeats(letters));
  const spliced = [...sharedEndings(statement, letters), ...endingsOfOthers(statement, letters, others)];
  const all = [
    ...repeated,
    ...spliced.filter(({ span }) => !repeated.some((sign) => isSame(sign, span))),
    ...headlessPhrases(statement),
    ...foreignWords(statement),
    ...unbalancedMarks(statement),
    ...brokenOff(statement),
    ...doubledWords(statement),
  ];
  return capped(all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end));
}

/** True if a sign, or the place that it repeats, covers a span: one accident is told once. */
function isSame({ span, related }: Sign, { start, end }: Span): boolean {
  return [span, related?.span].some((each) => each !== undefined && each.start < end && start < each.end);
}

function capped(signs: readonly Sign[]): Sign[] {
  const counts = new Map<SignKind, number>();
  return signs.filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= MOST_SIGNS_OF_A_KIND;
  });
}
