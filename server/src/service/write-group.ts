import * as l10n from '@vscode/l10n';
import { joinPassages } from '../core/citation/compose-passages.ts';
import type { Citation } from '../core/citation/citation.ts';
import { formatCitation } from '../core/citation/format-citation.ts';
import { formatLocator } from '../core/citation/format-locator.ts';
import type { StatementPassage } from '../core/citation/statement-passage.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { resolveCitation } from './resolve.ts';
import { endOf, pandocItems } from './write-citation.ts';
import type { Part, Written } from './write-parts.ts';

/** A citation of a group, with the one passage that it cites; absent where it cites several, or what nobody knows. */
interface Member {
  readonly citation: Citation;
  readonly passage?: StatementPassage;
}

/**
 * Writes passages into a group of citations: what is cited in it already is not cited again, a neighbour of what is
 * cited makes a run of it where nothing is written behind its locator, a key with a comma behind it gets the locator that
 * it waits for, and the others follow the item `after`.
 */
export function writeIntoGroup(
  library: Library,
  draft: Draft,
  { items, after }: { readonly items: readonly Citation[]; readonly after: number },
  passages: readonly StatementPassage[],
  prefix: string,
): PlannedEdit | Refusal {
  const members = items.map((citation) => memberOf(library, citation));
  const changed = new Map<Citation, StatementPassage>();
  const left: StatementPassage[] = [];
  let lacks = false;
  for (const passage of passages) {
    const joined = joinWith(members, changed, passage);
    lacks ||= joined !== 'cited';
    if (joined === 'none') left.push(passage);
  }
  const [first] = items;
  if (!lacks || first === undefined) {
    return { refused: l10n.t('This is cited here already.') };
  }
  const changes = [...changed].map(([citation, passage]) => changeOf(draft, citation, passage));
  if (left.length === 0) return { ...fused(draft, changes), added: [], changed };
  const written = pandocItems(left, prefix);
  if (isRefusal(written)) return written;
  const place = insertion(draft, items, after);
  changes.push({ span: place, written: after < 0 ? [...written, '; '] : ['; ', ...written] });
  const edit = fused(draft, changes);
  const added = [{ at: place.start, passages: left }];
  return { span: edit.span, written: [...edit.written, ...endOf(written)], added, changed };
}

function memberOf(library: Library, citation: Citation): Member {
  const { statement, addresses, problems } = resolveCitation(library, citation);
  const [address = '', ...others] = addresses;
  const isKnown = statement !== undefined && problems.length === 0 && others.length === 0;
  if (!isKnown || (addresses.length === 0 && citation.locatorText !== '')) return { citation };
  return { citation, passage: { statement, address } };
}

/** Joins a passage with the first item that it is a neighbour of, or finds that it is cited. */
function joinWith(
  members: readonly Member[],
  changed: Map<Citation, StatementPassage>,
  passage: StatementPassage,
): 'cited' | 'joined' | 'none' {
  const current = members.flatMap(({ citation, passage: own }) => {
    const cited = changed.get(citation) ?? own;
    const both = cited && joinPassages(cited, passage);
    return both === undefined ? [] : [{ citation, both, isCited: both.address === cited?.address }];
  });
  if (current.some(({ isCited }) => isCited)) return 'cited';
  const waiting = members.find(
    ({ citation, passage: own }) => awaitsLocator(citation) && own?.statement === passage.statement,
  );
  if (waiting !== undefined && passage.address !== '' && !changed.has(waiting.citation)) {
    changed.set(waiting.citation, passage);
    return 'joined';
  }
  const free = current.find(
    ({ citation: { suffix, locatorSpan } }) => suffix.trim() === '' && locatorSpan !== undefined,
  );
  if (free === undefined) return 'none';
  changed.set(free.citation, free.both);
  return 'joined';
}

/** `@key，` with nothing behind its comma. */
function awaitsLocator({ locatorText, suffix }: Citation): boolean {
  return locatorText === '' && /^\s*[,，]\s*$/.test(suffix);
}

/** The locator in place of the one that is there, or behind a comma that waits for one. */
function changeOf({ text }: Draft, citation: Citation, { statement, address }: StatementPassage): Change {
  const { locatorSpan, keySpan, suffix } = citation;
  if (locatorSpan !== undefined) return { span: locatorSpan, written: [formatLocator(address, statement)] };
  const start = keySpan.end + (text.charAt(keySpan.end) === '}' ? 1 : 0);
  const written = formatCitation(statement, address).slice(`[@${statement.key}`.length, -1);
  return { span: { start, end: start + suffix.length }, written: [written] };
}

/** Where new items go. A semicolon that ends the item before is taken away: the new one has its own. */
function insertion({ text }: Draft, items: readonly Citation[], after: number) {
  const [first] = items;
  const item = items[Math.max(after, 0)] ?? first;
  if (item === undefined) return { start: 0, end: 0 };
  const { group, span, groupSize } = item;
  if (after < 0) return { start: group.start + 1, end: group.start + 1 };
  const end = groupSize === 1 ? group.end - 1 : span.end;
  const tail = /[;；\s]*$/.exec(text.slice(item.keySpan.end, end))?.[0].length ?? 0;
  return { start: end - tail, end };
}

interface Change {
  readonly span: { readonly start: number; readonly end: number };
  readonly written: Written;
}

/** Several changes as one, with the text between them. */
function fused({ text }: Draft, changes: readonly Change[]) {
  const sorted = [...changes].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const start = sorted[0]?.span.start ?? 0;
  const written: Part[] = [];
  let at = start;
  for (const change of sorted) {
    written.push(text.slice(at, change.span.start), ...change.written);
    at = change.span.end;
  }
  return { span: { start, end: at }, written };
}
