// Collation and the check of a corpus: time on the shipped texts, and growth with length up to a million characters
// beside the npm package `diff` (diffChars) on the same pairs of texts.

import { diffChars } from 'diff';
import { readdirSync, readFileSync } from 'node:fs';
import { checkCorpus, sourceMatter, type CorpusFiles } from '../server/src/core/accounting/check-corpus.ts';
import { readFurniture } from '../server/src/core/accounting/furniture.ts';
import { readSeals } from '../server/src/core/accounting/seal.ts';
import { regularisedOf } from '../server/src/core/collation/agreement.ts';
import { align } from '../server/src/core/collation/alignment.ts';
import { streamOf } from '../server/src/core/collation/char-stream.ts';
import { collate } from '../server/src/core/collation/collate.ts';
import { editedText } from '../server/src/core/collation/edited-text.ts';
import { createSource, witnessText } from '../server/src/core/collation/witness-text.ts';
import { parseStatement } from '../server/src/core/statement/parse.ts';
import { createRandom } from './random.ts';

const corpus = new URL('../corpus/', import.meta.url);
const LENGTHS = [10_000, 100_000, 1_000_000];
/** What `diff` may take for one pair before it is left. */
const PATIENCE = 20_000;

export function benchCollation(): void {
  const files = shippedCorpus();
  console.log('\nCollation and the check of the corpus, median of 9\n');
  const longest = files.statements.toSorted((a, b) => b.source.length - a.source.length)[0];
  if (longest === undefined) return;
  line(
    `collating ${longest.key}`,
    `${median(9, () => {
      collateStatement(files, longest.key);
    }).toFixed(1)} ms`,
  );
  line(
    'checking the whole corpus',
    `${median(9, () => {
      checkCorpus(files);
    }).toFixed(1)} ms`,
  );

  console.log(
    '\nAligning two texts of which one has a change in each hundred characters, lacks a page, and has one moved\n',
  );
  console.log(
    ['characters', 'Pincite', 'times the one above', 'diff', 'ratio']
      .map((cell) => cell.padStart(20))
      .join(''),
  );
  // All of ours first: what diff leaves behind on the heap would fall on the longest.
  const pairs = LENGTHS.map(pairOf);
  const times = pairs.map(([one, other]) => {
    const [a, b] = [streamOf(one).codes, streamOf(other).codes];
    return median(9, () => {
      align(a, b);
    });
  });
  pairs.forEach(([one, other], i) => {
    const own = times[i] ?? Number.NaN;
    const start = performance.now();
    const changes = diffChars(one, other, { timeout: PATIENCE });
    const theirs = performance.now() - start;
    const isDone = (changes as unknown) !== undefined;
    const cells = [
      String(LENGTHS[i]),
      `${own.toFixed(1)} ms`,
      i === 0 ? '' : (own / (times[i - 1] ?? Number.NaN)).toFixed(1),
      isDone ? `${theirs.toFixed(0)} ms` : `over ${(PATIENCE / 1000).toFixed(0)} s`,
      `${isDone ? '' : '< '}${(own / theirs).toFixed(4)}`,
    ];
    console.log(cells.map((cell) => cell.padStart(20)).join(''));
  });
  const [one, other] = pairOf(LENGTHS.at(-1) ?? 0);
  const body = `---\nid: long\ntitle: 长\n---\n\n${one.trim().replace(/\n+/g, '\n\n')}\n`;
  const { statement } = parseStatement('long.statement.md', body);
  if (statement === undefined) return;
  const source = createSource('long.txt', 'long.txt', other);
  let variants = 0;
  const whole = median(3, () => {
    const witness = witnessText(
      { siglum: 'A', source: source.name, lines: [[1, source.lines.lineCount]] },
      source,
      () => false,
      [],
    );
    variants = collate(editedText(statement, undefined), [witness], regularisedOf([])).variants.length;
  });
  console.log('');
  line(
    `collating a statement of a million characters, ${String(variants)} variants`,
    `${whole.toFixed(0)} ms`,
  );
}

function collateStatement(files: CorpusFiles, key: string): void {
  const statement = files.statements.find((each) => each.key === key);
  if (statement === undefined) return;
  const matter = sourceMatter(files.sources, files.furniture);
  const witnesses = statement.metadata.witnesses.flatMap((witness) => {
    const source = files.sources.get(witness.source);
    return source === undefined
      ? []
      : witnessText(witness, source, (at) => matter.isFurniture(source, at), []);
  });
  collate(
    editedText(statement, statement.titleSpan),
    witnesses,
    regularisedOf(statement.metadata.regularised),
  );
}

function shippedCorpus(): CorpusFiles {
  const read = (path: string): string => readFileSync(new URL(path, corpus), 'utf8');
  const names = (folder: string): string[] => readdirSync(new URL(folder, corpus));
  return {
    statements: names('statements').flatMap(
      (name) => parseStatement(name, read(`statements/${name}`)).statement ?? [],
    ),
    sources: new Map(
      names('sources').map((name) => [name, createSource(name, `sources/${name}`, read(`sources/${name}`))]),
    ),
    furniture: readFurniture('furniture.yaml', read('furniture.yaml')),
    seals: readSeals(read('sources.sha256')),
  };
}

/** A text that goes on as the shipped ones do, character by character, and a witness of it; the same for every run. */
function pairOf(length: number): readonly [string, string] {
  const random = createRandom(length);
  const model = readdirSync(new URL('sources', corpus))
    .map((name) =>
      readFileSync(new URL(`sources/${name}`, corpus), 'utf8').replace(/[^\p{Script=Han}，。、《》\n]/gu, ''),
    )
    .join('\n')
    .replace(/\n+/g, '\n');
  const after = new Map<string, string[]>();
  for (let i = 1; i < model.length; i++) {
    const [last = '', next = ''] = [model[i - 1], model[i]];
    const list = after.get(last);
    if (list === undefined) after.set(last, [next]);
    else list.push(next);
  }
  let last = '双';
  const characters = Array.from({ length }, () => {
    const choices = after.get(last) ?? ['双'];
    return (last = choices[random(choices.length)] ?? '双');
  });
  const changed = characters.flatMap((character) => {
    if (random(100) > 0) return [character];
    const other = model[random(model.length)] ?? '';
    return [[other], [], [character, other]][random(3)] ?? [];
  });
  const page = Math.round(length / 20);
  changed.splice(Math.round(length * 0.3), page);
  changed.splice(Math.round(length * 0.8), 0, ...changed.splice(Math.round(length * 0.6), page));
  return [characters.join(''), changed.join('')];
}

function median(rounds: number, act: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN;
}

function line(name: string, ...cells: readonly string[]): void {
  console.log(name.padEnd(62) + cells.map((cell) => cell.padStart(15)).join(''));
}
