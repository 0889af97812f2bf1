/** A citation as Pandoc's tree has it, with its words as plain text. */
export interface TreeCitation {
  readonly key: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly mode: 'normal' | 'textual' | 'suppressed';
}

/** A paragraph of Pandoc's tree. */
export interface TreeParagraph {
  /** Group by group. */
  readonly groups: readonly (readonly TreeCitation[])[];
  /** The text with `¤` for each group. */
  readonly around: string;
  /** The text with what citeproc has written in the place of each group; notes in place. */
  readonly printed: string;
}

const MODES: Readonly<Record<string, TreeCitation['mode']>> = {
  NormalCitation: 'normal',
  AuthorInText: 'textual',
  SuppressAuthor: 'suppressed',
};

/** The paragraphs of a document from Pandoc's JSON. */
export function paragraphsOf(json: string): TreeParagraph[] {
  const tree = JSON.parse(json) as { readonly blocks: readonly Node[] };
  return tree.blocks
    .filter(({ t }) => t === 'Para' || t === 'Plain')
    .map(({ c }) => {
      const groups: TreeCitation[][] = [];
      const around = textOf(c, (citations) => {
        groups.push(citations.map(toCitation));
        return '¤';
      });
      return { groups, around, printed: textOf(c) };
    });
}

interface Node {
  readonly t: string;
  readonly c?: unknown;
}

interface CitationNode {
  readonly citationId: string;
  readonly citationPrefix: unknown;
  readonly citationSuffix: unknown;
  readonly citationMode: Node;
}

function toCitation({
  citationId,
  citationPrefix,
  citationSuffix,
  citationMode,
}: CitationNode): TreeCitation {
  const mode = MODES[citationMode.t];
  if (mode === undefined) throw new Error(`an unknown mode: ${citationMode.t}`);
  return { key: citationId, prefix: textOf(citationPrefix), suffix: textOf(citationSuffix), mode };
}

/** The words of inlines and blocks; spaces that do not break are spaces. */
function textOf(value: unknown, inPlace?: (citations: readonly CitationNode[]) => string): string {
  if (Array.isArray(value)) return value.map((each) => textOf(each, inPlace)).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { t, c } = value as Node;
  if (t === 'Str') return String(c).replaceAll('\u00a0', ' ');
  if (t === 'Space' || t === 'SoftBreak' || t === 'LineBreak') return ' ';
  if (t === 'Cite') {
    const [citations, words] = c as readonly [readonly CitationNode[], unknown];
    return inPlace === undefined ? textOf(words) : inPlace(citations);
  }
  if (t === 'Quoted' || t === 'Span' || t === 'Link') return textOf((c as readonly unknown[])[1], inPlace);
  return textOf(c, inPlace);
}
