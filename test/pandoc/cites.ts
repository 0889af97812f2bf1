import type { Citation } from '../../server/src/core/citation/citation.ts';

/** A citation as both sides can say it: `N:key`, with `<` for a prefix before and `>` for words after it. */
export type Cite = string;

/** Pandoc's modes: N in brackets, A in running text, S without the author. */
function cite(mode: string, key: string, hasPrefix: boolean, hasSuffix: boolean): Cite {
  return `${hasPrefix ? '<' : ''}${mode}:${key}${hasSuffix ? '>' : ''}`;
}

/** What we find, sorted: Pandoc's tree does not keep the order of footnotes. */
export function ownCites(citations: readonly Citation[]): Cite[] {
  return citations
    .map(({ form, key, prefix, suffix, locatorText, suppressAuthor }) =>
      cite(
        suppressAuthor ? 'S' : form === 'textual' ? 'A' : 'N',
        key,
        prefix !== '',
        `${locatorText}${suffix}`.trim() !== '',
      ),
    )
    .sort();
}

const MODES: Readonly<Record<string, string>> = {
  NormalCitation: 'N',
  AuthorInText: 'A',
  SuppressAuthor: 'S',
};

/** What Pandoc finds, from its JSON tree; without `@*`, and with a figure's caption counted once. */
export function pandocCites(json: string): Cite[] {
  const found: Cite[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    const content: readonly unknown[] = Array.isArray(value['c']) ? value['c'] : [];
    const { citationId, citationMode, citationPrefix, citationSuffix } = value;
    if (
      typeof citationId === 'string' &&
      isNode(citationMode) &&
      Array.isArray(citationPrefix) &&
      Array.isArray(citationSuffix)
    ) {
      const mode = MODES[String(citationMode['t'])] ?? '?';
      if (!citationId.startsWith('*')) {
        found.push(cite(mode, citationId, citationPrefix.length > 0, citationSuffix.length > 0));
      }
    }
    // The second part of a citation repeats it as text.
    if (value['t'] === 'Cite') visit(content[0]);
    else if (value['t'] === 'Figure') visit(content[1]);
    else Object.values(value).forEach(visit);
  };
  const tree: unknown = JSON.parse(json);
  if (isNode(tree)) visit(tree['blocks']);
  return found.sort();
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
