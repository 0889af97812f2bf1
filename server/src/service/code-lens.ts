import * as l10n from '@vscode/l10n';
import { allSections, findPassage } from '../core/passage.ts';
import type { Range } from '../core/span.ts';
import type { Paragraph, Section } from '../core/statement/model.ts';
import type { Library } from './library.ts';
import type { PlacedReference, ReferenceIndex } from './reference-index.ts';
import { referencesTo, type Place } from './references.ts';

/** A passage of a statement file that is cited somewhere. */
export interface CitedPassage {
  /** Where its count is shown: its heading or its words; of the statement its title. */
  readonly range: Range;
  readonly uri: string;
  /** Empty for the statement. */
  readonly address: string;
}

/** How often a passage is cited, and where. */
export interface CitedCount {
  /** `cited 3 times`. */
  readonly title: string;
  readonly places: readonly Place[];
}

/** The passages of a statement file that are cited, in the order of the text: the statement, sections, paragraphs. */
export async function citedPassages(
  { corpus }: Library,
  index: ReferenceIndex,
  uri: string,
): Promise<CitedPassage[]> {
  const statement = corpus.byUri(uri);
  const references = statement === undefined ? [] : await index.to(statement);
  if (statement === undefined || references.length === 0) return [];
  const { lines, titleSpan, keySpan } = statement;
  const { paragraphs, sections } = partsIn(references);
  const title = titleSpan.end > 0 ? titleSpan : keySpan;
  return [
    { uri, address: '', range: lines.rangeOf(title) },
    ...allSections(statement)
      .filter((section) => sections.has(section))
      .map(({ address, headingSpan }) => ({ uri, address, range: lines.rangeOf(headingSpan) })),
    ...statement.paragraphs
      .filter((paragraph) => paragraphs.has(paragraph))
      .map(({ address, span }) => ({ uri, address, range: lines.rangeOf(span) })),
  ];
}

/** The count of a passage as it is now; `undefined` if there is no such passage any more. */
export async function citedCount(
  { corpus }: Library,
  index: ReferenceIndex,
  uri: string,
  address: string,
): Promise<CitedCount | undefined> {
  const statement = corpus.byUri(uri);
  const passage = statement && findPassage(statement, address);
  if (passage === undefined) return undefined;
  const places = await referencesTo(index, passage);
  const isSection = passage.kind === 'section';
  return { places, title: isSection ? sectionTitle(places.length) : countTitle(places.length) };
}

/** The parts of a statement that something cites; what cites it as a whole cites none of its parts. */
function partsIn(references: readonly PlacedReference[]) {
  const cited = references
    .flatMap(({ reference }) => reference.passages)
    .filter(({ kind }) => kind !== 'statement');
  const paragraphs = new Set<Paragraph>(cited.flatMap((passage) => passage.paragraphs));
  const sections = new Set<Section>();
  for (const { section } of paragraphs)
    for (let at = section; at !== undefined; at = at.parent) sections.add(at);
  return { paragraphs, sections };
}

function countTitle(count: number): string {
  return count === 1 ? l10n.t('cited once') : l10n.t('cited {0} times', String(count));
}

/** A section may begin on the line of its first paragraph, which has a count of its own. */
function sectionTitle(count: number): string {
  return count === 1 ? l10n.t('section cited once') : l10n.t('section cited {0} times', String(count));
}
