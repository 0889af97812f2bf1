import type { BibliographyFormat } from '../core/csl/write-bibliography.ts';
import { origins } from '../core/corpus.ts';
import type { Span } from '../core/span.ts';
import { bibliographyHints, type BibliographyHintOptions } from './bibliography-hints.ts';
import { createBibliographyReader } from './bibliography-keys.ts';
import { allCitedKeys, bibliographyOf, citedKeys, type Bibliography } from './bibliography.ts';
import type { Draft } from './draft.ts';
import type { Finding } from './finding.ts';
import { keepBibliography, type KeepingParts, type Keeping, type KeptFile } from './keep-bibliography.ts';

/** What concerns bibliographies: those that Pincite writes, and those that drafts name. */
export interface BibliographyService {
  /** Of what these drafts cite; without any, of what every draft of the workspace does. Waits until the corpus is read. */
  of(format: BibliographyFormat, drafts?: readonly Draft[]): Promise<Bibliography>;
  /** Of what is cited in a part of a draft. */
  ofPart(format: BibliographyFormat, draft: Draft, part: Span): Promise<Bibliography>;
  /** Brings a file into step with what the drafts cite. */
  keep(file: KeptFile): Promise<Keeping>;
  /** What the bibliography of a draft lacks. */
  hints(draft: Draft, options: BibliographyHintOptions): Promise<Finding[]>;
}

export function createBibliographyService(parts: KeepingParts): BibliographyService {
  const { library, loader, drafts, machine } = parts;
  const read = createBibliographyReader(machine.files);
  const folders = (): string[] =>
    loader.roots().flatMap(({ uri, origin }) => (origin === origins.workspace ? uri : []));
  return {
    of: async (format, own) => {
      await loader.finished();
      const cited = own ?? (await drafts.list({ fresh: true }));
      return bibliographyOf(library, await allCitedKeys(library, cited, machine.pause), format);
    },
    ofPart: async (format, draft, part) => {
      await loader.finished();
      return bibliographyOf(library, citedKeys(library, draft, part), format);
    },
    keep: (file) => keepBibliography(parts, file),
    hints: (draft, options) => bibliographyHints(library, read, folders(), draft, options),
  };
}
