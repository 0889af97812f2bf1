/** The citation styles that are written without any other program. */
export const styleNames = [
  'gb7714-2025-note',
  'gb7714-2025-numeric',
  'gb7714-2025-author-date',
  'gb7714-2015-note',
  'gb7714-2015-numeric',
  'gb7714-2015-author-date',
  'cn-international-relations',
  'cn-history',
  'cn-law',
  'chicago-note',
  'apa',
  'mla',
  'oscola',
] as const;

export type StyleName = (typeof styleNames)[number];
