import { citationAt } from '../core/citation/citations.ts';
import { addressAt, findPassage, type Passage } from '../core/passage.ts';
import type { Range } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';
import { referenceAt } from './reference.ts';
import type { ReferenceIndex } from './reference-index.ts';
import type { WorkspaceDrafts } from './workspace-drafts.ts';

/** A stretch of a file. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** What the references of a place are looked for in. */
export interface ReferenceSources {
  readonly library: Library;
  readonly drafts: WorkspaceDrafts;
  readonly index: ReferenceIndex;
}

/**
 * Everything that refers to what stands at an offset: to the passage that a citation, a link or a title there points to,
 * or, in a statement file, to the passage there; on its key or title, to the statement or any part of it. A key that no
 * statement has is looked for as such. With `declaration` the passages themselves come first. Empty where there is
 * nothing to refer to.
 */
export async function referencesAt(
  sources: ReferenceSources,
  draft: Draft,
  offset: number,
  { declaration = false }: { readonly declaration?: boolean } = {},
): Promise<Place[]> {
  const { library, drafts, index } = sources;
  const reference = referenceAt(library, draft, offset);
  if (reference !== undefined && reference.statement === undefined) {
    const key = citationAt(draft.citations, offset)?.key;
    return key === undefined ? [] : usesOf(await drafts.listWithOpen({ fresh: true }), key);
  }
  const passages = passagesAt(library, draft, offset);
  const places = declaration ? passages.map(placeOf) : [];
  for (const passage of passages)
    places.push(...(await referencesTo(index, passage, { fresh: passage === passages[0] })));
  return withoutDoubles(places);
}

/**
 * Every reference that has a paragraph in common with a passage. One to the statement as a whole is a reference to the
 * statement alone, else it would be found at each of its paragraphs.
 */
export async function referencesTo(
  index: ReferenceIndex,
  passage: Passage,
  options: { readonly fresh?: boolean } = {},
): Promise<Place[]> {
  const wanted = new Set(passage.paragraphs);
  const isAbout = ({ kind, paragraphs }: Passage): boolean =>
    kind === 'statement' ? passage.kind === 'statement' : paragraphs.some((each) => wanted.has(each));
  const all = await index.to(passage.statement, options);
  return all
    .filter(({ reference }) => passage.kind === 'statement' || reference.passages.some(isAbout))
    .map(({ draft, reference }) => ({ uri: draft.uri, range: draft.lines.rangeOf(reference.span) }));
}

/** What the reference at an offset points to, or the passage of a statement file there. */
function passagesAt(library: Library, draft: Draft, offset: number): readonly Passage[] {
  const reference = referenceAt(library, draft, offset);
  if (reference?.statement !== undefined) {
    // Of a passage that does not exist, whatever refers to its statement is the nearest to an answer.
    return reference.passages.length > 0 ? reference.passages : whole(reference.statement);
  }
  const statement = library.corpus.byUri(draft.uri);
  if (statement?.source !== draft.text) return [];
  const address = addressAt(statement, { start: offset, end: offset });
  const passage = address === '' ? undefined : findPassage(statement, address);
  if (passage !== undefined) return [passage];
  const [first, last] = [statement.paragraphs[0], statement.paragraphs.at(-1)];
  const isBetween = (first?.span.start ?? 0) <= offset && offset <= (last?.span.end ?? 0);
  return isBetween ? [] : whole(statement);
}

function whole(statement: Statement): readonly Passage[] {
  const passage = findPassage(statement, '');
  return passage === undefined ? [] : [passage];
}

/** Where the passage stands; of a statement its key, or else where its text begins. */
function placeOf({ kind, statement, span, paragraphs }: Passage): Place {
  const { uri, lines, keySpan } = statement;
  const start = paragraphs[0]?.span.start ?? 0;
  const own = keySpan.end > keySpan.start ? keySpan : { start, end: start };
  return { uri, range: lines.rangeOf(kind === 'statement' ? own : span) };
}

/** Where a key is cited that no statement has. */
function usesOf(drafts: readonly Draft[], key: string): Place[] {
  return drafts.flatMap(({ uri, lines, citations }) =>
    citations.filter((each) => each.key === key).map(({ span }) => ({ uri, range: lines.rangeOf(span) })),
  );
}

function withoutDoubles(places: readonly Place[]): Place[] {
  const byName = new Map(places.map((place) => [JSON.stringify(place), place]));
  return [...byName.values()];
}
