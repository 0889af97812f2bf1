import { passageRange } from '../core/accounting/passage-range.ts';
import { mayJoin } from '../core/collation/agreement.ts';
import { BREAK } from '../core/collation/character-fold.ts';
import type { CharStream } from '../core/collation/char-stream.ts';
import type { AlignedWitness, Differences } from '../core/collation/differences.ts';
import { counterpartOf } from '../core/collation/differences.ts';
import { regularisedWords } from '../core/reading/regularised-words.ts';
import { collateStatement, type Collations } from './collations.ts';
import type { Library } from './library.ts';

/** What a witness, or the edited text, has of a passage, to be held against another: a line for each paragraph. */
export interface WitnessDocument {
  readonly text: string;
}

/**
 * A text for comparison. All texts of a statement are regularised in the same way, and where a page of a source ends
 * within a paragraph the paragraph goes on; so what differs is what the witnesses say. Declared emendations
 * are not made in a witness. `undefined` if there is no such passage or witness.
 */
export async function witnessDocument(
  { corpus }: Library,
  collations: Collations,
  key: string,
  address: string,
  siglum?: string,
): Promise<WitnessDocument | undefined> {
  const statement = corpus.byKey(key);
  const collated = statement && (await collations.of(statement));
  if (statement === undefined || collated === undefined) return undefined;
  const { collation, regularised } = collateStatement(statement, collated.matter, false);
  const { text, witnesses } = collation;
  const whole = { start: 0, end: text.stream.length };
  const range = address === '' ? whole : passageRange(text, address);
  if (range === undefined) return undefined;
  if (siglum === undefined) {
    const words = regularisedWords(text.stream, range.start, range.end, regularised, () => false);
    return { text: `${words.trim()}\n` };
  }
  const compared = witnesses.find(({ witness }) => witness.siglum === siglum);
  if (compared === undefined) return undefined;
  const { stream } = compared.witness;
  const [from, to] = address === '' ? [0, stream.length] : counterpartOf(compared, range.start, range.end);
  const words = regularisedWords(stream, from, to, regularised, pageBreaks(text.stream, compared));
  return { text: `${words.trim()}\n` };
}

/** The line ends of a witness within what the text has in one paragraph, where no sentence ends. */
function pageBreaks(
  { written }: CharStream,
  { differences, witness: { stream } }: AlignedWitness & Differences,
): (index: number) => boolean {
  const breaks = new Set<number>();
  for (const { nature, start, end, from, to } of differences) {
    if (nature !== 'page-break' && (nature !== 'words' || written.subarray(start, end).includes(BREAK)))
      continue;
    for (let i = from; i < to; i++) if (stream.written[i] === BREAK && mayJoin(stream, i)) breaks.add(i);
  }
  return (index) => breaks.has(index);
}
