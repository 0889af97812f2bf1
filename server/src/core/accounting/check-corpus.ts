import { linesOf, type Source } from '../collation/witness-text.ts';
import type { Span } from '../span.ts';
import type { Statement } from '../statement/model.ts';
import { createCheckMemory, type CheckMemory } from './check-memory.ts';
import type { StatementAccount } from './check-statement.ts';
import type { SourceMatter } from './prepared-statement.ts';
import { accountFor, type Claim, type SourceAccount } from './claims.ts';
import { declaredBy } from './declared.ts';
import type { Finding } from './finding.ts';
import { checkFurniture, placesOfFurniture } from './furniture-check.ts';
import type { FurnitureItem, FurnitureList } from './furniture.ts';
import { checkSeal } from './seal.ts';

/** The statements of one corpus with what lies beside them. */
export interface CorpusFiles {
  readonly statements: readonly Statement[];
  /** Every file in the folder of sources, by name. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly furniture: FurnitureList;
  /** Checksums of the sources by name; absent where none are recorded. */
  readonly seals?: ReadonlyMap<string, string>;
}

export interface CorpusAccount {
  readonly sources: readonly SourceAccount[];
  readonly statements: readonly StatementAccount[];
  readonly problems: readonly Finding[];
}

/**
 * Adds up a corpus: every character of every source belongs to one witness or is furniture with a reason, every
 * character of every text is carried by a witness or declared. A disagreement is reported at the text, with the
 * place in the source beside it; where a checksum shows that the source was altered, the other way round. With the
 * `memory` of an earlier check only what has changed since is looked at.
 */
export function checkCorpus(files: CorpusFiles, memory: CheckMemory = createCheckMemory()): CorpusAccount {
  const { sources, furniture, seals } = files;
  const matter = sourceMatter(sources, furniture);
  const problems: Finding[] = [...furniture.problems, ...checkFurniture(furniture, sources)];
  const claims = new Map<string, Claim[]>();
  const claim = (source: string, own: Claim): void => {
    const list = claims.get(source);
    if (list === undefined) claims.set(source, [own]);
    else list.push(own);
  };
  for (const statement of files.statements) {
    const { spans } = declaredBy(statement);
    problems.push(...checkWitnesses(statement, sources));
    statement.metadata.witnesses.forEach(({ siglum, source, lines }, i) => {
      const span = spans.witnesses[i]?.fields.get('lines') ??
        spans.witnesses[i]?.whole ?? { start: 0, end: 0 };
      claim(source, {
        kind: 'witness',
        name: `${statement.key} ${siglum}`,
        lines,
        place: { uri: statement.uri, span },
      });
    });
  }
  for (const item of furniture.items) {
    const source = sources.get(item.source);
    const parts = item.isPart && source !== undefined ? { parts: placesOfFurniture(item, source) } : {};
    const place = { uri: furniture.uri, span: item.spans.whole };
    claim(item.source, { kind: 'furniture', name: 'furniture.yaml', lines: item.lines, place, ...parts });
  }
  const accounts = [...sources.values()].map((source) => {
    const { account, problems: unaccounted } = accountFor(source, claims.get(source.name) ?? []);
    problems.push(...unaccounted);
    return account;
  });
  const statements = files.statements
    .filter(({ metadata }) => metadata.witnesses.length > 0)
    .map((statement) => {
      const { account, problems: found } = memory.statement(statement, matter, furniture);
      problems.push(...found);
      return account;
    });
  const broken = new Set<string>();
  for (const source of sources.values()) {
    const state = memory.seal(source, seals);
    if (state === 'broken') broken.add(source.uri);
    problems.push(...checkSeal(source, state, seals !== undefined));
  }
  return {
    sources: accounts,
    statements,
    problems: problems.map((problem) => atAlteredSource(problem, broken)),
  };
}

/** What the check of a statement needs to know of the sources; furniture is looked up line by line. */
export function sourceMatter(sources: ReadonlyMap<string, Source>, furniture: FurnitureList): SourceMatter {
  const parts = new Map<string, Span[]>();
  const words = new Map<string, string[]>();
  const add = <T>(map: Map<string, T[]>, name: string, values: readonly T[]): void => {
    map.set(name, [...(map.get(name) ?? []), ...values]);
  };
  const wordsOfItem = (item: FurnitureItem, source: Source): string[] =>
    item.isPart ? [...item.texts] : linesOf(item.lines, source).map((line) => lineText(source, line));
  for (const item of furniture.items) {
    const source = sources.get(item.source);
    if (source === undefined) continue;
    if (item.isPart) add(parts, item.source, placesOfFurniture(item, source));
    add(words, item.source, wordsOfItem(item, source));
  }
  return {
    sources,
    isFurniture: (source, offset) =>
      parts.get(source.name)?.some(({ start, end }) => start <= offset && offset < end) ?? false,
    furnitureWords: (name) => words.get(name) ?? [],
  };
}

function lineText({ text, lines }: Source, line: number): string {
  const { start, end } = lines.lineSpan(line);
  return text.slice(start, end);
}

/** Witnesses whose source or lines do not exist, or that share a siglum, at the words that say so. */
function checkWitnesses(statement: Statement, sources: ReadonlyMap<string, Source>): Finding[] {
  const { uri, metadata } = statement;
  const { spans } = declaredBy(statement);
  return metadata.witnesses.flatMap(({ siglum, source: name, lines }, i): Finding[] => {
    const item = spans.witnesses[i];
    const problem = (code: Finding['code'], field: string, values: Record<string, string>): Finding => ({
      ...{ code, severity: 'error', uri, values: { siglum, source: name, ...values }, related: [] },
      span: item?.fields.get(field) ?? item?.whole ?? { start: 0, end: 0 },
    });
    const isSecond = metadata.witnesses.findIndex((other) => other.siglum === siglum) < i;
    const found = isSecond ? [problem('witness-siglum', 'siglum', {})] : [];
    const source = sources.get(name);
    if (source === undefined) return [...found, problem('witness-source-missing', 'source', {})];
    const count = lineCount(source);
    const wrong = lines.flatMap(([from, to], k) =>
      from >= 1 && from <= to && to <= count
        ? []
        : [
            problem('witness-out-of-range', `lines.${String(k)}`, {
              from: String(from),
              to: String(to),
              count: String(count),
            }),
          ],
    );
    return [...found, ...wrong];
  });
}

/** The last line break of a file ends a line and begins none. */
export function lineCount({ text, lines }: Source): number {
  return /[\n\r]$/.test(text) ? lines.lineCount - 1 : lines.lineCount;
}

/** Turns a problem of a text round if the source that it names is not what was received. */
function atAlteredSource(problem: Finding, broken: ReadonlySet<string>): Finding {
  if (broken.size === 0 || broken.has(problem.uri)) return problem;
  const at = problem.related.findIndex(({ uri }) => broken.has(uri));
  const place = problem.related[at];
  if (place === undefined) return problem;
  const others = problem.related.filter((_, i) => i !== at);
  return { ...problem, ...place, related: [{ uri: problem.uri, span: problem.span }, ...others] };
}
