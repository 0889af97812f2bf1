// One character of a statement or a source is changed, deleted, doubled or moved, thousands of times at random: the
// check must fail each time and name the place. The seed is fixed, so that a failure can be looked at.

import { describe, expect, test } from 'vitest';
import { checkCorpus, type CorpusAccount } from '../../server/src/core/accounting/check-corpus.ts';
import { createCheckMemory } from '../../server/src/core/accounting/check-memory.ts';
import { declaredBy } from '../../server/src/core/accounting/declared.ts';
import { readFurniture } from '../../server/src/core/accounting/furniture.ts';
import { createSource } from '../../server/src/core/collation/witness-text.ts';
import { createLineIndex } from '../../server/src/core/span.ts';
import { allSections } from '../../server/src/core/passage.ts';
import { parseStatement } from '../../server/src/core/statement/parse.ts';
import { corpusFiles, readShipped } from './shipped.ts';
import { regularise } from './sources.ts';

const SEED = 20251120;
/**  tries more of them. */
const ROUNDS = Number(process.env['MUTATIONS'] ?? 3000);

const texts = readShipped();
const files = corpusFiles(texts);
const memory = createCheckMemory();
const paths = [...texts.keys()].filter((path) => /^(?:sources|statements)\//.test(path));

/** mulberry32 */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

interface Mutation {
  readonly path: string;
  readonly kind: 'changed' | 'deleted' | 'doubled' | 'moved';
  readonly text: string;
  /** Lines of the mutated text in which something is other than it was. */
  readonly lines: readonly number[];
  readonly shown: string;
  /** True if the character is the end of a line, or became one. */
  readonly isLineBreak: boolean;
}

/** The offsets of a file at which its text stands: all of a source; title and body of a statement. */
function offsetsOf(path: string): number[] {
  const text = texts.get(path) ?? '';
  const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
  if (path.startsWith('sources/')) return range(0, text.length);
  const title = text.indexOf('\ntitle: ') + '\ntitle: '.length;
  const body = text.indexOf('\n---\n', 4) + '\n---\n'.length;
  return [...range(title, text.indexOf('\n', title)), ...range(body, text.length)];
}

const offsets = new Map(paths.map((path) => [path, offsetsOf(path)]));
const weights = paths.map((path) => offsets.get(path)?.length ?? 0);
/** What a character may become: any character of the corpus as often as it occurs, and some that make trouble. */
const pool = [...paths.map((path) => texts.get(path) ?? '').join(''), ...'，,。.：:（(）)“”《》、 \u3000\n#|*-一〇學们A1'.repeat(300)];

function mutate(random: (below: number) => number): Mutation {
  let pick = random(weights.reduce((sum, weight) => sum + weight, 0));
  const path = paths.find((_, i) => (pick -= weights[i] ?? 0) < 0) ?? '';
  const text = texts.get(path) ?? '';
  const places = offsets.get(path) ?? [];
  const at = places[random(places.length)] ?? 0;
  const character = text[at] ?? '';
  const lineOf = (result: string, offset: number): number => createLineIndex(result).positionAt(offset).line;
  const made = (kind: Mutation['kind'], result: string, ...changed: number[]): Mutation => ({
    ...{ path, kind, text: result, lines: changed.map((offset) => lineOf(result, offset)) },
    isLineBreak: character === '\n' || result.split('\n').length !== text.split('\n').length,
    shown: `${path}: ${JSON.stringify(text.slice(Math.max(at - 5, 0), at + 6))} → ${JSON.stringify(result.slice(Math.max(at - 5, 0), at + 6))}`,
  });
  const without = text.slice(0, at) + text.slice(at + 1);
  switch (random(4)) {
    case 0: {
      const other = pool[random(pool.length)] ?? '';
      return made('changed', text.slice(0, at) + other + text.slice(at + 1), at);
    }
    case 1:
      return made('deleted', without, at);
    case 2:
      return made('doubled', text.slice(0, at) + character + text.slice(at), at);
    default: {
      // Half of the moves are short, half go anywhere in the file.
      const near = Math.min(Math.max(at - 6 + random(13), 0), without.length);
      const target = places[random(places.length)] ?? 0;
      const to = random(2) === 0 ? Math.min(Math.max(near, Math.min(...places.slice(0, 1))), without.length) : Math.min(target, without.length);
      return made('moved', without.slice(0, to) + character + without.slice(to), at, to);
    }
  }
}

/** Everything that a statement says, with its addresses; the same for two files that differ in blank lines only. */
function saidBy(path: string, text: string): string {
  const { statement } = parseStatement(path, text);
  if (statement === undefined) return '';
  const { metadata, paragraphs, colophon, source } = statement;
  return JSON.stringify([
    metadata.title,
    allSections(statement).map(({ address, label, heading }) => [address, label, heading]),
    paragraphs.map((paragraph) => [paragraph.address, paragraph.text]),
    colophon.map(({ start, end }) => source.slice(start, end)),
  ]);
}

/** The lines of a source as far as their characters count: regularised, without layout, blank ones left out. */
function readFrom(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      regularise(line.replace(/^\s{0,3}#{1,6}[ \t]+/, ''))
        .replaceAll('\u3000', '')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
}

const said = new Map(paths.map((path) => [path, path.startsWith('sources/') ? readFrom(texts.get(path) ?? '') : saidBy(path, texts.get(path) ?? '')]));

function check(path: string, text: string): CorpusAccount {
  if (path.startsWith('sources/')) {
    const name = path.slice('sources/'.length);
    return checkCorpus({ ...files, sources: new Map([...files.sources, [name, createSource(name, path, text)]]) }, memory);
  }
  const { statement } = parseStatement(path, text);
  const statements = files.statements.flatMap((other) => (other.uri === path ? (statement ?? []) : other));
  return checkCorpus({ ...files, statements }, memory);
}

/** The lines of a file that a problem names, itself or as related. */
function linesNamed({ problems }: CorpusAccount, path: string, text: string): (readonly [number, number])[] {
  const index = createLineIndex(text);
  return problems
    .flatMap((problem) => [problem, ...problem.related])
    .filter(({ uri }) => uri === path)
    .map(({ span }) => [index.positionAt(span.start).line, index.positionAt(span.end).line] as const);
}

describe('the shipped corpus', () => {
  test('is accounted for', () => {
    const { sources, problems } = checkCorpus(files, memory);
    expect(problems).toEqual([]);
    for (const { source, characters, accounted } of sources) expect(accounted, source).toBe(characters);
  });
});

describe('one character of a statement or a source', () => {
  const random = createRandom(SEED);
  const counts = new Map<string, number>();
  const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  const missed: string[] = [];
  const misplaced: string[] = [];

  test(`is missed nowhere in ${String(ROUNDS)} mutations`, () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { path, kind, text, lines, shown, isLineBreak } = mutate(random);
      if (text === texts.get(path)) {
        // The same character in place of itself is no mutation.
        round--;
        continue;
      }
      const isSource = path.startsWith('sources/');
      const isSame = (isSource ? readFrom(text) : saidBy(path, text)) === said.get(path);
      if (isSame && !isSource) {
        // Blank lines of a statement file: the statement is the same.
        count('statement: blank lines only, nothing to find');
        continue;
      }
      const account = check(path, text);
      const named = linesNamed(account, path, text);
      if (!account.problems.some(({ severity }) => severity === 'error') || named.length === 0) {
        missed.push(`${kind} ${shown}`);
        continue;
      }
      if (isSame) {
        // Nothing that the text takes from the source is another: only its checksum can tell, which has no line.
        count(`source: ${kind} within what is regularised or layout: file named`);
        continue;
      }
      const isOneText = (a: string, b: string): boolean => a.replaceAll('\n', '') === b.replaceAll('\n', '');
      if (isSource && (isLineBreak || isOneText(readFrom(text), said.get(path) ?? ''))) {
        // Every line after it has another number: the first line that is out of place is named, not the break.
        count(`source: ${kind} line break: file named`);
        continue;
      }
      const isNamed = lines.some((line) => named.some(([start, end]) => start - 1 <= line && line <= end + 1));
      if (!isNamed) misplaced.push(`${kind} ${shown}, lines ${lines.join()}; named ${JSON.stringify(named.slice(0, 5))}`);
      count(`${isSource ? 'source' : 'statement'}: ${kind}: line named`);
    }
    console.log([...counts].sort().map(([name, number]) => `${String(number).padStart(6)}  ${name}`).join('\n'));
    expect(missed).toEqual([]);
    expect(misplaced).toEqual([]);
  }, 600_000);
});

describe('one character of what the front matter declares', () => {
  const random = createRandom(SEED + 1);
  const declared = files.statements.flatMap((statement) => {
    const { spans } = declaredBy(statement);
    const fields = [...spans.emendations, ...spans.variants, ...spans.doubts].flatMap(({ fields: own }) =>
      [...own].filter(([name]) => /^(?:witness|reading|text|readings\..+)$/.test(name)).map(([, span]) => span),
    );
    return fields.map((span) => ({ statement, span }));
  });

  test('is missed nowhere in 400 mutations of emendations, variants and doubts', () => {
    const missed: string[] = [];
    let skipped = 0;
    for (let round = 0; round < 400; round++) {
      const { statement, span } = declared[random(declared.length)] ?? { span: { start: 0, end: 0 } };
      if (statement === undefined) continue;
      const { source, uri, lines } = statement;
      const at = span.start + random(Math.max(span.end - span.start, 1));
      const character = source[at] ?? '';
      const made = [pool[random(pool.length)] ?? '', '', character + character][random(3)] ?? '';
      const text = source.slice(0, at) + made + source.slice(at + 1);
      const said = (file: string): string => {
        const { emendations, variants, doubts } = parseStatement(uri, file).statement?.metadata ?? {};
        return regularise(JSON.stringify([emendations, variants, doubts]));
      };
      const old = source.slice(span.start, span.end);
      const left = source.slice(span.start, at) + source.slice(at + 1, span.end);
      const isEdge = made === '' && (old.startsWith(left) || old.endsWith(left));
      if (isEdge || said(text) === said(source)) {
        // The width of a mark, a space, or one word less around the place: the entry says the same.
        skipped++;
        continue;
      }
      const own = parseStatement(uri, text).problems.map((problem) => ({ ...problem, uri }));
      const { line } = lines.positionAt(at);
      const index = createLineIndex(text);
      const isNamed = [...own, ...check(uri, text).problems].some(
        (problem) => problem.uri === uri && Math.abs(index.positionAt(problem.span.start).line - line) <= 1,
      );
      if (!isNamed) missed.push(`${uri}:${String(line + 1)} ${JSON.stringify(text.slice(at - 8, at + 8))}`);
    }
    console.log(`${String(400 - skipped)} found, ${String(skipped)} that say the same`);
    expect(missed).toEqual([]);
  });
});

describe('furniture', () => {
  test('is held against the source, its words and what it repeats', () => {
    const yaml = texts.get('furniture.yaml') ?? '';
    for (const [from, to] of [
      ['text: （下转第四版）', 'text: （下转第五版）'],
      ['times: 3', 'times: 2'],
      ['repeats: [[199, 199]]', 'repeats: [[197, 197]]'],
      ['lines: [[63, 63]]', 'lines: [[64, 64]]'],
    ] as const) {
      expect(yaml).toContain(from);
      const { problems } = checkCorpus({ ...files, furniture: readFurniture('furniture.yaml', yaml.replace(from, to)) }, memory);
      expect(problems.map(({ uri }) => uri), to).toContain('furniture.yaml');
    }
  });
});
