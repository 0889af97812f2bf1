import { figure } from '../statistics.ts';
import { table } from '../table.ts';
import type { ClassResult, EngineResult, SizeResult } from './measure.ts';
import { queryClasses } from './query.ts';

/** The tables of one size, as text. */
export function reportOf({ paragraphs, classes, engines }: SizeResult): string {
  return [
    `${paragraphs.toLocaleString('en')} paragraphs: milliseconds a query, and recall among the first ten`,
    queryTable(classes),
    ...mannerLines(classes),
    'Memory in bytes a paragraph, garbage collected; times in milliseconds',
    engineTable(paragraphs, engines),
    ...noteLines(engines),
  ].join('\n\n');
}

/** How the times grew from the smallest size to the largest; `undefined` if there was one size only. */
export function growthOf(results: readonly SizeResult[]): string | undefined {
  const sorted = [...results].sort((a, b) => a.paragraphs - b.paragraphs);
  const [small, large] = [sorted[0], sorted.at(-1)];
  if (small === undefined || large === undefined || small === large) return undefined;
  const rows = large.classes.flatMap((after) => {
    const before = small.classes.find((each) => each.class === after.class && each.engine === after.engine);
    if (before === undefined) return [];
    return [[after.class, after.engine, figure(after.p50 / before.p50), figure(after.p95 / before.p95)]];
  });
  const ratio = figure(large.paragraphs / small.paragraphs);
  return `Growth from ${small.paragraphs.toLocaleString('en')} to ${large.paragraphs.toLocaleString('en')} paragraphs, ${ratio} times as many: times as long\n\n${table(
    [['class', 'engine', 'p50', 'p95'], ...rows],
    2,
  )}`;
}

function queryTable(classes: readonly ClassResult[]): string {
  const rows = queryClasses.flatMap((name) =>
    classes
      .filter((result) => result.class === name)
      .map((result, i) => [
        i === 0 ? name : '',
        result.engine,
        String(result.queries),
        figure(result.first),
        figure(result.p50),
        figure(result.p95),
        figure(result.p99),
        result.recall.toFixed(3),
      ]),
  );
  return table([['class', 'engine', 'queries', 'first', 'p50', 'p95', 'p99', 'recall@10'], ...rows], 2);
}

function mannerLines(classes: readonly ClassResult[]): string[] {
  return classes.flatMap((result) => {
    const parts = Object.entries(result.recallByManner).map(
      ([manner, recall]) => `${manner} ${recall.toFixed(2)}`,
    );
    return parts.length === 0 ? [] : `${result.class}, recall of ${result.engine}: ${parts.join('; ')}`;
  });
}

function engineTable(paragraphs: number, engines: readonly EngineResult[]): string {
  const each = (bytes: number | undefined): string =>
    bytes === undefined ? '–' : (bytes / paragraphs).toFixed(0);
  const rows = engines.map(({ engine, build, memory, stored, update }) => [
    engine,
    figure(build.elapsed),
    each(build.growth.resident),
    each(memory.resident),
    each(memory.held),
    each(memory.own),
    each(stored?.saved.bytes),
    figure(stored?.saved.elapsed),
    figure(stored?.loaded.elapsed),
    figure(stored?.loaded.query),
    `${figure(update.p50)} / ${figure(update.p95)}`,
    `${figure(update.seenP50)} / ${figure(update.seenP95)}`,
    update.seen.toFixed(2),
    figure(update.tidyingP95),
  ]);
  const head = [
    'engine',
    'build',
    'resident',
    'after queries',
    'JS',
    'own count',
    'file',
    'save',
    'load',
    '1st query',
  ];
  return table([[...head, 'update p50/p95', 'with a query', 'seen', 'tidying p95'], ...rows]);
}

function noteLines(engines: readonly EngineResult[]): string[] {
  return engines.flatMap(({ engine, memory }) => {
    const notes = Object.entries(memory.notes).map(([name, value]) => `${name} ${value}`);
    return notes.length === 0 ? [] : `${engine}: ${notes.join('; ')}`;
  });
}
