import { passageRange } from '../core/accounting/passage-range.ts';
import { formatLocator } from '../core/citation/format-locator.ts';
import { provenanceOf } from '../core/reading/provenance.ts';
import type { Range } from '../core/span.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import type { Collated, Collations } from './collations.ts';
import type { Library } from './library.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { findTarget } from './target.ts';

/** Where a passage comes from, in the shape of `pincite/provenance`. */
export interface Provenance {
  readonly key: string;
  readonly title: string;
  /** Empty for the whole statement. */
  readonly address: string;
  readonly locator: string;
  /** Every witness of the statement whose source can be read, in the order of the front matter. */
  readonly witnesses: readonly WitnessPlaces[];
  /** The classes of systematic change that the statement declares. */
  readonly regularised: readonly string[];
}

export interface WitnessPlaces {
  readonly siglum: string;
  /** The file's name below `sources`. */
  readonly source: string;
  readonly uri: string;
  /** The places that carry the passage, in the order of the source; empty if the witness has nothing of it. */
  readonly ranges: readonly Range[];
}

/** The witnesses of a passage, with the lines of their sources that carry it. Refuses what does not exist. */
export async function findProvenance(
  library: Library,
  collations: Collations,
  key: string,
  address: string,
): Promise<Provenance | Refusal> {
  const passage = findTarget(library, key, address);
  if (isRefusal(passage)) return passage;
  const { statement } = passage;
  const collated = await collations.of(statement);
  return {
    ...{ key, title: shortTitle(statement), address: passage.address },
    locator: passage.address === '' ? '' : formatLocator(passage.address, statement),
    regularised: statement.metadata.regularised,
    witnesses: collated === undefined ? [] : placesOfPassage(collated, passage.address),
  };
}

/** An empty address means all that the witnesses carry. */
export function placesOfPassage({ collation }: Collated, address: string): WitnessPlaces[] {
  const { text, witnesses } = collation;
  const range = address === '' ? { start: 0, end: text.stream.length } : passageRange(text, address);
  return witnesses.map((aligned) => {
    const { siglum, source } = aligned.witness;
    const spans = range === undefined ? [] : provenanceOf(aligned, range.start, range.end);
    return {
      ...{ siglum, source: source.name, uri: source.uri },
      ranges: spans.map((span) => source.lines.rangeOf(span)),
    };
  });
}

/** `7–57, 61`: the lines of ranges as people count them. */
export function linesInWords(ranges: readonly Range[]): string {
  return lineRuns(ranges)
    .map(([from, to]) => (from === to ? String(from) : `${String(from)}–${String(to)}`))
    .join(', ');
}

/** The lines of ranges, counted from 1 with both ends in; those that follow one another in one run. */
export function lineRuns(ranges: readonly Range[]): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const { start, end } of ranges) {
    const last = runs.at(-1);
    if (last !== undefined && start.line <= last[1]) last[1] = Math.max(last[1], end.line + 1);
    else runs.push([start.line + 1, end.line + 1]);
  }
  return runs;
}
