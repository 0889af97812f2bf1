import { authoritiesOf, type Authority } from './authorities.ts';
import { authoritiesCsv } from './authorities-csv.ts';
import { authoritiesMarkdown } from './authorities-markdown.ts';
import { citedCount, citedPassages, type CitedCount, type CitedPassage } from './code-lens.ts';
import type { Draft } from './draft.ts';
import { workspaceName } from './file-name.ts';
import type { Library } from './library.ts';
import type { Loader } from './loader.ts';
import type { Machine } from './machine.ts';
import { createReferenceIndex } from './reference-index.ts';
import { referencesAt, type Place } from './references.ts';
import type { Refusal } from './refusal.ts';
import { renameKey, renamePlaceAt, type RenamePlace, type Renaming } from './rename.ts';
import type { WorkspaceDrafts } from './workspace-drafts.ts';

export type AuthoritiesFormat = 'markdown' | 'csv';

/** What concerns the drafts of the workspace together. */
export interface WorkspaceService {
  /** What refers to the passage at an offset; with `declaration` the passage itself comes first. */
  references(draft: Draft, offset: number, declaration: boolean): Promise<readonly Place[]>;
  /** The key at an offset that can be renamed; `undefined` where there is none. */
  renamePlace(draft: Draft, offset: number): RenamePlace | Refusal | undefined;
  /** What is to be changed so that the key at an offset has another name; `undefined` where there is no key. */
  rename(
    draft: Draft,
    offset: number,
    newName: string,
    options: { readonly movesFiles: boolean },
  ): Promise<Renaming | Refusal | undefined>;
  /** The passages of a statement file that something cites. */
  citedPassages(uri: string): Promise<readonly CitedPassage[]>;
  /** How often one of them is cited, and where; `undefined` if it is there no more. */
  citedCount(uri: string, address: string): Promise<CitedCount | undefined>;
  /** What a draft cites; without one, what every draft of the workspace does. */
  authorities(draft?: Draft): Promise<readonly Authority[]>;
  /** The same as a text. `nameOf` says how a file is called; by its path in the workspace if it is absent. */
  authoritiesText(
    authorities: readonly Authority[],
    format: AuthoritiesFormat,
    nameOf?: (uri: string) => string,
  ): string;
}

interface Parts {
  readonly library: Library;
  readonly loader: Loader;
  readonly drafts: WorkspaceDrafts;
  readonly machine: Machine;
}

export function createWorkspaceService({ library, loader, drafts, machine }: Parts): WorkspaceService {
  const { files } = machine;
  const index = createReferenceIndex(library, drafts, machine);
  const sources = { library, loader, drafts, index, files };
  const nameInWorkspace = (uri: string): string => workspaceName(uri, loader.roots());
  return {
    references: (draft, offset, declaration) => referencesAt(sources, draft, offset, { declaration }),
    renamePlace: (draft, offset) => renamePlaceAt(library, loader, draft, offset),
    rename: (draft, offset, newName, options) => renameKey(sources, draft, offset, newName, options),
    citedPassages: (uri) => citedPassages(library, index, uri),
    citedCount: (uri, address) => citedCount(library, index, uri, address),
    authorities: async (draft) =>
      authoritiesOf(library, draft === undefined ? await drafts.list({ fresh: true }) : [draft]),
    authoritiesText: (authorities, format, nameOf = nameInWorkspace) =>
      (format === 'csv' ? authoritiesCsv : authoritiesMarkdown)(authorities, nameOf),
  };
}
