import type {
  PreviewCitation,
  PreviewLink,
  PreviewReference,
  PreviewResult,
} from '../../../server/src/lsp/protocol.ts';

/** The references that a text is known to hold, to be found where they stand. */
export interface References {
  /** The citation that begins at a place, with where it ends; `undefined` if none does. */
  citationAt(
    text: string,
    at: number,
  ): { readonly citation: PreviewCitation; readonly end: number } | undefined;
  /** Where a link by key leads; `undefined` if that is not known. */
  linkTo(href: string): PreviewLink | undefined;
  /** Bare links in running text, in order. */
  bareLinks(text: string): { readonly link: PreviewLink; readonly start: number; readonly end: number }[];
}

/** Finds by what is written: what a citation shows depends on nothing else. */
export function findReferences({ citations, links }: PreviewResult): References {
  // The longer first: `@key [第3段]` before `@key`.
  const written = [...new Map(citations.map((citation) => [citation.raw, citation])).values()]
    .sort((a, b) => b.raw.length - a.raw.length)
    .map((citation) => ({ citation, pattern: patternOf(citation.raw) }));
  const targets = new Map(links.map((link) => [decoded(link.href), link]));
  return {
    citationAt: (text, at) => {
      if (!/[[@-]/.test(text.charAt(at))) return undefined;
      for (const { citation, pattern } of written) {
        pattern.lastIndex = at;
        if (!pattern.test(text)) continue;
        const end = pattern.lastIndex;
        if (isWhole(text, at, end)) return { citation, end };
      }
      return undefined;
    },
    linkTo: (href) => targets.get(decoded(href)),
    bareLinks: (text) =>
      [...text.matchAll(BARE_LINK)].flatMap((match) => {
        const link = targets.get(match[0]);
        return link === undefined ? [] : [{ link, start: match.index, end: match.index + match[0].length }];
      }),
  };
}

/** The same references, in whatever order and however often they stand there. */
export function isSameResult(a: PreviewResult, b: PreviewResult): boolean {
  return fingerprint(a) === fingerprint(b);
}

function fingerprint({ citations, links }: PreviewResult): string {
  const lines = (references: readonly PreviewReference[]): string[] =>
    [...new Set(references.map((reference) => JSON.stringify(reference)))].sort();
  return JSON.stringify([lines(citations), lines(links)]);
}

const BARE_LINK =
  /(?<![A-Za-z0-9])pincite:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:#\d+(?:\.\d+)*(?:-\d+(?:\.\d+)*)?)?/g;

/** What is written, wherever the lines are broken and whatever marks of a block stand before them. */
function patternOf(raw: string): RegExp {
  const lines = raw.split(/[ \t]*\r?\n[ \t>]*/);
  const escaped = lines.map((line) => line.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'));
  return new RegExp(escaped.join('[ \\t]*\\n[ \\t>]*'), 'y');
}

/** False within a word or a longer key, and for the text of a link. */
function isWhole(text: string, start: number, end: number): boolean {
  const rest = text.slice(end, end + 2);
  if (text.charAt(start) === '[') return !rest.startsWith('(');
  if (/[\p{L}\p{N}_]$/u.test(text.slice(Math.max(0, start - 2), start))) return false;
  const isOpenEnded = /[\p{L}\p{N}_]/u.test(text.charAt(end - 1));
  return !(isOpenEnded && /^(?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-][\p{L}\p{N}_])/u.test(rest));
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
