import { addressOf, type EditedText } from '../collation/edited-text.ts';
import { linesOf, type Replacement, type Source } from '../collation/witness-text.ts';
import type { Span } from '../span.ts';
import type { FrontMatterSpans } from '../statement/front-matter-spans.ts';
import type { Emendation, Statement, Witness } from '../statement/model.ts';
import { passageRange } from './passage-range.ts';
import type { Finding, Place } from './finding.ts';

/** An emendation and the words of a witness that it replaces. */
export interface AppliedEmendation {
  readonly index: number;
  readonly emendation: Emendation;
  readonly siglum: string;
  readonly replacement: Replacement;
}

/**
 * Finds the words that the emendations of a statement replace. Words that no witness has, or one of them more than
 * once, are reported at the emendation, which then does not apply.
 */
export function locateEmendations(
  statement: Statement,
  spans: FrontMatterSpans,
  sources: ReadonlyMap<string, Source>,
): { readonly applied: readonly AppliedEmendation[]; readonly problems: readonly Finding[] } {
  const applied: AppliedEmendation[] = [];
  const problems: Finding[] = [];
  statement.metadata.emendations.forEach((emendation, index) => {
    const found = statement.metadata.witnesses.map((witness) => ({
      witness,
      places: placesOf(emendation.witness, witness, sources.get(witness.source)),
    }));
    const several = found.find(({ places }) => places.length > 1);
    const report = (code: Finding['code'], count: number, related: readonly Place[]): void => {
      const item = spans.emendations[index];
      const span = item?.fields.get('witness') ?? item?.whole ?? { start: 0, end: 0 };
      const values = { words: emendation.witness, at: emendation.at, count: String(count) };
      problems.push({ code, severity: 'error', uri: statement.uri, span, values, related });
    };
    if (several !== undefined) {
      const uri = sources.get(several.witness.source)?.uri ?? '';
      report(
        'emendation-several',
        several.places.length,
        several.places.map((span) => ({ uri, span })),
      );
    } else if (found.every(({ places }) => places.length === 0)) report('emendation-witness', 0, []);
    else {
      for (const { witness, places } of found) {
        for (const { start, end } of places) {
          const replacement = { start, end, reading: emendation.reading };
          applied.push({ index, emendation, siglum: witness.siglum, replacement });
        }
      }
    }
  });
  return { applied, problems };
}

/** Checks that what the emendations put in stands in the text, at the address that each names. */
export function checkEmendations(
  text: EditedText,
  spans: FrontMatterSpans,
  applied: readonly AppliedEmendation[],
  /** The characters of the text that carry what an emendation put in; `undefined` if the text does not have all of it. */
  carriedBy: (emendation: AppliedEmendation) => readonly [number, number] | undefined,
): Finding[] {
  return applied.flatMap((each): Finding[] => {
    const { emendation, index } = each;
    const item = spans.emendations[index];
    const problem = (code: Finding['code'], field: string, related: Span | undefined): Finding => ({
      ...{ code, severity: 'error', uri: text.statement.uri },
      span: item?.fields.get(field) ?? item?.whole ?? { start: 0, end: 0 },
      values: { words: emendation.reading, at: emendation.at },
      related: related === undefined ? [] : [{ uri: text.statement.uri, span: related }],
    });
    const passage = passageRange(text, emendation.at);
    if (passage === undefined) return [problem('emendation-address', 'at', undefined)];
    const carried = carriedBy(each);
    if (carried !== undefined && carried[0] >= passage.start && carried[1] <= passage.end) return [];
    if (carried === undefined) return [problem('emendation-reading', 'reading', passage.span)];
    return [
      {
        ...problem('emendation-address', 'at', passage.span),
        values: { words: emendation.reading, at: emendation.at, found: addressOf(text, ...carried) },
      },
    ];
  });
}

/** Where words stand in the lines of a witness, within one line each, just as they are written. */
function placesOf(words: string, { lines }: Witness, source: Source | undefined): Span[] {
  if (source === undefined || words === '') return [];
  return linesOf(lines, source).flatMap((line) => {
    const { start, end } = source.lines.lineSpan(line);
    const places: Span[] = [];
    for (let at = source.text.indexOf(words, start); at >= 0 && at + words.length <= end;) {
      places.push({ start: at, end: at + words.length });
      at = source.text.indexOf(words, at + 1);
    }
    return places;
  });
}
