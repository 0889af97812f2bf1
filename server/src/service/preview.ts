import type { Citation } from '../core/citation/citations.ts';
import { findPinciteLinks } from '../core/citation/links.ts';
import type { StyleName } from '../core/format/style-name.ts';
import { openingWords, type Passage } from '../core/passage.ts';
import type { Problem } from '../core/problem.ts';
import { factsOf, warningOf } from './describe.ts';
import { draftLanguage } from './draft-language.ts';
import { createDraft } from './draft.ts';
import type { Library } from './library.ts';
import { messageOf } from './messages.ts';
import { groupText, inTextStyle, locatorOf, nameOf } from './preview-words.ts';
import { resolveCitation, type Resolved } from './resolve.ts';
import { resolveLink } from './resolve-link.ts';

/** What stands for a reference where the text is rendered; see the protocol. */
export interface PreviewReference {
  readonly text: string;
  readonly passage: string;
  readonly isBroken: boolean;
  readonly problem: string;
  readonly target?: string;
}

export interface Preview {
  readonly citations: readonly (PreviewReference & { readonly raw: string })[];
  readonly links: readonly (PreviewReference & { readonly href: string })[];
}

export interface PreviewOptions {
  /** One that sets citations in the text, by author or title, is followed; else titles are shown. */
  readonly style: StyleName | 'auto';
  /** True while statements are being read. */
  readonly isLoading: boolean;
}

/** As much as a tooltip can show. */
const MOST_CHARACTERS = 600;

/**
 * How the citations and links of a Markdown text are shown where it is rendered: by titles, never by keys. While
 * statements are being read, what is not known yet is left out.
 */
export function previewText(library: Library, text: string, options: PreviewOptions): Preview {
  const { isLoading } = options;
  const draft = createDraft('', text);
  const groups = new Map<number, Citation[]>();
  for (const citation of draft.citations) {
    const { start } = citation.group;
    groups.set(start, [...(groups.get(start) ?? []), citation]);
  }
  const citations = [...groups.values()].flatMap((group) => {
    const [first] = group;
    const resolved = group.map((citation) => resolveCitation(library, citation));
    // A key that is like none of ours may be of the writer's own bibliography: that is nobody's fault.
    const isOurs = isLoading
      ? resolved.every(({ statement }) => statement !== undefined)
      : resolved.some(({ statement, problems }) => statement !== undefined || problems.some(isSlip));
    if (first === undefined || !isOurs) return [];
    const raw = text.slice(first.group.start, first.group.end);
    const shown = inTextStyle(resolved, options.style, draftLanguage(draft)) ?? groupText(resolved);
    return [{ raw, ...referenceOf(shown, resolved.flatMap(passagesOf), resolved.flatMap(faultsOf)) }];
  });
  const links = findPinciteLinks(draft.markdown).flatMap((link) => {
    const resolved = link.key === undefined ? undefined : resolveLink(library, '', link);
    if (resolved === undefined) return [];
    const { statement, passages, problems } = resolved;
    if (isLoading && statement === undefined) return [];
    const href = text.slice(link.targetSpan.start, link.targetSpan.end);
    const shown = statement === undefined ? href : nameOf(statement, passages.map(locatorOf).join('、'));
    return [{ href, ...referenceOf(shown, passages, problems) }];
  });
  return { citations, links };
}

function referenceOf(
  text: string,
  passages: readonly Passage[],
  problems: readonly Problem[],
): PreviewReference {
  const [first] = passages;
  return {
    text,
    passage: passages.map(wordsOf).join('\n\n'),
    isBroken: problems.length > 0,
    problem: problems.map(messageOf).join(' '),
    ...(first !== undefined && { target: targetOf(first) }),
  };
}

function isSlip({ code, values }: Problem): boolean {
  return code === 'unknown-key' && values['nearest'] !== undefined;
}

function faultsOf({ problems }: Resolved): readonly Problem[] {
  return problems.filter((problem) => problem.code !== 'unknown-key' || isSlip(problem));
}

function passagesOf({ passages }: Resolved): readonly Passage[] {
  return passages;
}

/** The passage's locator and words, or the title of a statement that is cited as a whole, and what warns of it. */
function wordsOf(passage: Passage): string {
  const { statement, kind, paragraphs } = passage;
  const warning = warningOf(statement);
  if (kind === 'statement') {
    return [statement.metadata.title, factsOf(statement), warning].filter((line) => line !== '').join('\n');
  }
  const words = openingWords(paragraphs.map(({ text }) => text).join('\n'), MOST_CHARACTERS);
  return `${locatorOf(passage)}\n${words}`;
}

function targetOf({ statement, address, paragraphs, span }: Passage): string {
  const start = address === '' ? (paragraphs[0]?.span.start ?? 0) : span.start;
  return `${statement.uri}#L${String(statement.lines.positionAt(start).line + 1)}`;
}
