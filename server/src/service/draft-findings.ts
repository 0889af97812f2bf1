import type { Severity } from '../core/problem.ts';
import type { BibliographyService } from './bibliography-service.ts';
import { checkDraft, type DiagnosticsOptions } from './diagnostics.ts';
import type { Draft } from './draft.ts';
import type { Finding } from './finding.ts';
import type { Library } from './library.ts';
import { pinCodes } from './pin-findings.ts';
import type { PinService } from './pins.ts';
import { quotationCodes, quotationFindings } from './quotation-findings.ts';
import { honourSuppressions } from './suppressions.ts';
import type { QuotationPieces } from './told-quotations.ts';

/** What findings in drafts are made from. */
export interface DraftFindingPieces extends QuotationPieces {
  readonly library: Library;
  readonly bibliography: BibliographyService;
  readonly pins: Pick<PinService, 'findings'>;
}

/**
 * Everything that is to be said of a draft: its citations and links, their forms, the bibliography that it names, its
 * quotations, and what has changed since it was pinned, without what its comments suppress.
 */
export async function draftFindings(
  pieces: DraftFindingPieces,
  draft: Draft,
  options: DiagnosticsOptions,
): Promise<readonly Finding[]> {
  const { quotations, drift = 'off' } = options;
  const found = [
    ...checkDraft(pieces.library, draft, options),
    ...(await pieces.bibliography.hints(draft, options)),
    ...(quotations === undefined ? [] : await quotationFindings(pieces, draft, quotations)),
    ...(await pieces.pins.findings(draft, drift)),
  ];
  // What is not there yet may still be found.
  const isSought = pieces.isLoading() ? () => false : (code: string) => levelOfCode(code, options) !== 'off';
  return honourSuppressions(draft, found, { isSought });
}

/** What findings with a code are worth at most; `off` for those that are not looked for. */
export function levelOfCode(
  code: string,
  { unknownKey, downstream = 'off', bibliography = 'off', drift = 'off', quotations }: DiagnosticsOptions,
): Severity | 'hint' | 'off' {
  switch (code) {
    case 'unknown-key':
      return unknownKey;
    case 'no-such-passage':
    case 'locator-not-understood':
    case 'suppression-without-reason':
    case 'suppression-invalid':
      return 'warning';
    case 'suppression-unused':
      return 'information';
    case 'not-in-bibliography':
    case 'bibliography-unreadable':
      return bibliography;
    default: {
      if (pinCodes.some((each) => each === code)) return drift;
      const quotationCode = quotationCodes.find((each) => each === code);
      return quotationCode === undefined ? downstream : (quotations?.levels[quotationCode] ?? 'off');
    }
  }
}
