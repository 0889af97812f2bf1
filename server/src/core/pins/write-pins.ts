import { sha256 } from '../accounting/sha256.ts';
import { comparePaths, parseAddress } from '../address.ts';
import type { Pin, PinnedPassage, Pins } from './pin.ts';

/** What a file of pins says it is. */
export const pinFormat = 'pincite-pins';
export const pinVersion = 1;

/** The hash of a passage's words: of its paragraphs, with a line feed between two. */
export function passageHash({ paragraphs }: Pick<PinnedPassage, 'paragraphs'>): string {
  return `sha256:${sha256(paragraphs.join('\n'))}`;
}

/**
 * Pins as a file: JSON by key and address, wherever the citations stand in the draft, each paragraph on a line of its
 * own, so that what changed is a line that changed.
 */
export function writePins({ statements, pins }: Pins): string {
  const file = {
    format: pinFormat,
    version: pinVersion,
    statements: [...statements].sort((a, b) => compare(a.key, b.key)),
    pins: [...pins].sort(comparePins).map(({ key, kind, written, passages }) => ({
      key,
      ...(kind === 'citation' ? { locator: written } : { quotation: written }),
      passages: passages.map(({ address, paragraphs }) => ({
        address,
        hash: passageHash({ paragraphs }),
        text: paragraphs,
      })),
    })),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

function comparePins(a: Pin, b: Pin): number {
  const [first, other] = [a.passages[0]?.address ?? '', b.passages[0]?.address ?? ''];
  return (
    compare(a.key, b.key) ||
    compareAddresses(first, other) ||
    compare(a.kind, b.kind) ||
    compare(a.written, b.written)
  );
}

function compareAddresses(a: string, b: string): number {
  const [first, other] = [parseAddress(a), parseAddress(b)];
  if (first === undefined || other === undefined) return compare(a, b);
  return comparePaths(first.from, other.from) || compare(a, b);
}

/** By code units, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
