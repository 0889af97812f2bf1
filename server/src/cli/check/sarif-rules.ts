import { defaultCheckSettings } from '../../service/check-settings.ts';
import { draftCodes } from '../../service/draft-codes.ts';
import { levelOfCode } from '../../service/draft-findings.ts';
import type { Finding } from '../../service/finding.ts';

/** A code as SARIF describes it. */
export interface SarifRule {
  readonly id: string;
  /** In Pascal case, as the standard wants it. */
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly help: { readonly text: string };
  /** Absent where nobody knows where the documentation can be read. */
  readonly helpUri?: string;
  readonly defaultConfiguration: { readonly level: 'note' | 'warning' | 'error' };
}

/** Every code, in the order of the alphabet. */
export function rulesOf(documentation: string | undefined): SarifRule[] {
  return Object.entries(draftCodes())
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, text]) => ({
      id,
      name: id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
      shortDescription: { text },
      help: { text },
      ...(documentation !== undefined && { helpUri: `${documentation}checking.md#${id}` }),
      defaultConfiguration: { level: levelOfSeverity(levelOfCode(id, defaultCheckSettings)) },
    }));
}

export function levelOfSeverity(severity: Finding['severity'] | 'off'): 'note' | 'warning' | 'error' {
  return severity === 'warning' || severity === 'error' ? severity : 'note';
}
