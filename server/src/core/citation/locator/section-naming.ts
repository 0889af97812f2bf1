import type { Section } from '../../statement/model.ts';

/** The sections that a locator names: where numbers run through, those around the section go without saying. */
export function named(sections: readonly Section[]): readonly Section[] {
  const running = sections.findLastIndex(
    (section) => section.runsThrough && (isLabelled(section) || section.kind === 'decimal'),
  );
  return running < 0 ? sections : sections.slice(running);
}

export function isLabelled({ kind, runsThrough }: Section): boolean {
  return (
    kind === 'part' ||
    kind === 'chapter' ||
    kind === 'section' ||
    kind === 'article' ||
    (kind === 'decimal' && runsThrough)
  );
}

/** `12.` of a resolution or communiqué: a section that is cited as a paragraph, for it holds but one and has no title. */
export function isNumberedParagraph(section: Section): boolean {
  if (section.kind !== 'decimal' || section.heading !== '') return false;
  return section.runsThrough || section.parent === undefined;
}
