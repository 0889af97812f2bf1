import type { Citation } from '../core/citation/citations.ts';
import { formatLocator } from '../core/citation/format-locator.ts';
import { findPinciteLinks } from '../core/citation/links.ts';
import { openingWords, type Passage } from '../core/passage.ts';
import type { Problem } from '../core/problem.ts';
import { isChinese } from '../core/script.ts';
import type { Statement } from '../core/statement/model.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import { factsOf, warningOf } from './describe.ts';
import { createDraft } from './draft.ts';
import type { Library } from './library.ts';
import { messageOf } from './messages.ts';
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

/** As much as a tooltip can show. */
const MOST_CHARACTERS = 600;

/**
 * How the citations and links of a Markdown text are shown where it is rendered: by titles, never by keys. While
 * statements are being read, what is not known yet is left out.
 */
export function previewText(library: Library, text: string, isLoading: boolean): Preview {
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
    return [
      { raw, ...referenceOf(groupText(resolved), resolved.flatMap(passagesOf), resolved.flatMap(faultsOf)) },
    ];
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

/** `（见《短题》第四部分第3段；《短题》第1段）`, `(see Short Title, § 4, ¶ 3)`; in running text `《短题》（第3段）`. */
function groupText(group: readonly Resolved[]): string {
  const [first] = group;
  if (first === undefined) return '';
  const isHan = group.some(({ statement }) => statement !== undefined && isChinese(languageOf(statement)));
  const [open, separator, close] = isHan ? (['（', '；', '）'] as const) : ([' (', '; ', ')'] as const);
  if (first.citation.form === 'bracketed')
    return `${open.trim()}${group.map(itemText).join(separator)}${close}`;
  const name = first.statement === undefined ? `@${first.citation.key}` : nameOf(first.statement, '');
  const inside = [
    [locatorText(first), first.citation.suffix.trim()].filter((part) => part !== '').join(' '),
    ...group.slice(1).map(itemText),
  ].filter((part) => part !== '');
  return inside.length === 0 ? name : `${name}${open}${inside.join(separator)}${close}`;
}

function itemText(resolved: Resolved): string {
  const { citation, statement } = resolved;
  const { prefix, suffix, key } = citation;
  const locator = locatorText(resolved);
  if (statement === undefined)
    return spaced(prefix, `@${key}${locator === '' ? '' : `, ${locator}`}${suffix}`);
  return spaced(prefix, `${nameOf(statement, locator)}${suffix}`);
}

/** Between letters a space, between Han characters none. */
function spaced(prefix: string, rest: string): string {
  if (prefix === '') return rest;
  return /[\p{Script=Han}，、：；（“]$/u.test(prefix) && /^[《“（\p{Script=Han}]/u.test(rest)
    ? `${prefix}${rest}`
    : `${prefix} ${rest}`;
}

/** 《短题》第3段, `Short Title, § 4, ¶ 3`. */
function nameOf(statement: Statement, locator: string): string {
  const title = shortTitle(statement);
  if (!isChinese(languageOf(statement))) return locator === '' ? title : `${title}, ${locator}`;
  return `${/^[《〈]/u.test(title) ? title : `《${title}》`}${locator}`;
}

/** In the form of the statement's language if all of it exists, else as it is written. */
function locatorText({ citation, statement, passages, problems }: Resolved): string {
  if (statement === undefined || problems.length > 0 || citation.locator === undefined)
    return citation.locatorText;
  return passages.map(locatorOf).join(isChinese(languageOf(statement)) ? '、' : '; ');
}

function locatorOf({ statement, address }: Passage): string {
  return formatLocator(address, statement);
}

function languageOf({ metadata }: Statement): string {
  return metadata.language;
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
