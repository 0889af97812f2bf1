import { comparePaths, formatPath, type AddressPath } from '../address.ts';
import { step } from './locator/level-step.ts';
import { nearestTo } from './locator/nearest-passage.ts';
import { exists, indexOf, type LocatorScope, type PassageIndex } from './locator/passage-index.ts';
import { toAddress, type Locator, type LocatorLevel } from './locator.ts';

export type { LocatorScope } from './locator/passage-index.ts';

export interface LocatorResolution {
  /** The addresses that exist, one for each passage or run, in the order of the locator. */
  readonly found: readonly string[];
  readonly missing: readonly MissingPassage[];
}

export interface MissingPassage {
  /** The numbers that were asked for, as an address. */
  readonly asked: string;
  /** The nearest passage that exists; absent where none is near, or where the locator fits more than one. */
  readonly nearest?: string;
}

/**
 * Finds the passages that a locator names in a statement, level by level from the outside in. A passage that does
 * not exist is reported, and so is one that could be either of two; nothing is guessed. Both ends of a run must
 * exist, in this order.
 */
export function resolveLocator(locator: Locator, scope: LocatorScope): LocatorResolution {
  const index = indexOf(scope);
  const found: string[] = [];
  const missing: MissingPassage[] = [];
  for (const passage of locator.passages) {
    const from = walk(passage.from, index);
    const to = passage.to === undefined ? undefined : walk(passage.to, index);
    const failed = from.address === undefined ? from : to?.address === undefined ? to : undefined;
    if (failed !== undefined || from.address === undefined) {
      const asked = toAddress(passage);
      missing.push({ asked, ...(failed?.nearest === undefined ? {} : { nearest: failed.nearest }) });
    } else if (to?.address === undefined || to.address === from.address) {
      found.push(from.address);
    } else if (comparePaths(from.path, to.path) < 0) {
      found.push(`${from.address}-${to.address}`);
    } else {
      missing.push({ asked: toAddress(passage), nearest: from.address });
    }
  }
  return { found, missing };
}

interface Walk {
  readonly path: AddressPath;
  /** Absent if the passage does not exist. */
  readonly address?: string;
  readonly nearest?: string;
}

function walk(levels: readonly LocatorLevel[], index: PassageIndex): Walk {
  let path: AddressPath = [];
  for (const level of levels) {
    const candidates = step(path, level, index);
    const [only] = candidates;
    if (only === undefined || candidates.length > 1) {
      const nearest = only === undefined ? nearestTo(path, level, index) : undefined;
      return { path, ...(nearest === undefined ? {} : { nearest }) };
    }
    path = only;
  }
  const address = formatPath(path);
  if (exists(address, index)) return { path, address };
  // 1.0 is no passage itself; it only leads to those before the first nested section.
  const outer = formatPath(path.slice(0, -1));
  return exists(outer, index) ? { path, nearest: outer } : { path };
}
