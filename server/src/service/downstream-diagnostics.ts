import { findTraps } from '../core/citation/downstream/find-traps.ts';
import type { Severity } from '../core/problem.ts';
import type { Draft } from './draft.ts';
import type { Finding } from './finding.ts';
import type { Library } from './library.ts';
import { trapContext } from './trap-context.ts';
import { trapMessage } from './trap-messages.ts';

/** Warns of citations in a draft that come out wrong in Pandoc, or are not read by other editors. */
export function downstreamFindings(
  library: Library,
  draft: Draft,
  level: Severity | 'hint' | 'off',
): Finding[] {
  if (level === 'off' || !draft.text.includes('@')) return [];
  return findTraps(draft.markdown, trapContext(library, draft)).flatMap(({ reading, traps }) =>
    traps.map((trap) => ({
      range: draft.lines.rangeOf({
        start: trap.span.start + reading.start,
        end: trap.span.end + reading.start,
      }),
      code: trap.code,
      // Pandoc reads such a key.
      severity: trap.code === 'key-not-ascii' && level !== 'hint' ? 'information' : level,
      message: trapMessage(trap),
    })),
  );
}
