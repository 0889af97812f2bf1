import { formatPath, isWithin, type AddressPath } from '../../address.ts';
import type { Section } from '../../statement/model.ts';
import type { LocatorLevel } from './cited-passage.ts';
import { childrenOf, exists, type PassageIndex } from './passage-index.ts';
import type { LevelKind } from './unit.ts';

/** Where one level leads from a path: no path, one, or several if the locator does not say which. */
export function step(path: AddressPath, { kind, number }: LocatorLevel, index: PassageIndex): AddressPath[] {
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

function leadsSomewhere(path: AddressPath, index: PassageIndex): boolean {
  return exists(formatPath(path), index) || (path.at(-1) === 0 && exists(formatPath([...path, 1]), index));
}
