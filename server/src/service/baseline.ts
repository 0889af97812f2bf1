import * as l10n from '@vscode/l10n';
import type { Draft } from './draft.ts';
import { identityOf, type FindingIdentity } from './finding-identity.ts';
import type { Finding } from './finding.ts';
import type { Refusal } from './refusal.ts';

/** A finding that was there when the baseline was written. */
export interface KnownFinding extends FindingIdentity {
  /** The path of the draft, from the folder of the baseline on, with `/` between its parts. */
  readonly file: string;
  /** How often the same is found in the draft. */
  readonly count: number;
}

/** Findings of drafts that are known, so that only new ones are told. */
export interface Baseline {
  readonly findings: readonly KnownFinding[];
}

/** A draft with what was found in it, under the name that it has in the baseline. */
export interface FoundInDraft {
  readonly file: string;
  readonly draft: Draft;
  readonly findings: readonly Finding[];
}

export interface ComparedWithBaseline {
  /** For each draft the findings that are not known, in order. */
  readonly fresh: readonly (readonly Finding[])[];
  /** How many are known. */
  readonly known: number;
  /** What is known and no longer found in these drafts; `count` says how often it is found less. */
  readonly stale: readonly KnownFinding[];
}

const VERSION = 1;

/** Reads the text of a baseline; refuses what is none, or of a version that is not known. */
export function readBaseline(text: string): Baseline | Refusal {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { refused: l10n.t('it is not JSON') };
  }
  const { version, findings } = (typeof value === 'object' && value !== null ? value : {}) as {
    readonly version?: unknown;
    readonly findings?: unknown;
  };
  if (version !== VERSION || !Array.isArray(findings))
    return { refused: l10n.t('it is no baseline of Pincite') };
  const read = findings.map(readFinding);
  const isWhole = read.every((each) => each !== undefined);
  return isWhole ? { findings: read } : { refused: l10n.t('it has an entry that is no finding') };
}

function readFinding(value: unknown): KnownFinding | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { file, code, text, count = 1 } = value as Readonly<Record<string, unknown>>;
  return typeof file === 'string' &&
    typeof code === 'string' &&
    typeof text === 'string' &&
    typeof count === 'number' &&
    Number.isInteger(count) &&
    count > 0
    ? { file, code, text, count }
    : undefined;
}

/** The text of a baseline: one finding on a line, sorted, so that a change of it reads well. */
export function writeBaseline({ findings }: Baseline): string {
  const lines = [...findings].sort(compare).map(({ file, code, text, count }) => {
    const entry = JSON.stringify({ file, code, text, ...(count > 1 && { count }) });
    return `    ${entry}`;
  });
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": ${String(VERSION)},\n  "findings": ${list}\n}\n`;
}

/** Which findings are known, by draft, code and words, wherever in the draft they stand; of several alike the first. */
export function compareWithBaseline(
  baseline: Baseline,
  drafts: readonly FoundInDraft[],
): ComparedWithBaseline {
  const left = new Map<string, KnownFinding>();
  for (const each of baseline.findings)
    left.set(idOf(each), withCount(each, each.count + (left.get(idOf(each))?.count ?? 0)));
  let known = 0;
  const fresh = drafts.map(({ file, draft, findings }) =>
    findings.filter((finding) => {
      const id = idOf({ file, ...identityOf(draft, finding) });
      const same = left.get(id);
      if (same === undefined || same.count === 0) return true;
      left.set(id, withCount(same, same.count - 1));
      known++;
      return false;
    }),
  );
  const names = new Set(drafts.map(({ file }) => file));
  const stale = [...left.values()].filter(({ file, count }) => count > 0 && names.has(file));
  return { fresh, known, stale };
}

/** The baseline with what is found now in some drafts; what it knows of others stays. */
export function updateBaseline(baseline: Baseline, drafts: readonly FoundInDraft[]): Baseline {
  const names = new Set(drafts.map(({ file }) => file));
  const found = new Map<string, KnownFinding>();
  for (const { file, draft, findings } of drafts)
    for (const finding of findings) {
      const entry = { file, ...identityOf(draft, finding) };
      found.set(idOf(entry), { ...entry, count: (found.get(idOf(entry))?.count ?? 0) + 1 });
    }
  return { findings: [...baseline.findings.filter(({ file }) => !names.has(file)), ...found.values()] };
}

function withCount(finding: KnownFinding, count: number): KnownFinding {
  return { ...finding, count };
}

function idOf({ file, code, text }: Omit<KnownFinding, 'count'>): string {
  return JSON.stringify([file, code, text]);
}

function compare(a: KnownFinding, b: KnownFinding): number {
  const [one, other] = [idOf(a), idOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}
