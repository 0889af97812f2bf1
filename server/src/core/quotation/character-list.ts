import { joinedForm } from '../character-form.ts';

const [STOP, DASH, DOTS] = [0x2e, 0x2d, 0x2026];

/** Gathers the characters of a text that count, with the stretch of its stream that each stands for. */
export class CharacterList {
  #codes: Uint32Array;
  #starts: Uint32Array;
  #ends: Uint32Array;
  #length = 0;

  /** `room` is how many there will be, as far as one knows. */
  constructor(room: number) {
    this.#codes = new Uint32Array(room);
    this.#starts = new Uint32Array(room);
    this.#ends = new Uint32Array(room);
  }

  /** Adds a character, or makes it one with the last, if both are one mark and nothing stands between. */
  add(code: number, start: number, end: number): void {
    const last = this.#length - 1;
    if ((code === STOP || code === DASH || code === DOTS) && last >= 0 && this.#ends[last] === start) {
      const before = String.fromCodePoint(this.#codes[last] ?? 0);
      const joined = joinedForm(before, String.fromCodePoint(code));
      if (joined !== undefined) {
        this.#codes[last] = joined.codePointAt(0) ?? 0;
        this.#ends[last] = end;
        return;
      }
    }
    if (this.#length === this.#codes.length) this.#grow();
    this.#codes[this.#length] = code;
    this.#starts[this.#length] = start;
    this.#ends[this.#length++] = end;
  }

  build() {
    const [codes, starts, ends] = [this.#codes, this.#starts, this.#ends].map((list) =>
      list.slice(0, this.#length),
    ) as [Uint32Array, Uint32Array, Uint32Array];
    return { codes, starts, ends, text: unitsOf(codes) };
  }

  #grow(): void {
    const grown = (list: Uint32Array): Uint32Array => {
      const larger = new Uint32Array(list.length * 2 + 16);
      larger.set(list);
      return larger;
    };
    this.#codes = grown(this.#codes);
    this.#starts = grown(this.#starts);
    this.#ends = grown(this.#ends);
  }
}

/** So many units are made a string at a time. */
const CHUNK = 8192;

/** One unit for each character. Those outside the BMP are put where no text has characters of its own. */
function unitsOf(codes: Uint32Array): string {
  const units = new Uint16Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? 0;
    units[i] = code > 0xffff ? 0xe000 + (code % 0x1900) : code;
  }
  let text = '';
  for (let at = 0; at < units.length; at += CHUNK) {
    const chunk: unknown = Reflect.apply(String.fromCharCode, undefined, units.subarray(at, at + CHUNK));
    text += String(chunk);
  }
  return text;
}
