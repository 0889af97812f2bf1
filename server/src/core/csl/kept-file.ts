import { parse } from 'yaml';
import type { Statement } from '../statement/model.ts';
import type { BibliographyFormat } from './bibliography-format.ts';
import { toCslItem } from './csl-item.ts';
import { writeCslJson } from './csl-json.ts';
import { writeRis } from './ris.ts';
import { writeBibliography } from './write-bibliography.ts';

/**
 * A bibliography that Pincite keeps by itself can be told from others, so that none is overwritten that somebody else
 * wrote. YAML and BibLaTeX say so in a comment on the first line; formats without comments in each entry: JSON in
 * `custom`, which CSL leaves to programs, RIS as the provider of the record.
 */
const SIGN = 'Kept by Pincite';
const COMMENT = `${SIGN} (pincite.bibliographyPath): changes are overwritten.`;
const CUSTOM = { 'kept-by': 'Pincite' } as const;

/** The text of a file that is kept in step. */
export function writeKept(format: BibliographyFormat, statements: readonly Statement[]): string {
  switch (format) {
    case 'csl-json':
      return writeCslJson(statements.map((statement) => ({ ...toCslItem(statement), custom: CUSTOM })));
    case 'csl-yaml':
      return `# ${COMMENT}\n${writeBibliography(format, statements)}`;
    case 'biblatex':
      return `% ${COMMENT}\n${writeBibliography(format, statements)}`;
    case 'ris':
      return writeRis(statements.map(toCslItem), SIGN);
  }
}

/** True for a text that `writeKept` may replace: one that it wrote, or one that holds nothing. */
export function isKept(format: BibliographyFormat, text: string): boolean {
  if (text.trim() === '') return true;
  switch (format) {
    case 'csl-json':
      return isKeptJson(text);
    case 'csl-yaml':
      return text.startsWith(`# ${SIGN}`) || holdsNothing(text);
    case 'biblatex':
      return text.startsWith(`% ${SIGN}`);
    case 'ris':
      return isKeptRis(text);
  }
}

/** An entry that is not ours, added by hand or by another program, makes the file theirs. */
function isKeptJson(text: string): boolean {
  const items = parsed(text, (json) => JSON.parse(json) as unknown);
  return Array.isArray(items) && items.every((item) => get(get(item, 'custom'), 'kept-by') === 'Pincite');
}

function isKeptRis(text: string): boolean {
  const records = text.split(/^ER {2}-.*$/m).filter((record) => record.trim() !== '');
  return records.every((record) => new RegExp(`^DP {2}- ${SIGN}\\s*$`, 'm').test(record));
}

function holdsNothing(text: string): boolean {
  const references = get(
    parsed(text, (yaml) => parse(yaml) as unknown),
    'references',
  );
  return Array.isArray(references) && references.length === 0;
}

function parsed(text: string, parseText: (text: string) => unknown): unknown {
  try {
    return parseText(text);
  } catch {
    return undefined;
  }
}

function get(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
