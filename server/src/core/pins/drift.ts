import { findPassage, type Passage } from '../passage.ts';
import { addressesOfWords, comparedWords } from './compared-words.ts';
import { matchPins } from './match-pins.ts';
import type { Pin, PinnedPassage } from './pin.ts';
import { paragraphsOf, type Sight } from './sight.ts';

/** What has become of something that was pinned. */
export type Drift =
  /** Other words stand there; with `isForm` the same words in another width, script or style of marks. */
  | {
      readonly kind: 'changed';
      readonly sight: Sight;
      readonly was: PinnedPassage;
      readonly now: Passage;
      readonly isForm: boolean;
    }
  /** The words stand elsewhere in the statement; `now` is what stands in their place, if anything does. */
  | {
      readonly kind: 'moved';
      readonly sight: Sight;
      readonly was: PinnedPassage;
      readonly addresses: readonly string[];
      readonly now?: Passage;
    }
  /** Neither the place nor the words are in the statement, or there is no such statement. */
  | { readonly kind: 'gone'; readonly sight: Sight; readonly was: PinnedPassage }
  /** Nothing was pinned. */
  | { readonly kind: 'unpinned'; readonly sight: Sight };

/** What differs between what a draft sees and what is pinned for it, in the order of the sights. */
export function findDrift(sights: readonly Sight[], pins: readonly Pin[]): Drift[] {
  const pinOf = matchPins(sights, pins);
  return sights.flatMap((sight): Drift[] => {
    const pin = pinOf(sight);
    if (pin !== undefined) return compare(sight, pin);
    return sight.passages.length > 0 && sight.isWhole ? [{ kind: 'unpinned', sight }] : [];
  });
}

function compare(sight: Sight, { passages }: Pin): Drift[] {
  return passages.flatMap((was, i): Drift[] => {
    if (sight.passages.some((passage) => hasWords(passage, was))) return [];
    const now = counterpart(sight, was, i, passages);
    if (now !== undefined && comparedWords(paragraphsOf(now)) === comparedWords(was.paragraphs))
      return [{ kind: 'changed', sight, was, now, isForm: true }];
    const addresses = movedTo(sight, was, now);
    if (addresses.length > 0)
      return [{ kind: 'moved', sight, was, addresses, ...(now !== undefined && { now }) }];
    if (now !== undefined) return [{ kind: 'changed', sight, was, now, isForm: false }];
    return [{ kind: 'gone', sight, was }];
  });
}

/** What is cited in the place of a pinned passage. */
function counterpart(
  { kind, statement, passages }: Sight,
  was: PinnedPassage,
  index: number,
  pinned: readonly PinnedPassage[],
): Passage | undefined {
  // Of a quotation that is found no more the place is what was pinned.
  if (kind === 'quotation' && passages.length === 0)
    return statement === undefined ? undefined : findPassage(statement, was.address);
  return (
    passages.find(({ address }) => address === was.address) ??
    (passages.length === pinned.length ? passages[index] : undefined)
  );
}

/** Where the words have gone; nowhere if they are still in what is cited, with more around them. */
function movedTo({ statement }: Sight, { address, paragraphs }: PinnedPassage, now?: Passage): string[] {
  if (statement === undefined || address === '') return [];
  const addresses = addressesOfWords(statement, paragraphs);
  const isWithin = addresses.some((each) => {
    const inside = findPassage(statement, each)?.paragraphs ?? [];
    return now !== undefined && inside.every((paragraph) => now.paragraphs.includes(paragraph));
  });
  return isWithin ? [] : addresses;
}

function hasWords(passage: Passage, { paragraphs }: PinnedPassage): boolean {
  return (
    passage.paragraphs.length === paragraphs.length &&
    passage.paragraphs.every(({ text }, i) => text === paragraphs[i])
  );
}
