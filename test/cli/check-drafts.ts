import { temporaryFolder, type Folder } from '../lsp/folders.ts';
import { pincite, type Outcome } from './command.ts';

export const STABILITY = 'cn-ru-2025-global-strategic-stability';
export const CITED = `[@${STABILITY}，第10段]`;
/** As 第10段 has it. */
export const VERBATIM = `“反对个别国家将外空用于武装对抗的企图”${CITED}`;
/** 第10段 has 外空 where this has 太空. */
export const ALTERED = `“反对个别国家将太空用于武装对抗的企图”${CITED}`;
export const INVENTED = `“双方决定共同建设月球背面的国际天文台”${CITED}`;
/** Pandoc takes 第10段 for the number of a page behind a half-width comma. */
export const PAGE_TRAP = `[@${STABILITY}, 第10段]`;

export interface Drafts {
  readonly folder: Folder;
  readonly check: (...args: readonly string[]) => Promise<Outcome>;
  readonly checkInput: (input: string, ...args: readonly string[]) => Promise<Outcome>;
}

/** A folder with drafts in which `pincite check` is run. */
export function draftsOf(files: Readonly<Record<string, string>>): Drafts {
  const folder = temporaryFolder(files);
  const run = (args: readonly string[], input?: string): Promise<Outcome> =>
    pincite(['check', ...args], { folder: folder.path, ...(input !== undefined && { input }) });
  return { folder, check: (...args) => run(args), checkInput: (input, ...args) => run(args, input) };
}
