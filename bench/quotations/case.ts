import type { Judgement } from '../../server/src/core/quotation/judge.ts';
import { findPassage, type Passage } from '../../server/src/core/passage.ts';
import { pick, type Random } from '../random.ts';
import type { Material, Source } from './material.ts';

/** A quotation of which it is known what it is worth. */
export interface Case {
  /** As it stands in a draft, between the marks. */
  readonly words: string;
  readonly cited: readonly Passage[];
  /** Where the words are from; nowhere for what is made up. */
  readonly sources: readonly Source[];
  readonly expected: Judgement['verdict'];
}

/** A way to make cases. */
export interface CaseClass {
  readonly name: string;
  readonly expected: Judgement['verdict'];
  /** The languages in which there is such a thing; all if absent. */
  readonly languages?: readonly Material['language'][];
  /** True for cases that cite nothing, where `not-found` is no fault. */
  readonly isUncited?: boolean;
  /** `undefined` where what came out is none, as where words that were changed stand in the corpus as well. */
  readonly make: (material: Material, random: Random) => Omit<Case, 'expected'> | undefined;
}

/** The paragraph itself, its section, or the whole statement, as writers cite them. */
export function citedFor(source: Source, random: Random): readonly Passage[] {
  const { statement, address } = source;
  const parent = address.includes('.') ? address.replace(/\.[^.]*$/, '') : address;
  const chosen = pick(random, [address, address, address, parent, '']);
  const passage = findPassage(statement, chosen) ?? findPassage(statement, address);
  return passage === undefined ? [] : [passage];
}

/** True if a place lies in one of the paragraphs that words are from, in part at least. */
export function isRightPlace(
  place: { readonly statement: Source['statement']; readonly address: string },
  sources: readonly Source[],
): boolean {
  const passage = findPassage(place.statement, place.address);
  return sources.some(
    ({ statement, address }) =>
      statement === place.statement && passage?.paragraphs.some((paragraph) => paragraph.address === address),
  );
}
