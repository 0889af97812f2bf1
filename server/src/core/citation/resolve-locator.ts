import { comparePaths, formatPath, isWithin, type AddressPath } from '../address.ts';
import { allSections } from '../passage.ts';
import type { Paragraph, Section, Statement } from '../statement/model.ts';
import { toAddress, type LevelKind, type Locator, type LocatorLevel } from './locator.ts';

export interface LocatorResolution {
  /** The addresses that exist, one for each passage or run, in the order of the locator. */
  readonly found: readonly string[];
  readonly missing: readonly MissingPassage[];
}

export interface MissingPassage {
  /** The numbers that were asked for, as an address. */
  readonly asked: string;
  /** The nearest passage that exists; absent where none is near, or where the locator fits more than one. */
  readonly nearest?: string;
}

/** What a locator is resolved against. */
export type LocatorScope = Pick<Statement, 'sections' | 'paragraphs'>;

/**
 * Finds the passages that a locator names in a statement, level by level from the outside in. A passage that does
 * not exist is reported, and so is one that could be either of two; nothing is guessed. Both ends of a run must
 * exist, in this order.
 */
export function resolveLocator(locator: Locator, scope: LocatorScope): LocatorResolution {
  const index = indexOf(scope);
  const found: string[] = [];
  const missing: MissingPassage[] = [];
  for (const passage of locator.passages) {
    const from = walk(passage.from, index);
    const to = passage.to === undefined ? undefined : walk(passage.to, index);
    const failed = from.address === undefined ? from : to?.address === undefined ? to : undefined;
    if (failed !== undefined || from.address === undefined) {
      const asked = toAddress(passage);
      missing.push({ asked, ...(failed?.nearest === undefined ? {} : { nearest: failed.nearest }) });
    } else if (to?.address === undefined || to.address === from.address) {
      found.push(from.address);
    } else if (comparePaths(from.path, to.path) < 0) {
      found.push(`${from.address}-${to.address}`);
    } else {
      missing.push({ asked: toAddress(passage), nearest: from.address });
    }
  }
  return { found, missing };
}

interface PassageIndex {
  readonly sections: readonly Section[];
  readonly sectionAt: ReadonlyMap<string, Section>;
  readonly paragraphAt: ReadonlyMap<string, Paragraph>;
}

/** A statement does not change, so that its index is made once. */
const indexes = new WeakMap<LocatorScope['paragraphs'], PassageIndex>();

function indexOf(scope: LocatorScope): PassageIndex {
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

interface Walk {
  readonly path: AddressPath;
  /** Absent if the passage does not exist. */
  readonly address?: string;
  readonly nearest?: string;
}

function walk(levels: readonly LocatorLevel[], index: PassageIndex): Walk {
  let path: AddressPath = [];
  for (const level of levels) {
    const candidates = step(path, level, index);
    const [only] = candidates;
    if (only === undefined || candidates.length > 1) {
      const nearest = only === undefined ? nearestTo(path, level, index) : undefined;
      return { path, ...(nearest === undefined ? {} : { nearest }) };
    }
    path = only;
  }
  const address = formatPath(path);
  if (exists(address, index)) return { path, address };
  // 1.0 is no passage itself; it only leads to those before the first nested section.
  const outer = formatPath(path.slice(0, -1));
  return exists(outer, index) ? { path, nearest: outer } : { path };
}

/** Where one level leads from a path: no path, one, or several if the locator does not say which. */
function step(path: AddressPath, { kind, number }: LocatorLevel, index: PassageIndex): AddressPath[] {
  switch (kind) {
    case 'any':
      return leadsSomewhere([...path, number], index) ? [[...path, number]] : [];
    case 'preamble':
      return path.length === 0 && index.sectionAt.has('0') ? [[0]] : [];
    case 'paragraph':
      return paragraphsAt(path, number, index);
    case 'part':
    case 'chapter':
    case 'section':
    case 'article':
      return sectionsAt(path, kind, number, index).map((section) => section.path);
  }
}

/**
 * Paragraph N of a section: the Nth before any nested section, or the nested section numbered `N.`, if only one of
 * these exists. Without a section, a numbered paragraph (`12.` of a resolution), or the Nth of a statement that has
 * no sections at all.
 */
function paragraphsAt(path: AddressPath, number: number, index: PassageIndex): AddressPath[] {
  if (path.length === 0) {
    if (index.sections.length === 0) return index.paragraphAt.has(String(number)) ? [[number]] : [];
    return index.sections
      .filter((section) => section.kind === 'decimal' && section.number === number)
      .filter((section) => section.runsThrough || section.parent === undefined)
      .map((section) => section.path);
  }
  const counted = [
    [...path, number],
    [...path, 0, number],
  ].filter((candidate) => index.paragraphAt.has(formatPath(candidate)));
  const numbered = childrenOf(path, index).filter(
    (child) => child.kind === 'decimal' && child.number === number,
  );
  return [...counted, ...numbered.map((section) => section.path)];
}

/** Kinds that say what they are. A chapter is no article; a section 四、 may be called 第四部分, 第四节 or § 4. */
const LABELLED: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'article']);

/**
 * Section N of a kind: where numbers of the kind run through, the number alone names it wherever it is nested;
 * else a section of this kind directly inside; else one that does not say its kind. Part and section are also
 * said of any outermost division, so that they find a chapter or an article where nothing is nearer.
 */
function sectionsAt(
  path: AddressPath,
  kind: Exclude<LevelKind, 'any' | 'preamble' | 'paragraph'>,
  number: number,
  index: PassageIndex,
): Section[] {
  const ofKind = (section: Section): boolean => section.kind === kind && section.number === number;
  const running = index.sections.filter(
    (section) => ofKind(section) && section.runsThrough && isWithin(section.path, path),
  );
  if (running.length > 0) return running;
  const children = childrenOf(path, index).filter((child) => child.number === number);
  const same = children.filter(ofKind);
  if (same.length > 0) return same;
  const generic = children.filter((child) => !LABELLED.has(child.kind));
  return generic.length > 0 || kind === 'chapter' || kind === 'article' ? generic : children;
}

function childrenOf(path: AddressPath, index: PassageIndex): Section[] {
  return index.sections.filter(
    (section) => section.path.length === path.length + 1 && isWithin(section.path, path),
  );
}

function exists(address: string, index: PassageIndex): boolean {
  return index.sectionAt.has(address) || index.paragraphAt.has(address);
}

function leadsSomewhere(path: AddressPath, index: PassageIndex): boolean {
  return exists(formatPath(path), index) || (path.at(-1) === 0 && exists(formatPath([...path, 1]), index));
}

/** The passage beside the one that is missing: the nearest number in the same place, else the place itself. */
function nearestTo(path: AddressPath, level: LocatorLevel, index: PassageIndex): string | undefined {
  // A paragraph without its section could be in any of them.
  if (
    path.length === 0 &&
    level.kind === 'paragraph' &&
    index.sections.some((section) => section.number > 0)
  ) {
    const numbered = index.sections.filter(
      (section) => section.kind === 'decimal' && (section.runsThrough || section.parent === undefined),
    );
    return nearestNumber(numbered, level.number)?.address;
  }
  const sections = sectionsNear(path, level.kind, index);
  const paragraphs = [...index.paragraphAt.values()].filter(
    (paragraph) =>
      isWithin(paragraph.path, path) &&
      paragraph.section?.address === (path.length === 0 ? undefined : formatPath(path)),
  );
  const numberedParagraphs = paragraphs.map(({ address, path: at }) => ({ address, number: at.at(-1) ?? 0 }));
  const wanted = level.kind === 'paragraph' ? numberedParagraphs : sections;
  const others = level.kind === 'paragraph' ? sections : numberedParagraphs;
  const nearest = nearestNumber(wanted, level.number) ?? nearestNumber(others, level.number);
  return nearest?.address ?? (path.length === 0 ? undefined : formatPath(path));
}

function sectionsNear(path: AddressPath, kind: LevelKind, index: PassageIndex): readonly Section[] {
  const running = index.sections.filter(
    (section) => section.kind === kind && section.runsThrough && isWithin(section.path, path),
  );
  return running.length > 0 ? running : childrenOf(path, index);
}

function nearestNumber<T extends { readonly number: number }>(
  items: readonly T[],
  number: number,
): T | undefined {
  return items.reduce<T | undefined>((best, item) => {
    if (best === undefined) return item;
    return Math.abs(item.number - number) < Math.abs(best.number - number) ? item : best;
  }, undefined);
}
