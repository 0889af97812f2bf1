import * as l10n from '@vscode/l10n';
import { openingWords } from '../core/passage.ts';
import { changedWords } from '../core/pins/changed-words.ts';
import type { Drift } from '../core/pins/drift.ts';
import type { PinFault } from '../core/pins/read-pins.ts';
import { paragraphsOf } from '../core/pins/sight.ts';
import type { Span } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import { placeInWords } from './quotation-places.ts';

/** Where the words of a passage stand now that was found in another statement. */
export interface NewHome {
  readonly statement: Statement;
  readonly addresses: readonly string[];
}

/** The words that were pinned and those that stand there now, where they differ: of a long passage the paragraphs that do. */
export interface OldAndNew {
  readonly was: string;
  /** Absent where nothing stands there. */
  readonly now?: string;
}

export function oldAndNew(drift: Exclude<Drift, { kind: 'unpinned' }>): OldAndNew {
  const was = drift.was.paragraphs;
  const now = drift.kind === 'gone' || drift.now === undefined ? undefined : paragraphsOf(drift.now);
  if (drift.kind !== 'changed' || now === undefined || was.length === 1)
    return { was: was.join('\n'), ...(now !== undefined && { now: now.join('\n') }) };
  const changedWas = was.filter((each) => !now.includes(each));
  const changedNow = now.filter((each) => !was.includes(each));
  // The same paragraphs in another order.
  if (changedWas.length === 0 && changedNow.length === 0) return { was: was.join('\n'), now: now.join('\n') };
  return { was: changedWas.join('\n'), now: changedNow.join('\n') };
}

/** What has become of a passage since it was pinned, in one sentence. */
export function driftMessage(drift: Drift, home?: NewHome): string {
  const { sight } = drift;
  if (drift.kind === 'unpinned')
    return l10n.t('Nothing is pinned here yet: “pincite check --pin” notes what is cited.');
  const { address, paragraphs } = drift.was;
  const { statement } = sight;
  const place = statement === undefined ? sight.key : placeInWords({ statement, address });
  const opening = openingWords(paragraphs.join(' '), LONGEST);
  switch (drift.kind) {
    case 'changed':
      return drift.isForm
        ? l10n.t(
            'Since it was pinned, {0} has changed in width, script, style of marks or division alone; the words are the same.',
            place,
          )
        : changeInWords(place, oldAndNew(drift));
    case 'moved':
      return l10n.t(
        'What was pinned from {0} now stands in {1}: “{2}”',
        place,
        inWords(statement, drift.addresses),
        opening,
      );
    case 'gone':
      return home === undefined
        ? l10n.t('What was pinned from {0} is no longer there: “{1}”', place, opening)
        : l10n.t(
            'What was pinned from {0} now stands in {1}: “{2}”',
            place,
            inWords(home.statement, home.addresses),
            opening,
          );
  }
}

/** Whether the words that a draft quotes from a passage are among those that have changed. */
export function quotedMessage(quoted: 'kept' | 'lost'): string {
  return quoted === 'kept'
    ? l10n.t('The words that are quoted still stand.')
    : l10n.t('The words that are quoted no longer stand there.');
}

/** Longer words are shown by their beginning. */
const LONGEST = 40;

function changeInWords(place: string, { was, now = '' }: OldAndNew): string {
  const changes = changedWords(was, now);
  const [first] = changes;
  if (first === undefined) return l10n.t('Since it was pinned, {0} has changed.', place);
  const sentence = changeSentence(place, shown(was, first.was), shown(now, first.now));
  const more = changes.length - 1;
  if (more === 0) return sentence;
  return l10n.t(
    '{0} {1}',
    sentence,
    more === 1
      ? l10n.t('It differs at 1 more place.')
      : l10n.t('It differs at {0} more places.', String(more)),
  );
}

function changeSentence(place: string, was: string, now: string): string {
  if (was === '') return l10n.t('Since it was pinned, {0} has changed: “{1}” was added.', place, now);
  if (now === '') return l10n.t('Since it was pinned, {0} has changed: “{1}” was taken out.', place, was);
  return l10n.t('Since it was pinned, {0} has changed: “{1}” now reads “{2}”.', place, was, now);
}

function shown(text: string, { start, end }: Span): string {
  return openingWords(text.slice(start, end).replace(/\s+/g, ' '), LONGEST);
}

function inWords(statement: Statement | undefined, addresses: readonly string[]): string {
  return statement === undefined
    ? ''
    : addresses.map((address) => placeInWords({ statement, address })).join(l10n.t(', '));
}

/** Why a file of pins is not used, and what to do. */
export function faultMessage(name: string, { kind, line }: PinFault): string {
  return l10n.t('{0} {1}', faultSentence(name, { kind, ...(line !== undefined && { line }) }), remedy(kind));
}

function faultSentence(name: string, { kind, line }: PinFault): string {
  switch (kind) {
    case 'not-json':
      return line === undefined
        ? l10n.t('{0} is not valid JSON.', name)
        : l10n.t('{0} is not valid JSON: see line {1}.', name, String(line + 1));
    case 'not-pins':
      return l10n.t('{0} is no file of pins.', name);
    case 'later-version':
      return l10n.t('{0} was written by a later version of Pincite.', name);
    case 'wrong-entry':
      return l10n.t('{0} has an entry that is not as Pincite writes it.', name);
    case 'wrong-hash':
      return l10n.t(
        '{0} was changed by hand: the text at line {1} is not the one that was hashed.',
        name,
        String((line ?? 0) + 1),
      );
  }
}

function remedy(kind: PinFault['kind']): string {
  return kind === 'later-version'
    ? l10n.t('Update Pincite, or delete the file and pin again.')
    : l10n.t('Bring back a sound version of it, or delete it and pin again.');
}

export function unreadablePins(name: string, reason: string): string {
  return l10n.t('{0} cannot be read ({1}). Check its permissions.', name, reason);
}
