import { formatPath, isWithin, type AddressPath } from '../../address.ts';
import { allSections } from '../../passage.ts';
import type { Paragraph, Section, Statement } from '../../statement/model.ts';

/** What a locator is resolved against. */
export type LocatorScope = Pick<Statement, 'sections' | 'paragraphs'>;

/** The passages of a statement by their addresses. */
export interface PassageIndex {
  readonly sections: readonly Section[];
  readonly sectionAt: ReadonlyMap<string, Section>;
  readonly paragraphAt: ReadonlyMap<string, Paragraph>;
}

/** A statement does not change, so that its index is made once. */
const indexes = new WeakMap<LocatorScope['paragraphs'], PassageIndex>();

export function indexOf(scope: LocatorScope): PassageIndex {
  const known = indexes.get(scope.paragraphs);
  if (known !== undefined) return known;
  // A heading without any text under it is no passage.
  const filled = new Set<string>();
  for (const { path } of scope.paragraphs) {
    for (let length = 1; length < path.length; length++) filled.add(formatPath(path.slice(0, length)));
  }
  const sections = allSections(scope).filter(({ address }) => filled.has(address));
  const index = {
    sections,
    sectionAt: new Map(sections.map((section) => [section.address, section])),
    paragraphAt: new Map(scope.paragraphs.map((paragraph) => [paragraph.address, paragraph])),
  };
  indexes.set(scope.paragraphs, index);
  return index;
}

/** The sections directly inside a path. */
export function childrenOf(path: AddressPath, index: PassageIndex): Section[] {
  return index.sections.filter(
    (section) => section.path.length === path.length + 1 && isWithin(section.path, path),
  );
}

/** True if a section or a paragraph has this address. */
export function exists(address: string, index: PassageIndex): boolean {
  return index.sectionAt.has(address) || index.paragraphAt.has(address);
}
