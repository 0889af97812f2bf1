import type { Span } from '../../span.ts';

/** Tells whether a place lies in one of some spans. Places may not decrease from one question to the next. */
export function createCover(spans: readonly Span[]): (at: number) => boolean {
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  let end = -1;
  return (at) => {
    for (let span = ordered[next]; span !== undefined && span.start <= at; span = ordered[++next]) {
      end = Math.max(end, span.end);
    }
    return at < end;
  };
}
