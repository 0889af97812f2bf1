import type { CitedPassage, LocatorLevel } from './cited-passage.ts';
import type { Connector } from './joint.ts';
import type { LevelKind, NumberPath, Unit } from './unit.ts';

const RANK: Readonly<Record<LevelKind, number>> = {
  preamble: 0,
  part: 1,
  chapter: 2,
  section: 3,
  article: 4,
  any: 5,
  paragraph: 6,
};

interface OpenPassage {
  from: LocatorLevel[];
  to?: LocatorLevel[];
}

/** The passages read so far. The last one is open: a deeper level continues it, another of its kind follows it. */
export class PassageChain {
  readonly #passages: OpenPassage[] = [];
  /** True where the last unit named one passage, so that a deeper level may continue it. */
  #extensible = false;

  get isEmpty(): boolean {
    return this.#passages.length === 0;
  }

  passages(): CitedPassage[] {
    return this.#passages.map(({ from, to }) => (to === undefined ? { from } : { from, to }));
  }

  /** False, and nothing changed, if the units cannot stand here. */
  add(connector: Connector, units: readonly Unit[]): boolean {
    const [first] = units;
    const last = this.#passages.at(-1);
    if (first === undefined) return false;
    if (last === undefined) return this.#spread([], units);
    const current = last.to ?? last.from;
    if (connector === 'range') return last.to === undefined && this.#closeRange(last, units);
    if (this.#extensible && continues(current, first, connector)) {
      this.#passages.pop();
      if (last.to === undefined) return this.#spread(last.from, units);
      const single = singleLevels(units);
      if (single === undefined) {
        this.#passages.push(last);
        return false;
      }
      this.#passages.push({ from: last.from, to: [...last.to, ...single] });
      return true;
    }
    if (connector === 'of' || connector === 'none') return this.#wrap(last, units);
    if (first.isBare === true && !sameShape(current, first, connector)) return false;
    return this.#spread(first.isBare === true ? [] : outerLevels(current, first.kind), units);
  }

  /** Adds one passage for each number of the last unit, under the levels of those before it. */
  #spread(base: readonly LocatorLevel[], units: readonly Unit[]): boolean {
    const outer = singleLevels(units.slice(0, -1));
    const last = units.at(-1);
    if (outer === undefined || last === undefined) return false;
    const levels = [...base, ...outer];
    for (const item of last.items) {
      const from = [...levels, ...toLevels(last.kind, item.from)];
      if (item.to === undefined) this.#passages.push({ from });
      else this.#passages.push({ from, to: endOfRun(from, toLevels(last.kind, item.to)) });
    }
    this.#extensible = last.items.length === 1 && last.items[0]?.to === undefined;
    return true;
  }

  #closeRange(last: OpenPassage, units: readonly Unit[]): boolean {
    const levels = singleLevels(units);
    const first = levels?.[0];
    if (levels === undefined || first === undefined) return false;
    last.to =
      units[0]?.isBare === true
        ? endOfRun(last.from, levels)
        : [...outerLevels(last.from, first.kind), ...levels];
    this.#extensible = true;
    return true;
  }

  /** `para. 3 of sec. 4`, абз. 3 разд. 4: the level that is written last contains the others. */
  #wrap(last: OpenPassage, units: readonly Unit[]): boolean {
    const levels = singleLevels(units);
    const [outer, inner] = [levels?.at(-1), last.from[0]];
    if (levels === undefined || outer === undefined || inner === undefined || inner.kind === 'any')
      return false;
    if (RANK[outer.kind] >= RANK[inner.kind]) return false;
    last.from = [...levels, ...last.from];
    if (last.to !== undefined) last.to = [...levels, ...last.to];
    this.#extensible = false;
    return true;
  }
}

function continues(levels: readonly LocatorLevel[], { kind, isBare }: Unit, connector: Connector): boolean {
  const last = levels.at(-1);
  if (last === undefined || isBare === true) return false;
  // 第2项 lies in whatever stands before it.
  if (kind === 'any') return connector !== 'list';
  return (
    RANK[kind] > RANK[last.kind] && !levels.some((level) => level.kind === kind) && contains(levels[0], kind)
  );
}

/** The levels around one of this kind: 第四部分第3段、第5段 cites the fifth paragraph of the same part. */
function outerLevels(levels: readonly LocatorLevel[], kind: LevelKind): LocatorLevel[] {
  const at = levels.findLastIndex((level) => level.kind === kind);
  if (at >= 0) return levels.slice(0, at);
  if (!contains(levels[0], kind)) return [];
  return levels.filter((level) => level.kind !== 'any' && RANK[level.kind] < RANK[kind]);
}

/** A preamble has paragraphs, but no sections. */
function contains(outermost: LocatorLevel | undefined, kind: LevelKind): boolean {
  return outermost?.kind !== 'preamble' || kind === 'paragraph';
}

/** A bare number goes on with a list only if it is written as the one before it: 4.3、4.5 and 四、五, not 4.3、5. */
function sameShape(levels: readonly LocatorLevel[], unit: Unit, connector: Connector): boolean {
  const length = unit.items[0]?.from.numbers.length ?? 0;
  if (levels.some((level) => level.kind !== 'any') || levels.length !== length) return false;
  return length > 1 || connector === 'list';
}

/** 4.3-5 ends at 4.5: a single number leaves out the outer levels. 4.3-5.1 and 1.2.3-2.4 end where they say. */
function endOfRun(from: readonly LocatorLevel[], end: readonly LocatorLevel[]): LocatorLevel[] {
  return end.length > 1 ? [...end] : [...from.slice(0, -1), ...end];
}

function singleLevels(units: readonly Unit[]): LocatorLevel[] | undefined {
  const levels: LocatorLevel[] = [];
  for (const { kind, items } of units) {
    const [item, ...others] = items;
    if (item === undefined || others.length > 0 || item.to !== undefined) return undefined;
    levels.push(...toLevels(kind, item.from));
  }
  return levels;
}

/** `§ 4.2` is section 4 and something numbered 2; in `para. 4.2` the label belongs to the last of the dotted numbers. */
function toLevels(kind: LevelKind, { numbers, dotted }: NumberPath): LocatorLevel[] {
  const labelled = kind === 'paragraph' ? dotted - 1 : 0;
  return numbers.map((number, i) => ({ kind: i === labelled ? kind : 'any', number }));
}
