import { fold } from '../core/fold.ts';
import type { Span } from '../core/span.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import { order, type Completion } from './completion-item.ts';
import { citablePassages, citationOf, describePassage } from './completion-passages.ts';
import { afterBracket, isInBracket, spaceAfter, type Around } from './completion-place.ts';
import { holds, saysTooLittle } from './completion-words.ts';
import { factsOf } from './describe.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';
import { escapeMarkdown } from './markdown.ts';

/** A cursor after `@` and what is typed of a key, or of the words of a passage. */
interface MentionPlace {
  /** From the `@` on, and from the `-` that may stand before it. */
  readonly whole: Span;
  /** What follows the `@`, and the brace that may stand between. */
  readonly typed: Span;
  readonly isSuppressed: boolean;
  readonly isBraced: boolean;
  /** Whether a bracket is open around it, and whether it is closed after it. */
  readonly bracket: 'none' | 'open' | 'closed';
  /** True where a key by itself is none: right after a Han character. */
  readonly needsBracket: boolean;
  /** False in the text of a link, and before a locator that is there already. */
  readonly takesPassages: boolean;
  /** A space if a bracket here is set off by one. */
  readonly space: '' | ' ';
}

/** In a bracket spaces may stand between the words of a passage; outside they end what belongs to the `@`. */
const MENTION = /(-?)@(\{?)((?:[^\s@{}[\],，;；][^@{}[\],，;；]*)?)$/u;
/** Nobody remembers more of a passage before it is found. */
const MOST_TYPED = 100;

export function mentionPlace({ before, line, after, offset }: Around): MentionPlace | undefined {
  const found = MENTION.exec(line);
  if (found === null) return undefined;
  const [text, minus = '', brace = '', typed = ''] = found;
  const lead = line.slice(0, found.index);
  const isBracketed = isInBracket(before);
  if (lead.endsWith('\\') || typed.length > MOST_TYPED) return undefined;
  if (!isBracketed && (/\s/u.test(typed) || (/[\p{L}\p{N}]$/u.test(lead) && !/\p{Script=Han}$/u.test(lead))))
    return undefined;
  const rest = isBracketed ? afterBracket(after) : undefined;
  const closesBrace = brace !== '' && after.startsWith('}');
  return {
    whole: { start: offset - text.length, end: closesBrace ? offset + 1 : offset },
    typed: { start: offset - typed.length, end: offset },
    isSuppressed: minus !== '',
    isBraced: brace !== '',
    bracket: !isBracketed ? 'none' : rest === undefined ? 'open' : 'closed',
    needsBracket: !isBracketed && /[\p{L}\p{N}]$/u.test(lead),
    takesPassages: !isBracketed || !(/^[([{:]/.test(rest ?? '') || /^\}?\s*[,，]/u.test(after)),
    space: isBracketed ? '' : spaceAfter(lead),
  };
}

/** The keys that hold what was typed, newest first, and then the passages. */
export async function completeMention(
  library: Library,
  draft: Draft,
  place: MentionPlace,
): Promise<Completion[]> {
  const typed = draft.text.slice(place.typed.start, place.typed.end);
  const [word = ''] = typed.split(/\s/u);
  // After the space stands what belongs to the key.
  if (word !== typed && library.corpus.byKey(word) !== undefined) return [];
  const { start } = place.bracket === 'none' ? place.whole : place.typed;
  const items = [...keys(library, draft, place, typed), ...(await passages(library, draft, place, typed))];
  return items.map(({ text, end, ...item }, i) => ({
    ...item,
    filterText: draft.text.slice(start, place.typed.end),
    sortText: order(i),
    edit: { range: draft.lines.rangeOf({ start, end }), text },
  }));
}

/** What differs between the items of one list, with the text that replaces everything up to `end`. */
interface Item extends Pick<Completion, 'kind' | 'label' | 'detail' | 'documentation'> {
  readonly text: string;
  readonly end: number;
}

function keys({ corpus }: Library, draft: Draft, place: MentionPlace, typed: string): Item[] {
  const { typed: span, whole } = place;
  const all = corpus.statements();
  const fitting = all.filter((statement) =>
    holds([statement.key, shortTitle(statement), statement.metadata.title], typed),
  );
  return (fitting.length === 0 && saysTooLittle(typed) ? all : fitting).map((statement) => {
    const { key, metadata } = statement;
    const lead = place.bracket === 'none' ? draft.text.slice(whole.start, span.start) : '';
    return {
      ...{ kind: 'key', label: key, detail: shortTitle(statement) },
      documentation: [metadata.title, factsOf(statement)].map(escapeMarkdown).join('\n\n'),
      ...(place.needsBracket
        ? { text: bracketed(place, `@${key}`), end: whole.end }
        : { text: lead + key, end: span.end }),
    };
  });
}

async function passages(library: Library, draft: Draft, place: MentionPlace, typed: string): Promise<Item[]> {
  // Who types a key is not looking for a passage.
  const wanted = fold(typed).text;
  const isKey = library.corpus.statements().some(({ key }) => fold(key).text.startsWith(wanted));
  if (isKey || !place.takesPassages) return [];
  const found = await citablePassages(library, draft, typed);
  return found.map((passage) => ({
    ...describePassage(passage),
    text: textOf(place, citationOf(passage), passage.statement.key),
    end: place.whole.end,
  }));
}

/** What is written for `@key，第3段`: without the signs that stand there already. */
function textOf(place: MentionPlace, citation: string, key: string): string {
  if (place.bracket === 'none') return bracketed(place, citation);
  const rest = citation.slice(1 + key.length);
  return `${key}${place.isBraced ? '}' : ''}${rest}${place.bracket === 'open' ? ']' : ''}`;
}

function bracketed({ space, isSuppressed }: MentionPlace, citation: string): string {
  return `${space}[${isSuppressed ? '-' : ''}${citation}]`;
}
