import { END, type UnitCursor } from './postings.ts';

/** The units of a sorted list, in which one may stand several times. */
export class ListCursor implements UnitCursor {
  unit: number;
  private readonly units: Uint32Array;
  private at = 0;

  constructor(units: Uint32Array) {
    this.units = units;
    this.unit = units[0] ?? END;
  }

  next(): number {
    return this.unit === END ? END : this.advance(this.unit + 1);
  }

  advance(unit: number): number {
    while (this.unit < unit) this.unit = this.units[++this.at] ?? END;
    return this.unit;
  }
}

/** Every unit from `first` up to `end`: for what can only be found by looking. */
export class RangeCursor implements UnitCursor {
  unit: number;
  private readonly end: number;

  constructor(first: number, end: number) {
    this.end = end;
    this.unit = first < end ? first : END;
  }

  next(): number {
    return this.unit === END ? END : this.advance(this.unit + 1);
  }

  advance(unit: number): number {
    if (this.unit !== END && this.unit < unit) this.unit = unit < this.end ? unit : END;
    return this.unit;
  }
}

/** The units of some ranges `[start, end)`, which may overlap. */
export class RangesCursor implements UnitCursor {
  unit: number;
  private readonly ranges: readonly (readonly [number, number])[];
  private at = 0;

  constructor(ranges: readonly (readonly [number, number])[]) {
    this.ranges = ranges.filter(([start, end]) => start < end).sort((a, b) => a[0] - b[0]);
    this.unit = this.ranges[0]?.[0] ?? END;
  }

  next(): number {
    return this.unit === END ? END : this.advance(this.unit + 1);
  }

  advance(unit: number): number {
    if (this.unit >= unit) return this.unit;
    let range = this.ranges[this.at];
    while (range !== undefined && range[1] <= unit) range = this.ranges[++this.at];
    return (this.unit = range === undefined ? END : Math.max(unit, range[0]));
  }
}

/** The units on which all cursors agree; the one with the fewest should come first. */
export class AndCursor implements UnitCursor {
  unit = 0;
  private readonly cursors: readonly UnitCursor[];

  constructor(cursors: readonly UnitCursor[]) {
    this.cursors = cursors;
    this.settle(cursors[0]?.unit ?? END);
  }

  next(): number {
    return this.unit === END ? END : this.settle(this.cursors[0]?.next() ?? END);
  }

  advance(unit: number): number {
    return this.unit >= unit ? this.unit : this.settle(this.cursors[0]?.advance(unit) ?? END);
  }

  private settle(start: number): number {
    let unit = start;
    const { cursors } = this;
    for (let i = 0; i < cursors.length && unit !== END;) {
      const found = cursors[i]?.advance(unit) ?? END;
      // One that has gone past it calls the first on.
      if (found > unit) {
        unit = i === 0 ? found : (cursors[0]?.advance(found) ?? END);
        i = i === 0 ? 1 : 0;
      } else i++;
    }
    return (this.unit = unit);
  }
}

/** The units on which any cursor stands, each once. */
export class OrCursor implements UnitCursor {
  unit: number;
  private readonly cursors: readonly UnitCursor[];

  constructor(cursors: readonly UnitCursor[]) {
    this.cursors = cursors;
    this.unit = lowest(cursors);
  }

  next(): number {
    return this.unit === END ? END : this.advance(this.unit + 1);
  }

  advance(unit: number): number {
    if (this.unit >= unit) return this.unit;
    for (const cursor of this.cursors) cursor.advance(unit);
    return (this.unit = lowest(this.cursors));
  }
}

function lowest(cursors: readonly UnitCursor[]): number {
  let unit: number = END;
  for (const cursor of cursors) if (cursor.unit < unit) unit = cursor.unit;
  return unit;
}
