import { formatPath, isWithin, type AddressPath } from '../../address.ts';
import type { Section } from '../../statement/model.ts';
import type { LocatorLevel } from './cited-passage.ts';
import { childrenOf, type PassageIndex } from './passage-index.ts';
import type { LevelKind } from './unit.ts';

/** The passage beside the one that is missing: the nearest number in the same place, else the place itself. */
export function nearestTo(path: AddressPath, level: LocatorLevel, index: PassageIndex): string | undefined {
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
