import { formatPath, type AddressPath } from '../address.ts';
import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';
import type { Block } from './blocks.ts';
import { readMarker, type Marker } from './marker.ts';
import type { MarkerKind, Paragraph, Section } from './model.ts';

export interface Structure {
  readonly sections: readonly Section[];
  readonly paragraphs: readonly Paragraph[];
  readonly problems: readonly Problem[];
}

/** A section while it is being filled. */
interface Draft {
  readonly kind: MarkerKind;
  /** Sections of one rank share it: the kind, with the depth of a heading or of a `1.2.3` number. */
  readonly rank: string;
  /** 1–6 if a Markdown heading opened it, else 0. */
  readonly level: number;
  readonly number: number;
  readonly label: string;
  readonly heading: string;
  readonly headingSpan: Span;
  readonly parent: Draft | undefined;
  readonly paragraphs: DraftParagraph[];
  readonly sections: Draft[];
  end: number;
}

interface DraftParagraph {
  readonly text: string;
  readonly span: Span;
}

interface Opening {
  readonly kind: MarkerKind;
  readonly rank: string;
  readonly number: number;
  readonly label: string;
  /** How much of the block's text the marker takes. */
  readonly length: number;
  /** The number if this is read as a letter: `(i)` may be the ninth. */
  readonly asLetter: number | undefined;
}

/** Divisions that contain every other kind, the widest first. */
const WIDE: readonly MarkerKind[] = ['part', 'chapter', 'section', 'article'];
/** Kinds that open a section wherever they stand; others must fit the numbers around them. */
const EXPLICIT: ReadonlySet<MarkerKind> = new Set(['preamble', 'han', 'han-parenthesised', ...WIDE]);
const LONGEST_TITLE = 60;
const ENDS_SENTENCE = /[。！？；：，、.!?;:,…][”’」』）)"']*$/;

/**
 * Finds the sections of a statement and numbers its paragraphs. Kinds nest in the order in which they first appear
 * (一 → （一） → 1.), so that no convention has to be declared; a number that does not fit its place (`2025. …` at the
 * start of a paragraph) is text. Two sections of one number are reported, and the second is read as going on with
 * the first, so that every paragraph keeps an address of its own.
 */
export function readStructure(blocks: readonly Block[]): Structure {
  const problems: Problem[] = [];
  const openings = blocks.map((block) => readOpening(block));
  const roots: Draft[] = [];
  const loose: DraftParagraph[] = [];
  const last = new Map<string, number>();
  let open: Draft[] = [];

  const siblingsOf = (parent: Draft | undefined): Draft[] => parent?.sections ?? roots;

  const addParagraph = (text: string, span: Span): void => {
    const section = open.at(-1);
    (section?.paragraphs ?? loose).push({ text, span });
    for (const draft of open) draft.end = Math.max(draft.end, span.end);
  };

  const enter = (block: Block, opening: Opening, heading: string): void => {
    open = containersOf(open, opening, block.level);
    const parent = open.at(-1);
    const siblings = siblingsOf(parent);
    const number = opening.kind === 'heading' ? (siblings.at(-1)?.number ?? 0) + 1 : opening.number;
    const headingEnd = heading === '' ? block.span.start + opening.length : block.span.end;
    const headingSpan = { start: block.span.start, end: block.level > 0 ? block.span.end : headingEnd };
    const twin = siblings.find((sibling) => sibling.number === number);
    if (twin !== undefined) {
      problems.push(sectionProblem('section-duplicate', 'error', headingSpan, opening.label || heading));
      open.push(twin);
      return;
    }
    const previous = siblings.at(-1);
    if (previous !== undefined && previous.rank === opening.rank && number > previous.number + 1) {
      problems.push(sectionProblem('section-missing', 'information', headingSpan, opening.label, previous.label));
    }
    const draft: Draft = {
      ...{ kind: opening.kind, rank: opening.rank, level: block.level, number, label: opening.label },
      ...{ heading, headingSpan, parent, paragraphs: [], sections: [], end: headingSpan.end },
    };
    for (const container of open) container.end = Math.max(container.end, draft.end);
    siblings.push(draft);
    open.push(draft);
    last.set(opening.rank, number);
  };

  blocks.forEach((block, i) => {
    if (block.kind === 'break') return;
    const read = openings[i];
    if (block.kind === 'heading') {
      if (block.text === '') return;
      const opening = fitting(read, open, last, roots) ?? unnumbered(block);
      if (opening.kind === 'heading' && belongsToPreamble(block, i, blocks, openings, roots)) {
        addParagraph(block.text, block.span);
        return;
      }
      enter(block, opening, block.text.slice(opening.length).trim());
      return;
    }
    const opening = fitting(read, open, last, roots);
    if (opening === undefined) {
      addParagraph(block.text, block.span);
      return;
    }
    const rest = block.text.slice(opening.length);
    const isTitle = rest !== '' && looksLikeTitle(rest) && contentFollows(opening, i, blocks, openings);
    enter(block, opening, isTitle ? rest.trim() : '');
    if (rest !== '' && !isTitle) {
      // The marker stands on the block's first line, so that its length is the same in the file.
      addParagraph(rest, { start: block.span.start + opening.length, end: block.span.end });
    }
  });

  if (loose.length > 0 && roots.length > 0) {
    const zero = roots.find((root) => root.number === 0);
    if (zero === undefined) roots.unshift(preambleOf(loose));
    else zero.paragraphs.unshift(...loose);
  }
  return { ...freeze(roots, loose), problems };
}

function readOpening(block: Block): Opening | undefined {
  if (block.kind === 'break') return undefined;
  const marker = readMarker(block.text, block.kind === 'heading');
  return marker === undefined ? undefined : openingOf(marker);
}

function openingOf({ kind, number, numbers, label, length, asLetter }: Marker): Opening {
  const rank = numbers.length > 1 ? `${kind} ${String(numbers.length)}` : kind;
  return { kind, rank, number, label, length, asLetter };
}

function unnumbered(block: Block): Opening {
  return { kind: 'heading', rank: `heading ${String(block.level)}`, number: 0, label: '', length: 0, asLetter: undefined };
}

/** The opening if its number fits the place: explicit kinds always, others as the first or the next of their kind. */
function fitting(
  opening: Opening | undefined,
  open: readonly Draft[],
  last: ReadonlyMap<string, number>,
  roots: readonly Draft[],
): Opening | undefined {
  if (opening === undefined || EXPLICIT.has(opening.kind)) return opening;
  const letter = open.find((draft) => draft.rank === 'letter');
  if (letter !== undefined && opening.asLetter === letter.number + 1) {
    return { ...opening, kind: 'letter', rank: 'letter', number: opening.asLetter };
  }
  const sibling = open.find((draft) => draft.rank === opening.rank);
  const expected = sibling === undefined ? undefined : sibling.number + 1;
  if (opening.number === 1 || opening.number === expected) return opening;
  if (opening.number === (last.get(opening.rank) ?? Number.NaN) + 1) return opening;
  // A gap in a list that is under way, or an excerpt that begins in the middle.
  const gap = expected !== undefined && opening.number > expected && opening.number <= expected + 3;
  const twice = sibling !== undefined && opening.number === sibling.number;
  return gap || twice || (roots.length === 0 && last.size === 0 && opening.number < 200) ? opening : undefined;
}

/** The sections that stay open around a new one. */
function containersOf(open: readonly Draft[], opening: Opening, level: number): Draft[] {
  const same = open.findIndex((draft) => draft.rank === opening.rank);
  let kept = same >= 0 ? open.slice(0, same) : [...open];
  if (level > 0) kept = kept.filter((draft) => draft.level === 0 || draft.level < level);
  const width = WIDE.indexOf(opening.kind);
  if (width >= 0) kept = kept.filter((draft) => WIDE.includes(draft.kind) && WIDE.indexOf(draft.kind) < width);
  if (opening.kind === 'preamble') return [];
  return kept.filter((draft) => draft.kind !== 'preamble');
}

/** An unnumbered heading before section 一 (or 1) of its own level introduces; it is no section of the count. */
function belongsToPreamble(
  block: Block,
  index: number,
  blocks: readonly Block[],
  openings: readonly (Opening | undefined)[],
  roots: readonly Draft[],
): boolean {
  if (roots.length > 0) return false;
  return blocks.some(
    (other, i) =>
      i > index && other.kind === 'heading' && other.level === block.level && openings[i]?.number === 1,
  );
}

function looksLikeTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && !ENDS_SENTENCE.test(text.trim());
}

/** True if the next block belongs to the section that this one opens: a title needs something under it. */
function contentFollows(
  opening: Opening,
  index: number,
  blocks: readonly Block[],
  openings: readonly (Opening | undefined)[],
): boolean {
  const next = blocks[index + 1];
  return next !== undefined && next.kind === 'paragraph' && openings[index + 1]?.rank !== opening.rank;
}

function preambleOf(paragraphs: DraftParagraph[]): Draft {
  const start = paragraphs[0]?.span.start ?? 0;
  return {
    ...{ kind: 'preamble', rank: 'preamble', level: 0, number: 0, label: '', heading: '' },
    ...{ headingSpan: { start, end: start }, parent: undefined, paragraphs, sections: [] },
    end: paragraphs.at(-1)?.span.end ?? start,
  };
}

function freeze(roots: readonly Draft[], loose: readonly DraftParagraph[]): Omit<Structure, 'problems'> {
  const running = ranksThatRunThrough(roots);
  const all: Paragraph[] = [];
  const freezeParagraphs = (drafts: readonly DraftParagraph[], base: AddressPath, section?: Section): Paragraph[] =>
    drafts.map((draft, i) => {
      const path = [...base, i + 1];
      const paragraph = { address: formatPath(path), path, ...draft, ...(section === undefined ? {} : { section }) };
      all.push(paragraph);
      return paragraph;
    });
  const freezeSection = (draft: Draft, base: AddressPath, parent?: Section): Section => {
    const path = [...base, draft.number];
    const paragraphs: Paragraph[] = [];
    const sections: Section[] = [];
    const section: Section = {
      ...{ address: formatPath(path), path, number: draft.number, kind: draft.kind, label: draft.label },
      ...{ heading: draft.heading, headingSpan: draft.headingSpan },
      span: { start: draft.headingSpan.start, end: draft.end },
      runsThrough: running.has(draft.rank),
      ...{ paragraphs, sections, ...(parent === undefined ? {} : { parent }) },
    };
    // What stands before the first nested section is its preamble: 1.0.1, as 0.1 is the statement's.
    const own = draft.sections.length > 0 ? [...path, 0] : path;
    paragraphs.push(...freezeParagraphs(draft.paragraphs, own, section));
    sections.push(...draft.sections.map((child) => freezeSection(child, path, section)));
    return section;
  };
  const sections = roots.map((root) => freezeSection(root, []));
  if (roots.length === 0) freezeParagraphs(loose, []);
  return { sections, paragraphs: all.sort((a, b) => a.span.start - b.span.start) };
}

/** Ranks whose numbers go on from one parent to the next without starting again. */
function ranksThatRunThrough(roots: readonly Draft[]): ReadonlySet<string> {
  const seen = new Map<string, { numbers: number[]; parents: Set<Draft | undefined> }>();
  const visit = (draft: Draft): void => {
    const entry = seen.get(draft.rank) ?? { numbers: [], parents: new Set() };
    seen.set(draft.rank, entry);
    entry.numbers.push(draft.number);
    entry.parents.add(draft.parent);
    draft.sections.forEach(visit);
  };
  roots.forEach(visit);
  const runs = [...seen].filter(
    ([rank, { numbers, parents }]) =>
      !rank.startsWith('heading') &&
      parents.size > 1 &&
      numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? 0)),
  );
  return new Set(runs.map(([rank]) => rank));
}

function sectionProblem(
  code: 'section-duplicate' | 'section-missing',
  severity: Problem['severity'],
  span: Span,
  label: string,
  previous = '',
): Problem {
  return { code, severity, span, values: { label, previous } };
}
