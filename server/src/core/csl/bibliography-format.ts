/** The formats in which a bibliography is written for other programs. */
export const bibliographyFormats = ['csl-json', 'csl-yaml', 'biblatex', 'ris'] as const;

export type BibliographyFormat = (typeof bibliographyFormats)[number];

const EXTENSIONS: Readonly<Record<string, BibliographyFormat>> = {
  json: 'csl-json',
  yaml: 'csl-yaml',
  yml: 'csl-yaml',
  bib: 'biblatex',
  ris: 'ris',
};

/** The format that the end of a file's name or URI stands for; `undefined` if it stands for none. */
export function formatOfFile(name: string): BibliographyFormat | undefined {
  const extension = /\.([A-Za-z]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension] : undefined;
}
