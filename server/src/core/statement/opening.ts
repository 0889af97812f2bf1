import type { Block } from './blocks.ts';
import { readMarker } from './marker.ts';
import type { Marker } from './marker-number.ts';
import type { MarkerKind } from './model.ts';

/** What a block may open: a division with its number, before it is known whether the number fits its place. */
export interface Opening {
  readonly kind: MarkerKind;
  /** Divisions that are counted together share it: the kind, with the depth of `1.2.3` and the level of a heading. */
  readonly rank: string;
  /** 1–6 for a Markdown heading, `BARE_LEVEL` for a title that only its place shows, else 0. */
  readonly level: number;
  readonly number: number;
  /** For `1.2.3`: the numbers; a single number otherwise. */
  readonly numbers: readonly number[];
  readonly label: string;
  /** How much of the block's text the marker takes. */
  readonly length: number;
  /** The same marker read as a letter, where it can be. */
  readonly asLetter?: Opening;
}

/** The level of a title line without `#`: below any heading, and like one above what has no level. */
export const BARE_LEVEL = 7;
/** The rank of an annex: it stands beside whatever was counted before it. */
export const ANNEX = 'annex';

/** Kinds that open a division wherever they stand; others must fit the numbers around them. */
const EXPLICIT: ReadonlySet<MarkerKind> = new Set([
  ...(['preamble', 'heading', 'han', 'han-parenthesised'] as const),
  ...(['part', 'chapter', 'section', 'article'] as const),
]);
const ANNEX_LINE =
  /^(?:附件|附录|附表|Annex|Appendix|Приложение)(?:\s*(?:№\s*)?[一二三四五六七八九十\dIVX]{1,4})?[:：.]?$/iu;

export function readOpening(block: Block): Opening | undefined {
  if (block.kind === 'break') return undefined;
  const [first] = block.lines;
  const line = first === undefined ? block.text : block.text.slice(0, first.end - first.start);
  const marker = readMarker(line, block.kind === 'heading');
  // Within a wrapped sentence `Article 5 Council members …` is no title.
  if (marker !== undefined && !(marker.isLoose === true && block.glued))
    return openingOf(marker, block.level);
  return ANNEX_LINE.test(block.text) ? unnumbered(block.level, ANNEX) : undefined;
}

/** A heading without a number of its own: it is counted. */
export function unnumbered(level: number, rank = `heading ${String(level)}`): Opening {
  return { kind: 'heading', rank, level, number: 0, numbers: [], label: '', length: 0 };
}

export function isExplicit({ kind }: Opening): boolean {
  return EXPLICIT.has(kind);
}

/** True for a division that says what it is, 第三条 or Part I, and not only a number. */
export function isNamed({ kind }: Opening): boolean {
  return kind === 'article' || tierOf(kind) < 3;
}

/**
 * How wide a division is: one of a lower tier never stands within one of a higher. Within a tier kinds nest in the
 * order in which they first appear.
 */
export function tierOf(kind: MarkerKind): number {
  const wide: readonly MarkerKind[] = ['part', 'chapter', 'section'];
  if (wide.includes(kind)) return wide.indexOf(kind);
  return kind === 'article' || kind === 'han' || kind === 'roman' ? 3 : 4;
}

function openingOf(marker: Marker, level: number): Opening {
  const { kind, number, numbers, label, length, asLetter } = marker;
  const depth = numbers.length > 1 ? ` ${String(numbers.length)}` : '';
  const isCapital = kind === 'letter' && /^[A-Z]/.test(label);
  const own = isCapital ? 'capital' : `${kind}${depth}`;
  const opening: Opening = { kind, rank: own, level, number, numbers, label, length };
  const ranked = { ...opening, rank: isExplicit(opening) ? own : `${own} ${String(level)}` };
  if (asLetter === undefined) return ranked;
  const letters = `${kind === 'roman' ? 'capital' : 'letter'} ${String(level)}`;
  return {
    ...ranked,
    asLetter: { ...ranked, kind: 'letter', rank: letters, number: asLetter, numbers: [asLetter] },
  };
}
