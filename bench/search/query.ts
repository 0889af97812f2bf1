export const queryClasses = [
  'exact',
  'typing',
  'terms',
  'width',
  'traditional',
  'numeral',
  'typo',
  'quotation',
  'pinyin',
] as const;
export type QueryClass = (typeof queryClasses)[number];

/** What a person types who remembers a paragraph. */
export interface Query {
  readonly class: QueryClass;
  /** A class of several manners says which: `initials`. */
  readonly manner?: string;
  readonly text: string;
  /** The paragraph that it was cut from. */
  readonly source: string;
  /** The words that the person has in mind, as they stand in the paragraph; each has to be in a paragraph that is right. */
  readonly words: readonly string[];
}
