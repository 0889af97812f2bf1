import { readKey } from '../core/citation/inline/key.ts';
import { findPinciteLinks } from '../core/citation/links.ts';
import { touches, type Span } from '../core/span.ts';
import type { Draft } from './draft.ts';

/** A place where a text names a key: in a citation, in the target of a `pincite:` link, in `nocite` of the front matter. */
export interface KeyUse {
  readonly key: string;
  /** The key alone, as it is written. */
  readonly span: Span;
  /** The key with the `@` before it, or the target of the link: where a cursor means the key. */
  readonly whole: Span;
}

/** Every place where a draft names a key, in the order of the text. */
export function keyUses(draft: Draft): KeyUse[] {
  const citations = draft.citations.map(({ key, keySpan, atSpan }) => ({
    ...{ key, span: keySpan, whole: { start: atSpan.start, end: keySpan.end } },
  }));
  const uses = new Map(
    [...citations, ...linkUses(draft), ...nociteUses(draft)].map((use) => [use.span.start, use]),
  );
  return [...uses.values()].sort((a, b) => a.span.start - b.span.start);
}

/** The key that a cursor touches. */
export function keyUseAt(draft: Draft, offset: number): KeyUse | undefined {
  return keyUses(draft).find(({ whole }) => touches(whole, offset));
}

const KEY_IN_TARGET = /pincite:([^#>\s]+)/i;

function linkUses(draft: Draft): KeyUse[] {
  return findPinciteLinks(draft.markdown).flatMap(({ key, targetSpan: whole }) => {
    if (key === undefined) return [];
    const match = KEY_IN_TARGET.exec(draft.text.slice(whole.start, whole.end));
    const written = match?.[1];
    if (match === null || written === undefined) return [];
    const start = whole.start + match.index + match[0].length - written.length;
    return [{ key, span: { start, end: start + written.length }, whole }];
  });
}

const FRONT_MATTER = /^---[ \t]*\r?\n(?:[^]*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** The field with the lines that are indented after it. */
const NOCITE = /^nocite[ \t]*:.*(?:\r?\n(?:[ \t]+.*|[ \t]*(?=\r?\n[ \t])))*/m;

/** Pandoc reads the field as text: what it cites is listed though it is cited nowhere. */
function nociteUses({ text }: Draft): KeyUse[] {
  const front = FRONT_MATTER.exec(text)?.[0];
  const field = front?.includes('@') === true ? NOCITE.exec(front) : null;
  if (field === null) return [];
  const uses: KeyUse[] = [];
  const end = field.index + field[0].length;
  for (let at = text.indexOf('@', field.index); at >= 0 && at < end; at = text.indexOf('@', at + 1)) {
    const read = /[\p{L}\p{N}_]/u.test(text.charAt(at - 1)) ? undefined : readKey(text, at);
    if (read === undefined || read.end > end) continue;
    const span = { start: read.keyStart, end: read.keyEnd };
    const key = text.slice(span.start, span.end);
    if (!key.startsWith('*')) uses.push({ key, span, whole: { start: at, end: span.end } });
  }
  return uses;
}
