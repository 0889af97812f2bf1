import { identityOf, type Pin } from './pin.ts';
import { pinWords, sightWords, type Sight } from './sight.ts';

/**
 * Gives for each sight the pin that is its own; `undefined` for one that has none. It is the one of what is written, but
 * not where the writer has followed a passage to its new place: there it is the one with the words of the passage. Two
 * citations whose passages went from 10 and 11 to 11 and 12 are told from two that nobody has touched by the
 * locators that have left the draft.
 */
export function matchPins(sights: readonly Sight[], pins: readonly Pin[]): (sight: Sight) => Pin | undefined {
  const seen = new Map<string, Sight>();
  for (const sight of sights) {
    const id = identityOf(sight);
    if (!seen.has(id)) seen.set(id, sight);
  }
  const byIdentity = new Map(pins.map((pin) => [identityOf(pin), pin]));
  const byWords = new Map(pins.map((pin) => [`${pin.key}\n${pinWords(pin)}`, pin]));
  /** Where a key has another name now. */
  const byWordsAlone = new Map(pins.map((pin) => [pinWords(pin), pin]));
  const byPlace = new Map(pins.map((pin) => [placeOf(pin), pin]));
  const withWordsOf = (sight: Sight): Pin | undefined => byWords.get(`${sight.key}\n${sightWords(sight)}`);

  /** True if the words that a sight sees were pinned for a locator that is no longer there, or that was moved on in turn. */
  const wasMoved = (sight: Sight, met = new Set<string>()): boolean => {
    const pin = withWordsOf(sight);
    if (pin === undefined) return false;
    const id = identityOf(pin);
    const other = seen.get(id);
    if (other === undefined) return true;
    if (met.has(id)) return false;
    return withWordsOf(other) !== pin && wasMoved(other, met.add(id));
  };

  return (sight) => {
    const own = byIdentity.get(identityOf(sight));
    if (own === undefined)
      return withWordsOf(sight) ?? byPlace.get(placeOf(sight)) ?? byWordsAlone.get(sightWords(sight));
    if (pinWords(own) === sightWords(sight)) return own;
    return wasMoved(sight) ? withWordsOf(sight) : own;
  };
}

function placeOf({ key, kind, passages }: Pick<Pin, 'key' | 'kind'> & Pick<Pin | Sight, 'passages'>): string {
  return JSON.stringify([key, kind, passages.map(({ address }) => address)]);
}
