// The received files, read line by line, with the declared regularisation applied.
// This is deliberately not the product's code: what it says of a source is a second opinion.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const corpus = new URL('../../corpus/', import.meta.url);

/** The short name that the tables use for a received file: its first three digits. */
export const sourceFiles = {
  '000': '000_b94e3d6e5a76abc0.txt',
  '001': '001_0c5f77757cb6d9ee.txt',
  '002': '002_e2ed939b4626dd69.txt',
  '003': '003_34e1f9dcdff7bff3.txt',
  '004': '004_b53941ea88822be2.txt',
} as const;

export type SourceName = keyof typeof sourceFiles;

/** A line of a source: `004:37` is line 37 of the file whose name begins with 004. */
export type LineRef = `${SourceName}:${number}`;

/** SHA-256 of each file as it was received. */
export const sourceHashes: Readonly<Record<SourceName, string>> = {
  '000': '0ee0a50c6c1a149e136b061f4b62965511a605c27deec408d3944c2aa29de7cd',
  '001': 'e12ddac0adaa0cf277b45a9875ab7aa4f8d82637e0eb6d09faab543bf095c74e',
  '002': '4056c2587480354cdd5a790e0f05264c25a1281c4cc40df27a24f864fddbc938',
  '003': 'cc80a5612fb93600ad45989b5a7f355137d9e51cdb0b6533f4e287f2e5a42d44',
  '004': 'c95c80dbb51a6597bad68de7485d0e03bd029d27268051d00ffa8b7f2d44f0c8',
};

export function readCorpusFile(path: string): string {
  return readFileSync(new URL(path, corpus), 'utf8');
}

export function hashOfSource(name: SourceName): string {
  return createHash('sha256')
    .update(readFileSync(new URL(`sources/${sourceFiles[name]}`, corpus)))
    .digest('hex');
}

const cache = new Map<SourceName, readonly string[]>();

/** All lines of a source as received; the first line is at index 0. */
export function linesOf(name: SourceName): readonly string[] {
  let lines = cache.get(name);
  if (lines === undefined) {
    lines = readCorpusFile(`sources/${sourceFiles[name]}`).split('\n');
    cache.set(name, lines);
  }
  return lines;
}

/** One line as received. Throws for a line that does not exist, so that a slip in a table is seen. */
export function rawLine(ref: LineRef): string {
  const [name, number] = ref.split(':') as [SourceName, string];
  const line = linesOf(name)[Number(number) - 1];
  if (line === undefined) throw new Error(`there is no line ${ref}`);
  return line;
}

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};

/** `width` and `spacing`: full-width punctuation, and no spaces. Nothing else is changed. */
export function regularise(text: string): string {
  return text.replace(/[,:;!?()]/g, (mark) => fullWidth[mark] ?? mark).replaceAll(' ', '');
}
