import { figure, quantile } from '../statistics.ts';
import { table } from '../table.ts';
import { caseClasses } from './classes.ts';
import { measureGrowth, type GrowthResult } from './growth.ts';
import { judgeClass, type ClassResult } from './judge-cases.ts';
import { readMaterials, type Material } from './material.ts';

export interface QuotationsOptions {
  /** Of each class, in each language. */
  readonly cases: number;
  /** Paragraphs of the generated corpora. */
  readonly sizes: readonly number[];
  readonly seed: number;
}

interface TimedClass extends ClassResult {
  /** Milliseconds for one quotation, its making included. */
  readonly each: number;
}

export interface QuotationsResult {
  readonly classes: readonly TimedClass[];
  readonly growth: readonly GrowthResult[];
}

/** So many quotations of each kind are judged in a large corpus. */
const GROWTH_COUNT = 60;

/** How well quotations of known damage are judged, and how long it takes in corpora of several sizes. */
export async function benchQuotations({ cases, sizes, seed }: QuotationsOptions): Promise<QuotationsResult> {
  const classes: TimedClass[] = [];
  for (const material of readMaterials()) {
    const own = caseClasses
      .filter(({ languages }) => languages?.includes(material.language) ?? true)
      .map((one): TimedClass => {
        const start = performance.now();
        const result = judgeClass(one, material, cases, seed);
        return { ...result, each: (performance.now() - start) / Math.max(1, result.cases) };
      })
      .filter((result) => result.cases > 0);
    classes.push(...own);
    console.log(`\n${title(material)}\n\n${classTable(own)}`);
    console.log(`\nPrecision of each verdict\n\n${precisionTable(own)}`);
  }
  const growth: GrowthResult[] = [];
  for (const size of sizes) growth.push(await measureGrowth(size, GROWTH_COUNT, seed));
  console.log(`\nOne quotation in a generated corpus, milliseconds\n\n${growthTable(growth)}`);
  return { classes, growth };
}

function title({ language, statements }: Material): string {
  return `Quotations of known damage, ${language}, from ${String(statements.length)} statements`;
}

function classTable(results: readonly TimedClass[]): string {
  const rows = results.map(({ class: { name, isUncited, expected }, cases, verdicts, wrongPlaces, each }) => [
    isUncited === true ? `${name}, uncited` : name,
    expected,
    String(cases),
    share(verdicts[expected], cases),
    String(verdicts.verbatim),
    String(verdicts.altered),
    String(verdicts.misplaced),
    String(verdicts['not-found']),
    String(wrongPlaces.length),
    figure(each),
  ]);
  const head = ['class', 'expected', 'cases', 'recall', 'verbatim', 'altered', 'misplaced', 'not found'];
  return table([[...head, 'wrong places', 'ms'], ...rows], 2);
}

/** Of all quotations that were given a verdict, how many deserved it. */
function precisionTable(results: readonly ClassResult[]): string {
  const names = ['verbatim', 'altered', 'misplaced', 'not-found'] as const;
  return table([
    ['verdict', 'given', 'right', 'precision'],
    ...names.map((name) => {
      const given = results.reduce((sum, { verdicts }) => sum + verdicts[name], 0);
      const right = results
        .filter(({ class: { expected } }) => expected === name)
        .reduce((sum, { verdicts }) => sum + verdicts[name], 0);
      return [name, String(given), String(right), share(right, given)];
    }),
  ]);
}

function growthTable(results: readonly GrowthResult[]): string {
  const rows = results.flatMap(({ paragraphs, kinds }) =>
    kinds.map(({ kind, times, missed, others }) => [
      paragraphs.toLocaleString('en'),
      kind,
      figure(quantile(times, 0.5)),
      figure(quantile(times, 0.95)),
      String(missed),
      kind.startsWith('verbatim') ? 'indexOf' : 'approx-string-match',
      figure(quantile(others, 0.5)),
    ]),
  );
  return table([['paragraphs', 'kind', 'p50', 'p95', 'missed', 'beside', 'p50'], ...rows], 2);
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}
