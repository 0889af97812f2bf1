// ---- client → server: requests ----

/**
 * Checks every draft of the workspace. What is found in those that are not open is sent as diagnostics; what was sent of
 * a draft is brought up to date when it changes, and taken back when it is opened or deleted. Tells how far it has come
 * on `workDoneToken`. If it is cancelled, it answers with what has been checked until then.
 */
export const checkWorkspaceRequest = 'pincite/checkWorkspace';
export interface CheckWorkspaceParams {
  readonly workDoneToken?: string | number;
}
export interface CheckWorkspaceResult {
  /** How many drafts there are. */
  readonly drafts: number;
  readonly checked: number;
  /** What was found, without hints. */
  readonly findings: number;
  /** In how many drafts. */
  readonly draftsWithFindings: number;
}
