import type { CheckedDraft } from '../../service/check-drafts.ts';
import type { DraftAction } from '../../service/draft-action.ts';
import type { Finding } from '../../service/finding.ts';

/** What a check of some drafts has found, as the formats write it. */
export interface CheckReport {
  /** In the order of the command line. */
  readonly files: readonly CheckedFile[];
  /** One sentence for each file that could not be read. */
  readonly refused: readonly string[];
  /** Of this installation; empty where it is not known. */
  readonly version: string;
  /** The address of the folder of the documentation; `undefined` where it is not known. */
  readonly documentation: string | undefined;
}

export interface CheckedFile extends CheckedDraft {
  /** As the command line has it. */
  readonly name: string;
  /** From the working directory on, as a relative URI; absolute for what lies elsewhere. */
  readonly location: string;
  /** What is told: without what is known from a baseline. In the order of the text. */
  readonly findings: readonly Finding[];
  /** The changes that do away with some of them and are safe. */
  readonly fixes: readonly DraftAction[];
}

/** Writes a report; the text ends with a line break. */
export type ReportFormat = (report: CheckReport) => string;
