import search from 'approx-string-match';
import { origins } from '../../server/src/core/corpus.ts';
import { findPassage, type Passage } from '../../server/src/core/passage.ts';
import { readGivenWords } from '../../server/src/core/quotation/given-words.ts';
import type { Judgement } from '../../server/src/core/quotation/judge.ts';
import { createCollations } from '../../server/src/service/collations.ts';
import { createLibrary } from '../../server/src/service/library.ts';
import { createQuotations, type Quotations } from '../../server/src/service/quotations.ts';
import { readContent } from '../../server/src/service/read-content.ts';
import { createRandom, pick, type Random } from '../random.ts';
import { createCorpus, PARAGRAPHS_A_STATEMENT } from '../search/generate.ts';
import { readMaterial } from '../search/material.ts';
import { madeClause } from '../search/paragraph.ts';

/** How long judging takes in a corpus of so many paragraphs, in milliseconds, one entry for each quotation. */
export interface GrowthResult {
  readonly paragraphs: number;
  readonly kinds: readonly KindResult[];
}

export interface KindResult {
  readonly kind: Kind;
  readonly times: readonly number[];
  /** Quotations with another verdict than was to be expected. */
  readonly missed: number;
  /** The same question to another program: the very words by `indexOf`, altered ones by approx-string-match. */
  readonly others: readonly number[];
}

const kinds = ['verbatim, cited', 'verbatim', 'altered, cited', 'altered', 'invented'] as const;
export type Kind = (typeof kinds)[number];

/** Other programs go over the whole text for each question: a few will do. */
const FEW = 5;

/** Judges so many quotations of each kind in a generated corpus. */
export async function measureGrowth(paragraphs: number, count: number, seed: number): Promise<GrowthResult> {
  const library = createLibrary({ pause: () => Promise.resolve() });
  const generated = createCorpus(seed);
  const all: Passage[] = [];
  for (let i = 0; i * PARAGRAPHS_A_STATEMENT < paragraphs; i++) {
    const { entry, source } = generated.statement(i);
    const uri = `file:///bench/${entry.key}.statement.md`;
    library.corpus.set(uri, origins.workspace, readContent(uri, { kind: 'text', text: source }));
  }
  await library.passages.settle();
  for (const statement of library.corpus.statements())
    for (const { address } of statement.paragraphs) {
      const passage = findPassage(statement, address);
      if (passage !== undefined) all.push(passage);
    }
  const text = all.map(({ paragraphs: [first] }) => first?.text ?? '').join('\n');
  const collations = createCollations(library, {
    read: () => Promise.resolve({ kind: 'missing' }),
    list: () => Promise.resolve({ kind: 'missing' }),
    stamp: () => Promise.resolve(undefined),
  });
  const quotations = createQuotations(library, collations, () => Promise.resolve());
  const results: KindResult[] = [];
  for (const kind of kinds) results.push(await measureKind(kind, { all, text, quotations, count, seed }));
  return { paragraphs: all.length, kinds: results };
}

interface Setting {
  readonly all: readonly Passage[];
  readonly text: string;
  readonly quotations: Quotations;
  readonly count: number;
  readonly seed: number;
}

async function measureKind(kind: Kind, { all, text, quotations, count, seed }: Setting): Promise<KindResult> {
  const random = createRandom(seed + kinds.indexOf(kind));
  const material = readMaterial();
  const times: number[] = [];
  const others: number[] = [];
  let missed = 0;
  for (let i = 0; i < count; i++) {
    const passage = pick(random, all);
    const words = wordsFor(kind, passage, random, () => madeClause(material, random, 6 + random(8)));
    const read = readGivenWords(words);
    if (read === undefined) continue;
    const cited = kind.endsWith('cited') ? [passage] : [];
    const start = performance.now();
    const { verdict } = await quotations.verify(read, cited);
    times.push(performance.now() - start);
    if (verdict !== expectedOf(kind)) missed++;
    if (others.length >= FEW) continue;
    const from = performance.now();
    if (kind.startsWith('verbatim')) text.indexOf(words);
    else search(text, words, Math.ceil(words.length / 5));
    others.push(performance.now() - from);
  }
  return { kind, times, missed, others };
}

function expectedOf(kind: Kind): Judgement['verdict'] {
  return kind === 'invented' ? 'not-found' : kind.startsWith('verbatim') ? 'verbatim' : 'altered';
}

/** Some clauses of a passage, with one character changed where that is asked for; or clauses that nobody has written. */
function wordsFor(kind: Kind, { paragraphs: [first] }: Passage, random: Random, made: () => string): string {
  if (kind === 'invented') return [made(), made(), made()].join('，');
  const clauses = (first?.text ?? '').split(/(?<=[，。；：])/u);
  const from = random(Math.max(1, clauses.length - 2));
  const words = clauses
    .slice(from, from + 3)
    .join('')
    .replace(/[，。；：]$/u, '');
  if (!kind.startsWith('altered')) return words;
  const at = 1 + random(Math.max(1, words.length - 2));
  return `${words.slice(0, at)}龘${words.slice(at + 1)}`;
}
