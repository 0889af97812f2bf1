import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';
import type { Block } from './blocks.ts';
import { createOutline } from './outline.ts';
import { createNextOpening, fitting } from './fitting.ts';
import { isListItem } from './lines.ts';
import type { Paragraph, Section } from './model.ts';
import { numberOutline } from './numbering.ts';
import { BARE_LEVEL, isNamed, readOpening, tierOf, unnumbered, type Opening } from './opening.ts';

export interface Structure {
  readonly sections: readonly Section[];
  readonly paragraphs: readonly Paragraph[];
  readonly problems: readonly Problem[];
}

const LONGEST_TITLE = 120;
const ENDS_SENTENCE = /[。！？；：，、.!?;:,…][”’」』）)"']*$/;

/**
 * Finds the sections of a statement and numbers its paragraphs. No convention has to be declared: kinds of one width
 * nest in the order in which they first appear (一 → （一） → 1.), and a number that does not fit its place (`2025. …`
 * at the start of a paragraph) is text. Two sections of one number are reported, and the second is read as going on
 * with the first, so that every paragraph keeps an address of its own.
 */
export function readStructure(blocks: readonly Block[]): Structure {
  const content = blocks.filter(({ kind, text }) => kind !== 'break' && text !== '');
  const openings = content.map(readOpening);
  const bare = bareHeadings(content, openings);
  for (const i of bare) openings[i] = unnumbered(BARE_LEVEL);
  const next = createNextOpening(openings);
  const introduces = introductions(content, openings);
  const outline = createOutline(next);

  /** Where the reading went on last: a glued block that opens nothing goes on there. */
  let previousIsParagraph = false;
  for (let i = 0; i < content.length; i++) {
    const block = content[i];
    if (block === undefined) continue;
    const read = openings[i];
    const fits = read === undefined ? undefined : fitting(read, { ...outline.place(), index: i, next });
    const opening = fits ?? (block.kind === 'heading' ? unnumbered(block.level) : undefined);
    if (opening === undefined || (opening.kind === 'heading' && introduces(i) && !outline.hasSections())) {
      if (block.glued && previousIsParagraph) outline.continueParagraph(block.text, block.span);
      else outline.addParagraph(block.text, wordsOf(block));
      previousIsParagraph = true;
      continue;
    }
    const title = titleOf(block, opening);
    const words = restOf(block, opening);
    if (block.kind === 'heading' || bare.has(i)) {
      outline.enter(opening, { heading: title, words, span: block.span, index: i, isInline: false });
      previousIsParagraph = false;
      continue;
    }
    const below = title === '' ? titleBelow(i, opening) : undefined;
    const isInline =
      title !== '' && !(outline.takesTitle(opening) && isTitle(title) && isFollowed(i, opening));
    outline.enter(opening, {
      heading: isInline ? '' : (below?.text ?? title),
      words: below === undefined ? words : wordsOf(below),
      span: {
        start: block.span.start,
        end: isInline ? block.span.start + opening.length : (below ?? block).span.end,
      },
      ...{ index: i, isInline },
    });
    previousIsParagraph = isInline;
    if (isInline) outline.addParagraph(title, words);
    if (below !== undefined) i++;
  }
  const { roots, loose, problems } = outline.finish();
  return { ...numberOutline(roots, loose), problems };

  /** True if something stands under a section that opens at `i`: a title needs a text. */
  function isFollowed(i: number, opening: Opening): boolean {
    const block = content[i + 1];
    if (block === undefined) return false;
    const read = openings[i + 1];
    const place = outline.placeWithin(opening);
    const fits = read === undefined ? undefined : fitting(read, { ...place, index: i + 1, next });
    const following = fits ?? (block.kind === 'heading' ? unnumbered(block.level) : undefined);
    return following === undefined || outline.holds(opening, following);
  }

  /** The title of `Article 5` or 第一章 on the line below it. */
  function titleBelow(i: number, opening: Opening): Block | undefined {
    const below = content[i + 1];
    if (!isNamed(opening)) return undefined;
    if (below?.kind !== 'paragraph' || openings[i + 1] !== undefined || !isTitle(below.text))
      return undefined;
    return isFollowed(i + 1, opening) ? below : undefined;
  }
}

/**
 * The lines that are titles by their place alone: short, without a mark at the end, and right above the next number
 * of a list that runs through the text. One such line may be chance; two are not.
 */
function bareHeadings(
  content: readonly Block[],
  openings: readonly (Opening | undefined)[],
): ReadonlySet<number> {
  const found = new Set<number>();
  if (
    openings.some((opening) => opening !== undefined && tierOf(opening.kind) < 4 && opening.kind !== 'roman')
  )
    return found;
  let expected = 1;
  openings.forEach((opening, i) => {
    if (opening?.rank !== 'decimal 0' || opening.number !== expected) return;
    expected++;
    const above = content[i - 1];
    if (above?.kind === 'paragraph' && openings[i - 1] === undefined && !above.glued && isTitle(above.text)) {
      found.add(i - 1);
    }
  });
  return found.size > 1 ? found : new Set();
}

/** An unnumbered heading before section 一 (or 1) of its own level introduces; it is no section of the count. */
function introductions(
  content: readonly Block[],
  openings: readonly (Opening | undefined)[],
): (index: number) => boolean {
  const lastFirst = new Map<number, number>();
  openings.forEach((opening, i) => {
    if (opening !== undefined && opening.level > 0 && opening.number === 1) lastFirst.set(opening.level, i);
  });
  return (index) => (lastFirst.get(content[index]?.level ?? 0) ?? -1) > index;
}

function isTitle(text: string): boolean {
  const length = /\p{Script=Han}/u.test(text) ? text.length * 2 : text.length;
  return length <= LONGEST_TITLE && !ENDS_SENTENCE.test(text) && !isListItem(text);
}

function titleOf(block: Block, { length }: Opening): string {
  return block.text.slice(length).trim();
}

/** Where the words of a block stand, without the marks of a heading. */
function wordsOf({ span, lines }: Block): Span {
  return { start: lines[0]?.start ?? span.start, end: lines.at(-1)?.end ?? span.end };
}

/** Where the words after a marker stand; the marker is on the first line, and may be all of it. */
function restOf(block: Block, { length }: Opening): Span {
  const { start, end } = wordsOf(block);
  const [first, second] = block.lines;
  const isWhole = first !== undefined && start + length >= first.end;
  return { start: isWhole ? (second?.start ?? end) : start + length, end };
}
