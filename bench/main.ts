// What `npm run bench` runs: every part, or those that `--only` names.

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchCollation } from './collation.ts';
import { benchDrafts } from './drafts.ts';
import { benchKeystrokes } from './keystrokes.ts';
import { benchQuotations } from './quotations/quotations.ts';
import { benchSearch } from './search/search.ts';
import { benchServer } from './server-at-size.ts';

const { values } = parseArgs({
  options: {
    only: {
      type: 'string',
      multiple: true,
      default: ['keystrokes,collation,search,server,drafts,quotations'],
    },
    json: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    size: { type: 'string', multiple: true, default: ['10000'] },
    queries: { type: 'string', default: '200' },
    budget: { type: 'string', default: '3000' },
    engine: { type: 'string', multiple: true, default: [] },
    all: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    misses: { type: 'string', default: '0' },
    'draft-size': { type: 'string', default: '100000' },
    quotations: { type: 'string', default: '300' },
    cases: { type: 'string', default: '100' },
    'server-size': { type: 'string', multiple: true, default: ['10000'] },
  },
});
const seed = Number(values.seed);

const parts: Readonly<Record<string, () => unknown>> = {
  keystrokes: () => benchKeystrokes(Number(values.rounds)),
  collation: benchCollation,
  search: () =>
    benchSearch({
      sizes: listOf(values.size).map(Number),
      queries: Number(values.queries),
      budget: Number(values.budget),
      engines: listOf(values.engine).map((name) => name.toLowerCase()),
      all: values.all,
      misses: Number(values.misses),
      seed,
    }),
  drafts: () => benchDrafts(Number(values['draft-size']), Number(values.quotations), seed),
  quotations: () =>
    benchQuotations({ cases: Number(values.cases), sizes: listOf(values.size).map(Number), seed }),
  server: () => benchServer(listOf(values['server-size']).map(Number), seed),
};

const wanted = listOf(values.only);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0)
  throw new Error(`No such part: ${unknown.join(', ')}. There are ${Object.keys(parts).join(', ')}.`);

console.log(`Node ${process.versions.node}`);
const results: Record<string, unknown> = {};
for (const name of wanted) results[name] = await parts[name]?.();
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, undefined, 2)}\n`);

/** `--size 1000,2000 --size 3000` → all three. */
function listOf(values: readonly string[]): string[] {
  return values.flatMap((value) => value.split(','));
}
