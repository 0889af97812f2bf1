import type { Cited } from '../core/format/cited.ts';
import type { StyleName } from '../core/format/style-name.ts';
import { definitionRemovals } from './change-form-definitions.ts';
import { positioned } from './change-form-positions.ts';
import { noteText } from './change-form-text.ts';
import type { Change, NoteEntry, Use } from './change-form-use.ts';
import type { Uses } from './change-form-uses.ts';
import { noteFormFor, rewrite } from './change-form-write.ts';
import type { Draft } from './draft.ts';
import { definitionPlace, definitionSeparator, nextLabel } from './footnotes.ts';
import { saysIbid } from './note-position.ts';
import type { CitationForm } from './writing.ts';

/**
 * The changes that bring some citations of a draft into another form: their text, the definitions of footnotes that
 * come and go, and other notes that were the first on their statement, or ibid., and no longer are. In order, disjoint.
 * `undefined` where that cannot be done for all of them, or would leave a note that nobody can put right.
 */
export function planChange(
  draft: Draft,
  uses: Uses,
  chosen: ReadonlySet<Use>,
  to: CitationForm,
  style: StyleName | 'auto',
): Change[] | undefined {
  const changes: Change[] = [];
  const definitions: string[] = [];
  const labels: string[] = [];
  const notes = placesOf(uses, chosen, to, 'footnote');
  const inLine = placesOf(uses, chosen, to, 'inline');
  if (notes === undefined || inLine === undefined) return undefined;
  changes.push(...notes.changes, ...inLine.changes);
  for (const use of uses.all.filter((each) => chosen.has(each))) {
    const cited = notes.cited.get(use) ?? inLine.cited.get(use) ?? use.cited;
    const form = noteFormFor(draft, cited, style);
    const label = to === 'footnote' ? nextLabel(draft, labels) : '';
    const rewritten = rewrite(draft, use, { to, cited, label, form });
    if (rewritten === undefined) return undefined;
    changes.push(rewritten);
    if (to !== 'footnote') continue;
    labels.push(label);
    definitions.push(`[^${label}]: ${noteText(cited, 'first', 'footnote', form)}`);
  }
  if (definitions.length > 0) {
    const place = definitionPlace(draft, Math.max(...changes.map(({ end }) => end)));
    if (place === undefined) return undefined;
    const text = place.before + definitions.join(definitionSeparator(draft)) + place.after;
    changes.push({ start: place.offset, end: place.offset, text });
  }
  const gone = [...chosen].flatMap(({ definition }) => definition ?? []);
  return joined([...changes, ...definitionRemovals(draft, gone)]);
}

interface Places {
  /** Of those that are changed, what they cite with their new positions. */
  readonly cited: ReadonlyMap<Use, readonly Cited[]>;
  /** Of those that stay and whose position is another now. */
  readonly changes: readonly Change[];
}

interface Place {
  readonly offset: number;
  readonly use?: Use;
  readonly entry?: NoteEntry;
}

/** What follows what, before and after, in the notes or in the line. */
function placesOf(
  { all, notes }: Uses,
  chosen: ReadonlySet<Use>,
  to: CitationForm,
  place: 'footnote' | 'inline',
): Places | undefined {
  const before: Place[] =
    place === 'footnote'
      ? notes.map((entry) => ({ offset: entry.offset, entry, ...(entry.use && { use: entry.use }) }))
      : all.filter(({ form }) => form === 'inline').map((use) => ({ offset: use.span.start, use }));
  const stay = before.filter(({ use }) => use === undefined || !chosen.has(use));
  const come = to === place ? [...chosen].map((use) => ({ offset: use.span.start, use })) : [];
  const after: Place[] = [...stay, ...come].sort((a, b) => a.offset - b.offset);
  if (stay.length === before.length && come.length === 0) return { cited: new Map(), changes: [] };
  if (leavesBroken(before, after)) return undefined;
  const citedBefore = positionsOf(before, place);
  const citedAfter = positionsOf(after, place);
  const changes = stay.flatMap(({ use, entry }): Change[] => {
    const [old, now] = [use && citedBefore.get(use), use && citedAfter.get(use)];
    if (use?.written === undefined || old === undefined || now === undefined) return [];
    if (old.every(({ position }, i) => position === now[i]?.position)) return [];
    const span = entry?.contentSpan ?? use.span;
    const { written } = use;
    const write = (cited: readonly Cited[]): string => noteText(cited, 'first', place, written);
    return write(old) === write(now) ? [] : [{ ...span, text: write(now) }];
  });
  return { cited: citedAfter, changes };
}

function positionsOf(places: readonly Place[], place: 'footnote' | 'inline'): Map<Use, readonly Cited[]> {
  const cited = positioned(
    places.map(({ use }) => use?.cited),
    place,
  );
  return new Map(
    places.flatMap(({ use }, i) => {
      const own = cited[i];
      return use === undefined || own === undefined ? [] : [[use, own] as const];
    }),
  );
}

const EARLIER = /前[引揭注]|同注|op\. ?cit|loc\. ?cit|supra|ук\. ?соч|указ\. ?соч/iu;
const NUMBERED = /注\s*[〔[（(]?\s*[\d①-⑳]|\bnn?\.? ?\d|\b(?:foot)?notes? \d|сноск\p{L}+ \d|прим\. \d/iu;

/**
 * True if a note that nobody understands would mean another one: 同上 behind a note that changes, 前引 where a note
 * goes, the number of a note where numbers change.
 */
function leavesBroken(before: readonly Place[], after: readonly Place[]): boolean {
  const isGone = before.some((place) => !after.includes(place));
  return after.some((place, i) => {
    const { entry } = place;
    if (entry === undefined || entry.use !== undefined) return false;
    const previous = before[before.indexOf(place) - 1];
    return (
      NUMBERED.test(entry.text) ||
      (saysIbid({ at: place.offset, text: entry.text.trim(), keys: [] }) && after[i - 1] !== previous) ||
      (isGone && EARLIER.test(entry.text))
    );
  });
}

/** The changes in order; those that touch are one. */
function joined(changes: readonly Change[]): Change[] {
  const all: Change[] = [];
  for (const change of [...changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = all.at(-1);
    if (last === undefined || last.end < change.start) all.push(change);
    else
      all[all.length - 1] = {
        start: last.start,
        end: Math.max(last.end, change.end),
        text: last.text + change.text,
      };
  }
  return all;
}
