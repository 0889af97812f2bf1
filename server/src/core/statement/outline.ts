import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';
import { addSection, containersOf, createDraft, type Draft, type DraftParagraph } from './draft.ts';
import { holderOf, neighbourOf, type NextOpening, type Place } from './fitting.ts';
import { ANNEX, isNamed, tierOf, unnumbered, type Opening } from './opening.ts';

/** The sections of a statement while it is read from top to bottom. */
export interface Outline {
  addParagraph(text: string, span: Span): void;
  /** Goes on with the last paragraph. */
  continueParagraph(text: string, span: Span): void;
  /** Opens a section; one whose number is taken already is reported and goes on with the first. */
  enter(opening: Opening, at: Entry): void;
  place(): Pick<Place, 'open' | 'last'>;
  /** The place inside a section that is not open yet. */
  placeWithin(opening: Opening): Pick<Place, 'open' | 'last'>;
  /** True if `inner` would stand within a section that opens here. */
  holds(opening: Opening, inner: Opening): boolean;
  /** False in a list whose items are texts: a short last one is no title. */
  takesTitle(opening: Opening): boolean;
  hasSections(): boolean;
  finish(): {
    readonly roots: Draft[];
    readonly loose: readonly DraftParagraph[];
    readonly problems: readonly Problem[];
  };
}

interface Entry {
  readonly heading: string;
  /** Of the words of the heading. */
  readonly words: Span;
  /** Of the marker and the heading. */
  readonly span: Span;
  /** Of the block, to look ahead from. */
  readonly index: number;
  readonly isInline: boolean;
}

export function createOutline(next: NextOpening): Outline {
  const problems: Problem[] = [];
  const loose: DraftParagraph[] = [];
  const last = new Map<string, number>();
  let root = { sections: [] as Draft[], byNumber: new Map<number, Draft>() };
  let open: Draft[] = [];

  const containers = (opening: Opening): Draft[] => {
    if (opening.numbers.length < 2) return containersOf(open, opening);
    const neighbour = neighbourOf(opening, open);
    if (neighbour !== undefined) return open.slice(0, open.indexOf(neighbour));
    const holder = holderOf(opening, open);
    if (holder !== undefined) return open.slice(0, open.indexOf(holder) + 1);
    return withHolders(opening);
  };
  /** `2.1` without a `2` above: the section that the number speaks of is put in. */
  const withHolders = (opening: Opening): Draft[] => {
    const outer = open.findIndex((draft) => draft.opening.kind === 'decimal');
    const chain = containersOf(outer < 0 ? open : open.slice(0, outer), opening);
    opening.numbers.slice(0, -1).forEach((number, i) => {
      const siblings = chain.at(-1) ?? root;
      const known = siblings.byNumber.get(number);
      if (known !== undefined) {
        chain.push(known);
        return;
      }
      const numbers = opening.numbers.slice(0, i + 1);
      const rank = `decimal${i > 0 ? ` ${String(i + 1)}` : ''} ${String(opening.level)}`;
      const implied: Opening = { ...opening, rank, number, numbers, label: numbers.join('.'), length: 0 };
      const place = { number, heading: '', headingSpan: undefined, isInline: true, parent: chain.at(-1) };
      const draft = createDraft(implied, place);
      addSection(siblings, draft);
      chain.push(draft);
    });
    return chain;
  };

  /** Sections before the first wider one belong to what precedes it, the preamble: 1. 2. 3. before 一, Article 1 before Part I. */
  const demote = (opening: Opening, index: number): void => {
    const latest = root.sections.at(-1);
    if (latest === undefined || latest.number === 0) return;
    if (opening.rank === ANNEX || opening.kind === 'preamble' || opening.rank === latest.opening.rank) return;
    const isUnnumbered = opening.kind === 'heading';
    // A heading without a number counts as wider only if the list before it goes on below it.
    const isFirst = isUnnumbered
      ? next(latest.opening.rank, [latest.number + 1], index) !== undefined
      : opening.number === 1;
    const isNarrower = ({ number, opening: { kind, level } }: Draft): boolean =>
      number === 0 ||
      (opening.level > level && level === 0) ||
      (!isUnnumbered && opening.level === level && tierOf(kind) > tierOf(opening.kind));
    if (!isFirst || !isNarrower(latest) || !root.sections.every(isNarrower)) return;
    const narrower = root.sections.filter(({ number }) => number !== 0);
    const zero = root.byNumber.get(0) ?? preamble();
    if (narrower.some(({ number }) => zero.byNumber.has(number))) return;
    for (const draft of narrower) {
      draft.parent = zero;
      addSection(zero, draft);
    }
    root = { sections: [], byNumber: new Map() };
    addSection(root, zero);
  };

  const enter = (opening: Opening, { heading, words, span, index, isInline }: Entry): void => {
    open = containers(opening);
    const parent = open.at(-1);
    if (parent === undefined) demote(opening, index);
    const siblings = parent ?? root;
    const number = opening.kind === 'heading' ? freeNumber(siblings) : opening.number;
    const previous = siblings.sections.at(-1);
    const twin = siblings.byNumber.get(number);
    last.set(opening.rank, number);
    if (twin !== undefined) {
      report('section-duplicate', 'error', span, opening.label || heading);
      open.push(twin);
      if (heading !== '' && heading !== twin.heading) addParagraph(heading, words);
      return;
    }
    if (previous?.opening.rank === opening.rank && number > previous.number + 1) {
      report('section-missing', 'information', span, opening.label, previous.opening.label);
    }
    const draft = createDraft(opening, { number, heading, headingSpan: span, isInline, parent });
    addSection(siblings, draft);
    open.push(draft);
  };

  const addParagraph = (text: string, span: Span): void => {
    (open.at(-1)?.paragraphs ?? loose).push({ texts: [text], span });
  };
  const report = (
    code: 'section-duplicate' | 'section-missing',
    severity: Problem['severity'],
    span: Span,
    label: string,
    previous = '',
  ): void => {
    problems.push({ code, severity, span, values: { label, previous } });
  };

  return {
    addParagraph,
    continueParagraph: (text, span) => {
      const paragraph = (open.at(-1)?.paragraphs ?? loose).at(-1);
      if (paragraph === undefined) {
        addParagraph(text, span);
        return;
      }
      paragraph.texts.push(text);
      paragraph.span = { start: paragraph.span.start, end: span.end };
    },
    enter,
    place: () => ({ open, last }),
    placeWithin: (opening) => ({ open: [...containersOf(open, opening), pseudoDraft(opening)], last }),
    holds: (opening, inner) => {
      const inside = [...containersOf(open, opening), pseudoDraft(opening)];
      return containersOf(inside, inner).length === inside.length;
    },
    takesTitle: (opening) => {
      const siblings = (containersOf(open, opening).at(-1) ?? root).sections;
      const previous = siblings.at(-1);
      return isNamed(opening) || previous?.opening.rank !== opening.rank || !previous.isInline;
    },
    hasSections: () => root.sections.length > 0,
    finish: () => {
      if (loose.length === 0 || root.sections.length === 0) return { roots: root.sections, loose, problems };
      const zero = root.byNumber.get(0);
      if (zero !== undefined) {
        zero.paragraphs = [...loose, ...zero.paragraphs];
        return { roots: root.sections, loose: [], problems };
      }
      return { roots: [{ ...preamble(), paragraphs: loose }, ...root.sections], loose: [], problems };
    },
  };
}

function preamble(): Draft {
  const opening = { ...unnumbered(0), kind: 'preamble' as const, rank: 'preamble' };
  return createDraft(opening, {
    number: 0,
    heading: '',
    headingSpan: undefined,
    isInline: true,
    parent: undefined,
  });
}

function pseudoDraft(opening: Opening): Draft {
  return createDraft(opening, {
    ...{ number: opening.number, heading: '', headingSpan: undefined, isInline: false, parent: undefined },
  });
}

/** Unnumbered headings are counted on from the section before them. */
function freeNumber({ sections, byNumber }: Pick<Draft, 'sections' | 'byNumber'>): number {
  let number = (sections.at(-1)?.number ?? 0) + 1;
  while (byNumber.has(number)) number++;
  return number;
}
