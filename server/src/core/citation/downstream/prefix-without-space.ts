import type { Span } from '../../span.ts';
import type { Citation } from '../citation.ts';
import type { BlockReading } from './block-reading.ts';
import type { GluedKey } from './glued-key.ts';
import { swallowingKey } from './known-start.ts';
import { findSeparator } from './separator.ts';
import type { Trap, TrapContext } from './trap.ts';

/** 见, 参见, 另参阅, 转引自: what people write before a citation, and hardly before an address or a nickname. */
const SEE = /(?:见|見|看|阅|閱|引自|参考|參考|据|據|如|较|較|对照|對照)$/u;
const LONGEST_PREFIX = 6;

/**
 * `[见@key]`: without a space the key is part of a word, and the whole bracket is printed as it stands. `glued` are
 * those of the block. A key that no statement has is reported only behind a word that introduces a citation.
 */
export function prefixesWithoutSpace(
  reading: BlockReading,
  glued: readonly GluedKey[],
  context: TrapContext,
): Trap[] {
  const groups = new Map(reading.citations.map((citation) => [citation.group.start, citation.group]));
  const ofBracket = new Map<number, GluedKey[]>();
  for (const key of glued) {
    if (key.bracket === undefined || !isMeant(key, key.bracket, reading.text, context)) continue;
    const known = ofBracket.get(key.bracket.start);
    if (known === undefined) ofBracket.set(key.bracket.start, [key]);
    else known.push(key);
  }
  return [...ofBracket.values()].flatMap((keys) => {
    const bracket = keys[0]?.bracket;
    if (bracket === undefined) return [];
    const group = groups.get(bracket.start);
    if (group === undefined) return [inPlainBracket(keys, bracket)];
    return keys.map((key) => inCitation(key, group, reading));
  });
}

function isMeant({ at, key }: GluedKey, bracket: Span, text: string, { statement }: TrapContext): boolean {
  const isKnown = (name: string): boolean => statement(name) !== undefined;
  if (isKnown(key) || swallowingKey(key, isKnown) !== undefined) return true;
  const before = text.slice(Math.max(bracket.start + 1, at - 40), at);
  const prefix = /[^;；,，、]*$/.exec(before)?.[0].trim() ?? '';
  return prefix.length <= LONGEST_PREFIX && SEE.test(prefix) && /^[A-Za-z0-9_]/.test(key);
}

/** A bracket that is no citation yet becomes one when each of its keys has its space. */
function inPlainBracket(keys: readonly GluedKey[], bracket: Span): Trap {
  const [first] = keys;
  return {
    code: 'prefix-without-space',
    span: { start: first?.at ?? bracket.start, end: first?.token.end ?? bracket.end },
    site: bracket,
    values: { key: first?.key ?? '' },
    fixes: [
      {
        edits: keys.map(({ at }) => ({ span: { start: at, end: at }, text: ' ' })),
        keys: keys.map(({ key, token }) => ({ at: token.keyStart, key, form: 'bracketed' as const })),
        joins: true,
      },
    ],
  };
}

/**
 * `[@a；见@b]`: in a bracket that is a citation already, a key behind another also wants the mark that parts the two. In
 * front of the first one (`[见@a；@b]`), or behind a semicolon, the space is enough.
 */
function inCitation({ at, key, token }: GluedKey, group: Span, { text, citations }: BlockReading): Trap {
  const before = lastBefore(citations, at, group);
  const isPrefix = before === undefined || before.span.end <= at;
  const gap = { start: before?.keySpan.end ?? at, end: at };
  const separator = before?.form === 'bracketed' ? findSeparator(text, gap)?.edit : undefined;
  const space = { span: { start: at, end: at }, text: ' ' };
  const edits = isPrefix ? [space] : separator === undefined ? [] : [separator, space];
  const keys = [{ at: token.keyStart, key, form: 'bracketed' as const }];
  return {
    code: 'prefix-without-space',
    span: { start: at, end: token.end },
    site: group,
    values: { key },
    fixes: edits.length === 0 ? [] : [{ edits, keys, joins: true }],
  };
}

/** The citation of a group whose key is the last before a place; citations are in the order of their keys. */
function lastBefore(citations: readonly Citation[], at: number, group: Span): Citation | undefined {
  let [low, high] = [0, citations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((citations[middle]?.keySpan.start ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  const last = citations[low - 1];
  return last !== undefined && last.keySpan.start >= group.start ? last : undefined;
}
