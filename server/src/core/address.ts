/**
 * Addresses: the canonical locators of passages. `4` is section 4, `4.3` its third paragraph (or its nested
 * section 3), `0.1` the first paragraph of the preamble, `12` the twelfth paragraph of a statement without
 * sections, `4.3-4.5` a run of paragraphs. Numbers are decimal, without leading zeros or spaces.
 */

/** The numbers of an address from the outermost section inwards; never empty. */
export type AddressPath = readonly number[];

/** What an address names: one passage (`from` alone) or a run of passages, both ends included. */
export interface AddressRange {
  readonly from: AddressPath;
  readonly to?: AddressPath;
}

const PATH = /^(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5}))*$/;

/** Reads `4.3` or `4.3-4.5`. `undefined` if the text is not a canonical address. */
export function parseAddress(text: string): AddressRange | undefined {
  const [from, to, ...rest] = text.split('-');
  if (from === undefined || rest.length > 0 || !PATH.test(from)) return undefined;
  if (to === undefined) return { from: parsePath(from) };
  return PATH.test(to) ? { from: parsePath(from), to: parsePath(to) } : undefined;
}

/** The canonical string of an address; a run of one passage is that passage. */
export function formatAddress({ from, to }: AddressRange): string {
  const start = formatPath(from);
  if (to === undefined || comparePaths(from, to) === 0) return start;
  return `${start}-${formatPath(to)}`;
}

export function formatPath(path: AddressPath): string {
  return path.join('.');
}

/** Document order; a section comes before what it contains. */
export function comparePaths(a: AddressPath, b: AddressPath): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** True if `path` is `ancestor` or lies within it. */
export function isWithin(path: AddressPath, ancestor: AddressPath): boolean {
  return ancestor.length <= path.length && ancestor.every((number, i) => path[i] === number);
}

function parsePath(text: string): AddressPath {
  return text.split('.').map(Number);
}
