import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startJsonProcess, type JsonProcess } from '../json-process.ts';
import { createRandom, seedOf } from '../random.ts';
import { quantile } from '../statistics.ts';
import { engineKinds } from './engines.ts';
import type { EngineKind } from './engine.ts';
import type { Built, Loaded, Memory, Question, Replaced, Saved, Searched } from './engine-questions.ts';
import { createCorpus, PARAGRAPHS_A_STATEMENT, type Corpus } from './generate.ts';
import { queriesOf } from './queries.ts';
import { queryClasses, type Query, type QueryClass } from './query.ts';
import { isFound } from './recall.ts';

export interface Plan {
  readonly seed: number;
  readonly queries: number;
  /** What an engine may take for a class, in milliseconds. */
  readonly budget: number;
  /** Beginnings of the names of the engines that are wanted; all if empty. */
  readonly engines: readonly string[];
  /** Also those that take minutes at this size. */
  readonly all: boolean;
}

export interface SizeResult {
  readonly paragraphs: number;
  readonly classes: readonly ClassResult[];
  readonly engines: readonly EngineResult[];
}

/** How an engine did in a class. Times are in milliseconds. */
export interface ClassResult {
  readonly class: QueryClass;
  readonly engine: string;
  /** How many queries there was time for. */
  readonly queries: number;
  /** The first query of all, before anything was compiled, and what is made only then was made. */
  readonly first: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly recall: number;
  /** By manner, in classes that have several. */
  readonly recallByManner: Readonly<Record<string, number>>;
  readonly missed: readonly Query[];
}

export interface EngineResult {
  readonly engine: string;
  readonly build: Built;
  /** After all queries: what is made at the first one is in it. */
  readonly memory: Memory;
  /** Absent if the engine cannot be stored. */
  readonly stored?: { readonly saved: Saved; readonly loaded: Loaded };
  readonly update: UpdateResult;
}

export interface UpdateResult {
  /** Of taking the new version in. */
  readonly p50: number;
  readonly p95: number;
  /** Until a query has been answered that could see it. */
  readonly seenP50: number;
  readonly seenP95: number;
  /** What was done in the background afterwards; absent if nothing. */
  readonly tidyingP95?: number;
  /** The share of updates that the next query saw. */
  readonly seen: number;
}

interface Running {
  readonly kind: EngineKind;
  readonly folder: string;
  readonly process: JsonProcess;
  readonly build: Built;
}

const LIMIT = 10;
const WARM_UP = 200;
const UPDATES = 20;
/** These are not counted. */
const FIRST_UPDATES = 5;

/** Measures every engine over so many paragraphs; the engines take turns class by class. */
export async function measure(
  paragraphs: number,
  plan: Plan,
  tell: (what: string) => void,
): Promise<SizeResult> {
  const corpus = createCorpus(plan.seed);
  const wanted = engineKinds.filter(
    ({ name, upTo }) =>
      (plan.all || paragraphs <= upTo) &&
      (plan.engines.length === 0 || plan.engines.some((start) => name.toLowerCase().startsWith(start))),
  );
  const running: Running[] = [];
  try {
    for (const kind of wanted) {
      tell(`building ${kind.name}`);
      running.push(await start(kind, paragraphs, plan));
    }
    const classes: ClassResult[] = [];
    for (const name of queryClasses) {
      const queries = queriesOf(name, corpus, paragraphs, plan.queries, plan.seed);
      const warmUp = queriesOf(name, corpus, paragraphs, WARM_UP, plan.seed + 1);
      for (const engine of running) {
        if (!engine.kind.classes.includes(name)) continue;
        tell(`${name}: ${engine.kind.name}`);
        const cold = await ask<Searched>(engine, searching(warmUp, plan.budget / 5));
        const { times, answers } = await ask<Searched>(engine, searching(queries, plan.budget));
        const judged = judge(engine.kind.name, queries.slice(0, times.length), times, answers, corpus);
        classes.push({ ...judged, first: cold.times[0] ?? Number.NaN });
      }
    }
    const engines: EngineResult[] = [];
    for (const engine of running) {
      tell(`storing and changing ${engine.kind.name}`);
      engines.push(await lifeOf(engine, corpus, paragraphs, plan));
    }
    return { paragraphs, classes, engines };
  } finally {
    for (const engine of running) await stop(engine);
  }
}

async function start(kind: EngineKind, paragraphs: number, plan: Plan): Promise<Running> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pincite-bench-'));
  const process = startEngine(kind, folder, plan);
  try {
    const build = await process.ask<Built>({ do: 'build', paragraphs } satisfies Question);
    return { kind, folder, process, build };
  } catch (error) {
    await stop({ folder, process });
    throw error;
  }
}

async function stop({ folder, process }: Pick<Running, 'folder' | 'process'>): Promise<void> {
  await process.stop();
  rmSync(folder, { recursive: true, force: true });
}

function startEngine({ name }: EngineKind, folder: string, { seed }: Plan): JsonProcess {
  return startJsonProcess('search/engine-process.ts', name, folder, String(seed));
}

function ask<Answer>({ process }: Running, question: Question): Promise<Answer> {
  return process.ask<Answer>(question);
}

function searching(queries: readonly Query[], budget: number): Question {
  return { do: 'search', queries: queries.map(({ text }) => text), limit: LIMIT, budget };
}

function judge(
  engine: string,
  queries: readonly Query[],
  times: readonly number[],
  answers: readonly (readonly string[])[],
  corpus: Corpus,
): Omit<ClassResult, 'first'> {
  const missed = queries.filter((query, i) => !isFound(query, answers[i] ?? [], corpus));
  const recallOf = (some: readonly Query[]): number =>
    1 - some.filter((query) => missed.includes(query)).length / some.length;
  const manners = [...new Set(queries.flatMap(({ manner }) => manner ?? []))].sort();
  return {
    ...{ class: queries[0]?.class ?? 'exact', engine, queries: queries.length },
    ...{ p50: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99) },
    recall: recallOf(queries),
    recallByManner: Object.fromEntries(
      manners.map((manner) => [manner, recallOf(queries.filter((query) => query.manner === manner))]),
    ),
    missed,
  };
}

/** What there is to an engine besides queries: storing, a start with what is stored, and changes. */
async function lifeOf(
  engine: Running,
  corpus: Corpus,
  paragraphs: number,
  plan: Plan,
): Promise<EngineResult> {
  const memory = await ask<Memory>(engine, { do: 'memory' });
  const stored = await storing(engine, corpus, paragraphs, plan);
  const update = await changes(engine, corpus, paragraphs, plan);
  return { engine: engine.kind.name, build: engine.build, memory, ...(stored && { stored }), update };
}

async function storing(
  engine: Running,
  corpus: Corpus,
  paragraphs: number,
  plan: Plan,
): Promise<EngineResult['stored']> {
  const saved = await ask<Saved | null>(engine, { do: 'save' });
  if (saved === null) return undefined;
  const [query] = queriesOf('exact', corpus, paragraphs, 1, plan.seed + 2);
  const warm = startEngine(engine.kind, engine.folder, plan);
  const loaded = await warm.ask<Loaded>({ do: 'load', query: query?.text ?? '' } satisfies Question);
  await warm.stop();
  const { answers } = await ask<Searched>(engine, searching(query === undefined ? [] : [query], plan.budget));
  if (answers[0]?.join() !== loaded.answer.join())
    console.error(`${engine.kind.name}: the stored index has other answers to ${query?.text ?? ''}`);
  return { saved, loaded };
}

async function changes(
  engine: Running,
  corpus: Corpus,
  paragraphs: number,
  plan: Plan,
): Promise<UpdateResult> {
  const random = createRandom(seedOf(plan.seed, paragraphs, -3));
  const [updates, totals, tidying]: [number[], number[], number[]] = [[], [], []];
  let seen = 0;
  for (let revision = 1; revision <= FIRST_UPDATES + UPDATES; revision++) {
    const statement = random(Math.ceil(paragraphs / PARAGRAPHS_A_STATEMENT));
    const number = statement * PARAGRAPHS_A_STATEMENT + random(PARAGRAPHS_A_STATEMENT);
    const { id, text } = corpus.paragraph(number, revision);
    // So many characters stand nowhere else.
    const query = text.slice(20, 60);
    const answer = await ask<Replaced>(engine, { do: 'replace', statement, revision, query });
    if (revision <= FIRST_UPDATES) continue;
    updates.push(answer.elapsed);
    totals.push(answer.elapsed + answer.query);
    if (answer.tidied !== undefined) tidying.push(answer.tidied);
    if (answer.answer.includes(id)) seen++;
  }
  return {
    ...{ p50: quantile(updates, 0.5), p95: quantile(updates, 0.95) },
    ...{ seenP50: quantile(totals, 0.5), seenP95: quantile(totals, 0.95) },
    ...(tidying.length > 0 && { tidyingP95: quantile(tidying, 0.95) }),
    seen: seen / UPDATES,
  };
}
