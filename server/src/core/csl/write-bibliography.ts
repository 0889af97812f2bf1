import type { Statement } from '../statement/model.ts';
import type { BibliographyFormat } from './bibliography-format.ts';
import { writeBiblatex } from './biblatex.ts';
import { toCslItem, type CslItem } from './csl-item.ts';
import { writeCslJson } from './csl-json.ts';
import { writeCslYaml } from './csl-yaml.ts';
import { writeRis } from './ris.ts';

export type { BibliographyFormat } from './bibliography-format.ts';

const WRITERS: Readonly<Record<BibliographyFormat, (items: readonly CslItem[]) => string>> = {
  'csl-json': writeCslJson,
  'csl-yaml': writeCslYaml,
  biblatex: writeBiblatex,
  ris: writeRis,
};

/** The statements in the order given, as the text of a file. Without any it is a bibliography that holds nothing. */
export function writeBibliography(format: BibliographyFormat, statements: readonly Statement[]): string {
  return WRITERS[format](statements.map(toCslItem));
}
