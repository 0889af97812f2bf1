import { measure, type Plan, type SizeResult } from './measure.ts';
import { growthOf, reportOf } from './report.ts';

export interface SearchOptions extends Plan {
  readonly sizes: readonly number[];
  /** How many missed queries of each class and engine are shown. */
  readonly misses: number;
}

/** The search of Pincite beside other engines, over generated statements. */
export async function benchSearch(options: SearchOptions): Promise<readonly SizeResult[]> {
  const results: SizeResult[] = [];
  for (const size of [...options.sizes].sort((a, b) => a - b)) {
    const result = await measure(size, options, tell);
    tell('');
    console.log(`\nSearch over ${reportOf(result)}\n`);
    showMisses(result, options.misses);
    results.push(result);
  }
  const growth = growthOf(results);
  if (growth !== undefined) console.log(`${growth}\n`);
  return results;
}

function showMisses({ classes }: SizeResult, most: number): void {
  for (const result of classes) {
    for (const { manner = '', text, words, source } of result.missed.slice(0, most))
      console.log([result.class, result.engine, manner, text, words.join(' '), source].join(' | '));
  }
}

/** What is under way, where somebody is looking. */
function tell(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${what}`);
}
