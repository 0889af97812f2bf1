import { formatAddress } from '../core/address.ts';
import { formatLocator } from '../core/citation/format-locator.ts';
import { findWords } from '../core/find-words.ts';
import { fold } from '../core/fold.ts';
import { statementsHolding } from '../core/search/statements-holding.ts';
import type { Statement } from '../core/statement/model.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import type { Library } from './library.ts';
import { plainWords } from './pasted-text.ts';

/** A place that holds some words. */
export interface LocatedPassage {
  readonly key: string;
  /** A run where the words reach over several paragraphs. */
  readonly address: string;
  /** Of the statement, in its short form if it has one. */
  readonly title: string;
  readonly locator: string;
  /** As the statement has them; paragraphs are parted by a line break. */
  readonly words: string;
}

/** Fewer say too little of where they come from; of words both are asked for. */
const LEAST = { han: 6, words: 4, letters: 20 };
/** Words that so many paragraphs hold are a phrase of the trade. */
const MOST_PARAGRAPHS = 1000;
/** No longer a part is looked for in the index; what is found is compared as a whole. */
const PROBE = 60;

/**
 * The places that hold a text word for word, as `findWords` has it, of the newest statement first; a run of paragraphs
 * lies in one section. Nothing for a text of fewer than six Han characters, or else four words with twenty letters. `ready`
 * sees to it that statements of which the index knows are read.
 */
export async function locateWords(
  { corpus, passages }: Library,
  text: string,
  ready: (keys: readonly string[]) => Promise<void>,
): Promise<readonly LocatedPassage[]> {
  const words = plainWords(text);
  if (!saysEnough(words)) return [];
  for (const probes of [longestLine(words), thirds(words)]) {
    const holding = await Promise.all(
      probes.map((each) => statementsHolding(passages, each, MOST_PARAGRAPHS)),
    );
    const candidates = new Map(holding.flat().map((each) => [each.uri, each.key]));
    await ready([...candidates.values()]);
    const places = corpus
      .statements()
      .filter(({ uri }) => candidates.has(uri))
      .flatMap((statement) => placesIn(statement, words));
    if (places.length > 0) return places;
  }
  return [];
}

/** The beginning of the longest line: where paragraphs are parted as in the statement, it stands in one of them. */
function longestLine(words: string): string[] {
  const lines = words.split('\n').map((line) => fold(line).text);
  const longest = lines.reduce((best, line) => (line.length > best.length ? line : best), '');
  return [longest.slice(0, PROBE)];
}

/** A part of each third: where paragraphs are not parted as in the statement, one of them stands in one paragraph. */
function thirds(words: string): string[] {
  const { text } = fold(words);
  const length = Math.floor(text.length / 3);
  const least = Math.min(LEAST.han, text.length);
  return [0, 1, 2].map((i) => text.slice(i * length).slice(0, Math.max(least, Math.min(length, PROBE / 2))));
}

function placesIn(statement: Statement, words: string): LocatedPassage[] {
  const { key, paragraphs } = statement;
  const places = findWords(
    words,
    paragraphs.map((paragraph) => paragraph.text),
  );
  const found = new Map<string, LocatedPassage>();
  for (const { first, last, parts } of places) {
    const [from, to] = [paragraphs[first]?.path, paragraphs[last]?.path];
    if (from === undefined || to === undefined || parentOf(from) !== parentOf(to)) continue;
    const address = formatAddress({ from, to });
    if (found.has(address)) continue;
    const locator = formatLocator(address, statement);
    found.set(address, { key, address, title: shortTitle(statement), locator, words: parts.join('\n') });
  }
  return [...found.values()];
}

function parentOf(path: readonly number[]): string {
  return path.slice(0, -1).join('.');
}

function saysEnough(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}’'-])+/gu) ?? [];
  const letters = words.join('').match(/\p{L}/gu)?.length ?? 0;
  return han >= LEAST.han || (words.length >= LEAST.words && letters >= LEAST.letters);
}
