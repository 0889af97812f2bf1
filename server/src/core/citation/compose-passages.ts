import {
  comparePaths,
  formatAddress,
  parseAddress,
  type AddressPath,
  type AddressRange,
} from '../address.ts';
import { findPassage } from '../passage.ts';
import type { Statement } from '../statement/model.ts';
import { readsBackAs } from './compose-reading.ts';
import { formatCitation } from './format-citation.ts';
import { placeOf } from './locator/place.ts';
import type { StatementPassage } from './statement-passage.ts';

/**
 * The passages in the order given, each once, and neighbours as one run, in the place of the first of them: the third
 * and the fourth paragraph of a section, or its second and third nested section. A run is made only where both ends
 * stand in one section and its citation reads back to it.
 */
export function joinNeighbours(passages: readonly StatementPassage[]): StatementPassage[] {
  const joined: StatementPassage[] = [];
  for (const passage of passages) addTo(joined, passage);
  return joined;
}

function addTo(joined: StatementPassage[], passage: StatementPassage): void {
  let [both, at] = [passage, joined.length];
  // A run that grew may touch another.
  for (;;) {
    const index = joined.findIndex((other) => joinPassages(other, both) !== undefined);
    const [other] = index < 0 ? [] : joined.splice(index, 1);
    if (other === undefined) break;
    both = joinPassages(other, both) ?? both;
    at = Math.min(at, index);
  }
  joined.splice(at, 0, both);
}

/** Two passages as one: where they are the same, lie next to one another, or overlap; else `undefined`. */
export function joinPassages(a: StatementPassage, b: StatementPassage): StatementPassage | undefined {
  if (a.statement !== b.statement) return undefined;
  if (a.address === b.address) return a;
  const [first, second] = [parseAddress(a.address), parseAddress(b.address)];
  if (first === undefined || second === undefined) return undefined;
  const { statement } = a;
  const ends = [first, second].flatMap(({ from, to }) => [from, to ?? from]);
  if (!areSiblings(ends, statement) || !touch(first, second)) return undefined;
  const [from, to] = [ends.reduce(earlier), ends.reduce(later)];
  const both = { statement, address: formatAddress({ from, to }) };
  return holdsJust(both, a, b) && readsBackAs(formatCitation(statement, both.address), [both])
    ? both
    : undefined;
}

/** True if all are paragraphs, or all numbered sections, directly inside one section. */
function areSiblings(paths: readonly AddressPath[], { sections }: Statement): boolean {
  const [first] = paths;
  const parent = first?.slice(0, -1).join('.');
  const isParagraph = first !== undefined && placeOf(first, sections).paragraph !== undefined;
  return paths.every(
    (path) =>
      path.slice(0, -1).join('.') === parent &&
      (placeOf(path, sections).paragraph !== undefined) === isParagraph &&
      (path.at(-1) ?? 0) > 0,
  );
}

/** True if nothing lies between two runs of siblings. */
function touch(a: AddressRange, b: AddressRange): boolean {
  const number = (path: AddressPath): number => path.at(-1) ?? 0;
  const start = ({ from }: AddressRange): number => number(from);
  const end = ({ from, to }: AddressRange): number => number(to ?? from);
  return start(a) <= end(b) + 1 && start(b) <= end(a) + 1;
}

/** True if a run holds the paragraphs of two passages and no other. */
function holdsJust(run: StatementPassage, a: StatementPassage, b: StatementPassage): boolean {
  const paragraphsOf = ({ statement, address }: StatementPassage): string[] =>
    (findPassage(statement, address)?.paragraphs ?? []).map((paragraph) => paragraph.address);
  const held = paragraphsOf(run);
  const wanted = new Set([...paragraphsOf(a), ...paragraphsOf(b)]);
  return held.length === wanted.size && held.every((address) => wanted.has(address));
}

function earlier(a: AddressPath, b: AddressPath): AddressPath {
  return comparePaths(a, b) <= 0 ? a : b;
}

function later(a: AddressPath, b: AddressPath): AddressPath {
  return comparePaths(a, b) >= 0 ? a : b;
}
