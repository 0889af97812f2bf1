/**
 * A process of its own for one engine: `node engine-process.ts NAME FOLDER SEED`. It makes the corpus by itself, so
 * that nothing of another engine, and no text that the engine does not hold, counts as its memory.
 */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { answerLines } from '../json-process.ts';
import { engineKinds } from './engines.ts';
import type { Engine } from './engine.ts';
import type { Built, Loaded, Memory, Question, Replaced, Saved, Searched } from './engine-questions.ts';
import { createCorpus, PARAGRAPHS_A_STATEMENT } from './generate.ts';

const LIMIT = 10;
const [name, folder = '', seed] = process.argv.slice(2);
const kind = engineKinds.find((each) => each.name === name);
if (kind === undefined) throw new Error(`There is no engine ${name ?? ''}.`);
const corpus = createCorpus(Number(seed));
let engine: Engine | undefined;
let before: Memory = { resident: 0, held: 0, notes: {} };

const answers: { readonly [Name in Question['do']]: (question: Question & { do: Name }) => unknown } = {
  build: async ({ paragraphs }): Promise<Built> => {
    // The generator has run before the memory is looked at: what it compiles is not the engine's.
    for (const _ of corpus.statements(50 * PARAGRAPHS_A_STATEMENT));
    before = await memory();
    engine = await kind.create(folder);
    const meter = { elapsed: 0 };
    const start = performance.now();
    await engine.build(metered(corpus.statements(paragraphs), meter));
    const elapsed = performance.now() - start - meter.elapsed;
    return { elapsed, growth: await growth() };
  },
  search: async ({ queries, limit, budget }): Promise<Searched> => {
    const times: number[] = [];
    const answers: (readonly string[])[] = [];
    const deadline = performance.now() + budget;
    for (const query of queries) {
      const start = performance.now();
      const answer = await current().search(query, limit);
      times.push(performance.now() - start);
      answers.push(answer);
      if (performance.now() > deadline) break;
    }
    return { times, answers };
  },
  replace: async ({ statement, revision, query }): Promise<Replaced> => {
    const { entry } = corpus.statement(statement, revision);
    const start = performance.now();
    await current().replace(entry);
    const elapsed = performance.now() - start;
    const answer = await firstAnswer(query);
    const asked = performance.now();
    await current().tidy?.();
    return { elapsed, ...answer, ...(current().tidy && { tidied: performance.now() - asked }) };
  },
  memory: growth,
  save: async (): Promise<Saved | null> => {
    const { save } = current();
    if (save === undefined) return null;
    const start = performance.now();
    await save();
    const elapsed = performance.now() - start;
    const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
    return { elapsed, bytes };
  },
  load: async ({ query }): Promise<Loaded> => {
    engine = await kind.create(folder);
    const start = performance.now();
    await engine.load?.();
    return { elapsed: performance.now() - start, ...(await firstAnswer(query)) };
  },
};

await answerLines((question) => {
  const typed = question as Question;
  return (answers[typed.do] as (question: Question) => unknown)(typed);
});

function current(): Engine {
  if (engine === undefined) throw new Error('Nothing was built.');
  return engine;
}

async function firstAnswer(query: string): Promise<{ query: number; answer: readonly string[] }> {
  const start = performance.now();
  const answer = await current().search(query, LIMIT);
  return { query: performance.now() - start, answer };
}

async function growth(): Promise<Memory> {
  const { resident, held } = await memory();
  const own = engine?.bytes?.();
  return {
    resident: resident - before.resident,
    held: held - before.held,
    ...(own !== undefined && { own }),
    notes: engine?.notes?.() ?? {},
  };
}

/** What is in use when all garbage is gone; freed pages go back to the system in the background. */
async function memory(): Promise<Memory> {
  for (let i = 0; i < 4; i++) {
    await globalThis.gc?.({ execution: 'async', type: 'major', flavor: 'last-resort' });
    await setTimeout(50);
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss, held: heapUsed + external, notes: {} };
}

/** Adds up the time that the making of the values takes, which is not the engine's. */
function* metered<T>(values: Iterable<T>, meter: { elapsed: number }): Generator<T> {
  const iterator = values[Symbol.iterator]();
  for (;;) {
    const start = performance.now();
    const next = iterator.next();
    meter.elapsed += performance.now() - start;
    if (next.done === true) return;
    yield next.value;
  }
}
