import type { Source } from '../collation/witness-text.ts';
import type { Finding } from './finding.ts';
import { sha256 } from './sha256.ts';

/** The checksums of the sources as they were received, by file name, from a file that `sha256sum` writes. */
export function readSeals(text: string): ReadonlyMap<string, string> {
  const seals = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const match = /^([0-9a-f]{64}) [ *](.+)$/i.exec(line);
    const [, sum, path] = match ?? [];
    if (sum !== undefined && path !== undefined)
      seals.set(path.replace(/^(?:\.\/)?sources\//, ''), sum.toLowerCase());
  }
  return seals;
}

/** Whether a source is the file that was received; `unknown` where no checksum is recorded. */
export type SealState = 'whole' | 'broken' | 'unknown';

export function sealOf(source: Source, seals: ReadonlyMap<string, string>): SealState {
  const sum = seals.get(source.name);
  if (sum === undefined) return 'unknown';
  // A byte order mark is no part of the text, but of the file.
  return sum === sha256(source.text) || sum === sha256(`\ufeff${source.text}`) ? 'whole' : 'broken';
}

export function checkSeal(source: Source, state: SealState, hasSeals: boolean): Finding[] {
  if (state === 'whole' || (state === 'unknown' && !hasSeals)) return [];
  const code = state === 'broken' ? 'source-altered' : 'source-not-sealed';
  const span = { start: 0, end: 0 };
  return [{ code, severity: 'error', uri: source.uri, span, values: { source: source.name }, related: [] }];
}
