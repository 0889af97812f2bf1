/**
 * Posting lists: the units in which something stands, rising, as the distances from one to the next in variable-length
 * bytes (seven bits each, the lowest first, the eighth set where more follow). The number of units comes first.
 */

/** What a cursor says when it has come to its end: more than any unit. */
export const END = 0xffffffff;

/** Walks over units, rising. */
export interface UnitCursor {
  /** Where it stands: a unit, or `END`. */
  readonly unit: number;
  /** Goes on to the next. */
  next(): number;
  /** Goes on to the first that is no lower than `unit`; stays where it is if it is there already. */
  advance(unit: number): number;
}

/** Bytes that grow as they are written. */
export class ByteSink {
  bytes: Uint8Array;
  length = 0;

  constructor(capacity = 1024) {
    this.bytes = new Uint8Array(capacity);
  }

  /** Makes room for this many more bytes. */
  reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  varint(value: number): void {
    this.reserve(5);
    let rest = value;
    while (rest > 0x7f) {
      this.bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was written, in an array of its own size. */
  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

/** Writes the list of the units in `units[start..end)`, which rise. */
export function writePostings(sink: ByteSink, units: Uint32Array, start: number, end: number): void {
  sink.varint(end - start);
  let last = 0;
  for (let i = start; i < end; i++) {
    const unit = units[i] ?? 0;
    sink.varint(unit - last);
    last = unit;
  }
}

/** How many units the list at `at` holds. */
export function countPostings(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let shift = 0, i = at; ; shift += 7, i++) {
    const byte = bytes[i] ?? 0;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
}

/** Reads the list at `at`. */
export class PostingCursor implements UnitCursor {
  unit = 0;
  private readonly bytes: Uint8Array;
  private at: number;
  private left: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
    this.left = this.read();
    this.next();
  }

  next(): number {
    if (this.left === 0) return (this.unit = END);
    this.left--;
    return (this.unit += this.read());
  }

  advance(unit: number): number {
    while (this.unit < unit) this.next();
    return this.unit;
  }

  private read(): number {
    const { bytes } = this;
    let byte = bytes[this.at++] ?? 0;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let shift = 7; ; shift += 7) {
      byte = bytes[this.at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }
}
