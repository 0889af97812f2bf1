import { isBlank } from '../collation/char-stream.ts';
import { linesOf, type Source } from '../collation/witness-text.ts';
import type { Span } from '../span.ts';
import type { Finding, Place } from './finding.ts';

/** What says that it owns part of a source. */
export interface Claim {
  readonly kind: 'witness' | 'furniture';
  /** Who it is, as a person knows it: a key with a siglum, or the furniture list. */
  readonly name: string;
  readonly lines: readonly (readonly [number, number])[];
  /** Of furniture within a line, the words; a witness that has the line does not have them. */
  readonly parts?: readonly Span[];
  /** Where the claim is written. */
  readonly place: Place;
}

/** The account of one source, in characters (code points). */
export interface SourceAccount {
  readonly source: string;
  readonly characters: number;
  /** White space counts as accounted for, other characters where exactly one claim has them. */
  readonly accounted: number;
  readonly furniture: number;
}

/** Adds up the claims on a source; what is claimed by none or twice is reported, a problem for each run of lines. */
export function accountFor(
  source: Source,
  claims: readonly Claim[],
): { readonly account: SourceAccount; readonly problems: readonly Finding[] } {
  const owners = new Map<number, Claim[]>();
  const parts = new Set<number>();
  for (const claim of claims) {
    if (claim.parts !== undefined) {
      for (const { start, end } of claim.parts) for (let at = start; at < end; at++) parts.add(at);
      continue;
    }
    for (const line of linesOf(claim.lines, source)) {
      const list = owners.get(line);
      if (list === undefined) owners.set(line, [claim]);
      else list.push(claim);
    }
  }
  let [characters, accounted, furniture] = [0, 0, 0];
  const problems: Finding[] = [];
  for (let line = 0; line < source.lines.lineCount; line++) {
    const { start, end } = source.lines.lineSpan(line);
    const next = line + 1 < source.lines.lineCount ? source.lines.lineSpan(line + 1).start : end;
    const claimed = owners.get(line) ?? [];
    let isMissing = false;
    for (let at = start; at < next;) {
      const code = source.text.codePointAt(at) ?? 0;
      characters++;
      if (at >= end || isBlank(code)) accounted++;
      else if (parts.has(at) || claimed.length === 1) {
        accounted++;
        if (parts.has(at) || claimed[0]?.kind === 'furniture') furniture++;
      } else isMissing = true;
      at += code > 0xffff ? 2 : 1;
    }
    if (isMissing) problems.push(...reportLine(source, { start, end }, claimed));
  }
  return {
    account: { source: source.name, characters, accounted, furniture },
    problems: joined(source, problems),
  };
}

function reportLine(source: Source, span: Span, claims: readonly Claim[]): Finding[] {
  const [first, second] = claims;
  const line = String(source.lines.positionAt(span.start).line + 1);
  if (first === undefined || second === undefined) {
    const values = { source: source.name, line, last: line };
    return [{ code: 'source-unclaimed', severity: 'error', uri: source.uri, span, values, related: [] }];
  }
  // The later claim is the one to look at; both are named.
  const values = { source: source.name, line, last: line, first: first.name, second: second.name };
  const related = [first.place, { uri: source.uri, span }];
  return [{ code: 'source-claimed-twice', severity: 'error', ...second.place, values, related }];
}

/** Makes one problem of those that say the same of lines between which only blank ones stand. */
function joined({ text, uri }: Source, problems: readonly Finding[]): Finding[] {
  const result: Finding[] = [];
  const spanIn = (problem: Finding): Span =>
    problem.uri === uri
      ? problem.span
      : (problem.related.find((place) => place.uri === uri)?.span ?? problem.span);
  for (const problem of problems) {
    const last = result.at(-1);
    const isSame =
      last?.code === problem.code &&
      ['first', 'second'].every((name) => last.values[name] === problem.values[name]) &&
      text.slice(spanIn(last).end, spanIn(problem).start).trim() === '';
    if (last === undefined || !isSame) {
      result.push(problem);
      continue;
    }
    const span = { start: spanIn(last).start, end: spanIn(problem).end };
    result[result.length - 1] = {
      ...last,
      span: last.uri === uri ? span : last.span,
      related: last.related.map((place) => (place.uri === uri ? { uri, span } : place)),
      values: { ...last.values, last: problem.values['last'] ?? '' },
    };
  }
  return result;
}
