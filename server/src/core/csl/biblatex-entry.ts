/** What BibLaTeX calls an item of some type of CSL. */
export interface EntryType {
  readonly type: string;
  readonly entrysubtype?: string;
}

const ENTRY_TYPES: Readonly<Record<string, EntryType>> = {
  'article-newspaper': { type: 'article', entrysubtype: 'newspaper' },
  'article-magazine': { type: 'article', entrysubtype: 'magazine' },
  'article-journal': { type: 'article' },
  review: { type: 'review' },
  'review-book': { type: 'review' },
  webpage: { type: 'online' },
  post: { type: 'online' },
  'post-weblog': { type: 'online' },
  report: { type: 'report' },
  thesis: { type: 'thesis' },
  book: { type: 'book' },
  pamphlet: { type: 'booklet' },
  chapter: { type: 'inbook' },
  'entry-encyclopedia': { type: 'inreference' },
  'entry-dictionary': { type: 'inreference' },
  'paper-conference': { type: 'inproceedings' },
  legislation: { type: 'legislation' },
  regulation: { type: 'legislation' },
  bill: { type: 'legislation' },
  treaty: { type: 'legal' },
  legal_case: { type: 'jurisdiction' },
  personal_communication: { type: 'letter' },
  speech: { type: 'unpublished' },
  manuscript: { type: 'unpublished' },
  dataset: { type: 'dataset' },
  patent: { type: 'patent' },
  standard: { type: 'standard' },
  software: { type: 'software' },
};

/** `misc` for what BibLaTeX has no type for. */
export function entryTypeOf(cslType: string): EntryType {
  return (Object.hasOwn(ENTRY_TYPES, cslType) ? ENTRY_TYPES[cslType] : undefined) ?? { type: 'misc' };
}

/** True for an entry that stands in a periodical. */
export function isArticle(type: string): boolean {
  return type === 'article' || type === 'review';
}

/** True for an entry that stands in a book. */
export function isPart(type: string): boolean {
  return type === 'inbook' || type === 'inreference' || type === 'inproceedings';
}
