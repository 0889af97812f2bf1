import type { Span } from '../../span.ts';
import type { BlockReading } from './block-reading.ts';
import { trapsIn } from './find-traps.ts';
import { applyProven, editsOf, movedSpans } from './proven-fix.ts';
import type { Trap, TrapCode, TrapContext } from './trap.ts';

/** A form can have several traps, and one can show only when another is gone. */
const MOST_ROUNDS = 12;
/** Sites that do not stand the test together are tried in parts, but not without end. */
const MOST_TRIALS = 200;

/** A block after its citations at some sites have got safe forms, and where the sites are now. */
export interface SafeBlock {
  readonly reading: BlockReading;
  readonly sites: readonly Span[];
}

/**
 * Brings the citations at some sites of a block into forms that are read alike everywhere. `choice` says which of its
 * fixes is made of a trap that has several. `undefined` if nothing can be made safer there.
 */
export function safeBlock(
  reading: BlockReading,
  sites: readonly Span[],
  context: TrapContext,
  choice = 0,
): SafeBlock | undefined {
  const trials = { left: MOST_TRIALS };
  const made = safeSites({ reading, sites: outermost(sites) }, { context, choice, trials });
  return made.reading === reading ? undefined : made;
}

interface Work {
  readonly context: TrapContext;
  readonly choice: number;
  readonly trials: { left: number };
}

/** Goes on in halves where the fixes of all sites cannot be made together, so that one bad site costs little. */
function safeSites(block: SafeBlock, work: Work): SafeBlock {
  const [first] = block.sites;
  if (first === undefined || work.trials.left <= 0) return block;
  const made = rounds(block, work);
  if (made !== undefined) return made;
  const middle = block.sites.length >> 1;
  const left = safeSites({ ...block, sites: block.sites.slice(0, middle) }, work);
  const grown = left.reading.text.length - block.reading.text.length;
  const others = block.sites
    .slice(middle)
    .map(({ start, end }) => ({ start: start + grown, end: end + grown }));
  const right = safeSites({ reading: left.reading, sites: others }, work);
  return { reading: right.reading, sites: [...left.sites, ...right.sites] };
}

/** One trap of each site a round. `undefined` if a round of several sites fails; one alone goes on without that fix. */
function rounds(block: SafeBlock, { context, choice, trials }: Work): SafeBlock | undefined {
  let { reading, sites } = block;
  let traps = trapsIn(reading, context);
  const refused = new Set<TrapCode>();
  for (let round = 0; round < MOST_ROUNDS && trials.left > 0; round++) {
    const chosen = oneForEach(sites, traps, refused);
    const fixes = chosen.flatMap(({ fixes: all }) => (round === 0 ? all[choice] : undefined) ?? all[0] ?? []);
    if (fixes.length === 0) break;
    trials.left--;
    const after = applyProven(reading, fixes, context);
    const left = after && trapsIn(after, context);
    if (after === undefined || left === undefined || !areGone(chosen, traps, left)) {
      if (sites.length > 1) return undefined;
      for (const { code } of chosen) refused.add(code);
      continue;
    }
    sites = movedSpans(sites, editsOf(fixes));
    [reading, traps] = [after, left];
  }
  return { reading, sites };
}

/** The first trap of each site that can be done away with. Sites and traps are in order. */
function oneForEach(sites: readonly Span[], traps: readonly Trap[], refused: ReadonlySet<TrapCode>): Trap[] {
  let next = 0;
  return sites.flatMap(({ start, end }) => {
    let chosen: Trap | undefined;
    for (let trap = traps[next]; trap !== undefined && trap.span.start < end; trap = traps[++next]) {
      const isOwn = trap.span.start >= start && trap.span.end <= end;
      if (isOwn && trap.fixes.length > 0 && !refused.has(trap.code)) chosen ??= trap;
    }
    return chosen === undefined ? [] : [chosen];
  });
}

/** True if of each kind as many traps are gone as were to go: a fix that leaves its trap would be made again and again. */
function areGone(chosen: readonly Trap[], before: readonly Trap[], after: readonly Trap[]): boolean {
  const count = (traps: readonly Trap[], code: TrapCode): number =>
    traps.filter((trap) => trap.code === code).length;
  return [...new Set(chosen.map(({ code }) => code))].every(
    (code) => count(after, code) + count(chosen, code) <= count(before, code),
  );
}

/** In order, without those that lie in others or overlap them. */
function outermost(sites: readonly Span[]): Span[] {
  const ordered = [...sites].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return ordered.filter((site) => {
    if (site.start < end) return false;
    end = site.end;
    return true;
  });
}
