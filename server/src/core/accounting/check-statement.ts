import { alignWitness } from '../collation/collate.ts';
import { regularisedOf } from '../collation/agreement.ts';
import { spanOf, wordsOf } from '../collation/char-stream.ts';
import {
  counterpartOf,
  differencesOf,
  type AlignedWitness,
  type Differences,
} from '../collation/differences.ts';
import { addressOf, type EditedText } from '../collation/edited-text.ts';
import type { FrontMatter } from '../statement/front-matter.ts';
import type { Statement } from '../statement/model.ts';
import { findUncarried, type Uncarried } from './carried.ts';
import { checkEmendations } from './emendations.ts';
import type { Finding } from './finding.ts';
import { findWords, passageRange } from './passage-range.ts';
import { prepareStatement, type SourceMatter } from './prepared-statement.ts';
import { checkVariants } from './recorded-variants.ts';
import { findUnaddressed } from './unaddressed.ts';

/** The account of one edited text, in characters without white space. */
export interface StatementAccount {
  readonly uri: string;
  readonly key: string;
  readonly characters: number;
  /** As a witness has them, or as their declared regularisation. */
  readonly carried: number;
  readonly emended: number;
}

/**
 * Checks that every character of an edited text is carried: title, headings, paragraphs and colophon, in the right
 * order, by a witness, a declared regularisation or a declared emendation; and that what the front matter declares
 * is true. A statement without witnesses claims nothing and is not checked.
 */
export function checkStatement(
  statement: Statement,
  matter: SourceMatter,
): { readonly account: StatementAccount; readonly problems: readonly Finding[] } {
  const regularised = regularisedOf(statement.metadata.regularised);
  const { front, applied, unlocated, text, witnesses: texts } = prepareStatement(statement, matter);
  // Without any source there is nothing to hold the text against: that much is reported where the witness is named.
  if (texts.length === 0) return { account: accountOf(text, 0, 0), problems: unlocated };
  const aligned = texts.map((witness) => alignWitness(text, witness));
  const uncarried = findUncarried(text, aligned, regularised);
  const isReported = (start: number, end: number): boolean =>
    uncarried.some((each) => each.start <= end && start <= each.end);
  const compared = aligned.map((each) => ({ ...each, ...differencesOf(text, each, regularised) }));
  const carriers = (index: number, siglum: string): readonly [number, number] | undefined => {
    const each = aligned.find(({ witness }) => witness.siglum === siglum);
    const emendation = applied.find((one) => one.index === index && one.siglum === siglum);
    return each === undefined || emendation === undefined
      ? undefined
      : carrierOf(each, emendation.replacement);
  };
  const emended = applied.reduce((sum, { index, siglum }) => {
    const range = carriers(index, siglum);
    return sum + (range === undefined ? 0 : range[1] - range[0]);
  }, 0);
  const lost = uncarried.reduce(
    (sum, { kind, start, end }) => sum + (kind === 'not-carried' ? end - start : 0),
    0,
  );
  const problems = [
    ...unlocated,
    ...uncarried.map((each) => findingOf(text, each, compared)),
    ...checkEmendations(text, front.spans, applied, ({ index, siglum }) => carriers(index, siglum)),
    ...checkVariants(text, front.spans, compared, isReported),
    ...checkDoubts(text, front),
    ...findUnaddressed(statement, front.bodyLine),
  ];
  return { account: accountOf(text, emended, lost), problems };
}

/** The characters of the text that carry what came into a witness in place of its own words. */
function carrierOf(
  { witness, counterparts }: AlignedWitness,
  replacement: object,
): readonly [number, number] | undefined {
  for (const [own, [from, to]] of witness.replaced) {
    if (own !== replacement) continue;
    const start = counterparts.indexOf(from === to ? from - 1 : from);
    if (start < 0) return undefined;
    for (let i = from; i < to; i++) if (counterparts[start + i - from] !== i) return undefined;
    return from === to ? [start + 1, start + 1] : [start, start + to - from];
  }
  return undefined;
}

function accountOf(
  { statement, stream, units }: EditedText,
  emended: number,
  lost: number,
): StatementAccount {
  const characters = units.reduce((sum, { start, end }) => sum + end - start, 0);
  return {
    uri: statement.uri,
    key: statement.key,
    characters,
    carried: stream.length === 0 ? 0 : characters - emended - lost,
    emended,
  };
}

const CODES = {
  'not-carried': 'text-not-carried',
  'not-regularised': 'text-not-regularised',
  omits: 'text-omits',
  joined: 'text-joined',
  division: 'text-division',
  'division-lost': 'text-division-lost',
} as const satisfies Record<Uncarried['kind'], Finding['code']>;

function findingOf(
  text: EditedText,
  { kind, start, end, instead }: Uncarried,
  witnesses: readonly (AlignedWitness & Differences)[],
): Finding {
  const { uri } = text.statement;
  // The witness that comes nearest first, then what the others have there.
  const places = [
    ...(instead === undefined ? [] : [instead]),
    ...witnesses
      .filter((each) => each.witness !== instead?.witness && each.start <= end && start <= each.end)
      .map((each) => {
        const [from, to] = counterpartOf(each, start, end);
        return { witness: each.witness, start: from, end: to };
      }),
  ];
  return {
    ...{ code: CODES[kind], severity: 'error', uri },
    span: placeInText(text, start, end, instead),
    values: {
      at: addressOf(text, start, end),
      words: wordsOf(text.stream, start, end),
      siglum: instead?.witness.siglum ?? '',
      found: instead === undefined ? '' : wordsOf(instead.witness.stream, instead.start, instead.end),
    },
    related: places.map(({ witness, start: from, end: to }) => ({
      uri: witness.source.uri,
      span: spanOf(witness.stream, from, to),
    })),
  };
}

/** What a witness has in its next line is missing before the next paragraph, not behind this one. */
function placeInText({ stream }: EditedText, start: number, end: number, instead: Uncarried['instead']) {
  const span = spanOf(stream, start, end);
  if (start < end || instead === undefined || start === 0 || start >= stream.length) return span;
  const { units } = instead.witness.stream;
  const isNext = instead.start > 0 && units[instead.start] !== units[instead.start - 1];
  return isNext ? { start: stream.offsets[start] ?? 0, end: stream.offsets[start] ?? 0 } : span;
}

function checkDoubts(text: EditedText, { spans }: FrontMatter): Finding[] {
  return text.statement.metadata.doubts.flatMap(({ at, text: words }, index): Finding[] => {
    const passage = passageRange(text, at);
    const count = passage === undefined ? 0 : findWords(text, passage, words).length;
    if (count === 1) return [];
    const item = spans.doubts[index];
    const field = passage === undefined ? 'at' : 'text';
    const span = item?.fields.get(field) ?? item?.whole ?? { start: 0, end: 0 };
    const related = passage === undefined ? [] : [{ uri: text.statement.uri, span: passage.span }];
    const values = { at, words, count: String(count) };
    return [{ code: 'doubt-text', severity: 'error', uri: text.statement.uri, span, values, related }];
  });
}
