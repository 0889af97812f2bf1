import * as l10n from '@vscode/l10n';
import type { Severity } from '../core/problem.ts';
import type { ReadBibliography } from './bibliography-keys.ts';
import { bibliographyPlaces } from './bibliography-places.ts';
import { draftFields, type FieldText } from './draft-fields.ts';
import type { Draft } from './draft.ts';
import type { Finding } from './finding.ts';
import type { Library } from './library.ts';

export interface BibliographyHintOptions {
  /** What a missing entry is worth; `off` says nothing, which is so if it is absent. */
  readonly bibliography?: Severity | 'hint' | 'off';
  /** Files that Pincite brings into step by itself: nothing is missing in them for long. */
  readonly kept?: ReadonlySet<string>;
}

/**
 * Statements that a draft cites and that the bibliography lacks which its front matter names: at the first citation of
 * each. Says nothing where it cannot know: without `bibliography:` and `references:`, and where a file is on the
 * network or of a format that is not read. A file that cannot be read is a hint of its own.
 */
export async function bibliographyHints(
  { corpus }: Library,
  read: ReadBibliography,
  folders: readonly string[],
  draft: Draft,
  { bibliography: severity = 'off', kept = new Set() }: BibliographyHintOptions,
): Promise<Finding[]> {
  if (severity === 'off' || !/^["']?(?:bibliography|references)["']?[ \t]*:/m.test(draft.text)) return [];
  const cited = new Map([...draft.citations].reverse().map((citation) => [citation.key, citation]));
  const ours = [...cited.values()].reverse().filter(({ key }) => corpus.byKey(key) !== undefined);
  const fields = ours.length === 0 ? undefined : draftFields(draft);
  if (fields === undefined) return [];
  const named = fields.texts('bibliography');
  const inside = fields.textsOfItems('references', 'id');
  if (named.length === 0 && inside.length === 0) return [];

  const places = named.map(({ text }) => bibliographyPlaces(text, draft.uri, folders));
  const isKnown = places.every((uris) => uris.length > 0 && !uris.some((uri) => kept.has(uri)));
  const files = await Promise.all(places.map((uris) => keysAt(read, uris)));
  const findingAt = (code: string, { start, end }: FieldText['span'], message: string): Finding => {
    return { range: draft.lines.rangeOf({ start, end }), code, severity, message };
  };
  const unreadable = named.flatMap(({ text, span }, at) => {
    const [keys, uris = []] = [files[at], places[at]];
    if (typeof keys === 'object' || uris.length === 0 || uris.some((uri) => kept.has(uri))) return [];
    const message = keys === 'invalid' ? cannotBeRead(text) : isNowhere(text);
    return findingAt('bibliography-unreadable', span, message);
  });
  if (!isKnown || unreadable.length > 0) return unreadable;
  const keys = new Set([...inside, ...files.flatMap((each) => (typeof each === 'object' ? [...each] : []))]);
  return ours
    .filter(({ key }) => !keys.has(key))
    .sort((a, b) => a.keySpan.start - b.keySpan.start)
    .map(({ key, keySpan }) => findingAt('not-in-bibliography', keySpan, isMissing(key)));
}

/** The keys of all of these files that are there. */
async function keysAt(
  read: ReadBibliography,
  uris: readonly string[],
): Promise<ReadonlySet<string> | 'missing' | 'invalid'> {
  const found = await Promise.all(uris.map(read));
  if (found.includes('invalid')) return 'invalid';
  const keys = found.filter((each) => typeof each === 'object');
  return keys.length === 0 ? 'missing' : new Set(keys.flatMap((each) => [...each]));
}

function isMissing(key: string): string {
  return l10n.t(
    'The bibliography of this document has no entry {0}. “Pincite: Export Bibliography…” writes one; “pincite.bibliographyPath” names a file that Pincite keeps in step.',
    key,
  );
}

function isNowhere(name: string): string {
  return l10n.t(
    'There is no bibliography {0} beside this document or in a folder above it. Correct its name, or let “pincite.bibliographyPath” name it and Pincite will write it.',
    name,
  );
}

function cannotBeRead(name: string): string {
  return l10n.t('The bibliography {0} cannot be read as what its name says. Check the file.', name);
}
