import type { Statement } from '../statement/model.ts';
import { shortTitle } from '../statement/short-title.ts';

/** What a statement says of itself, sorted out for a citation; what it does not say is absent. */
export interface Source {
  readonly type: string;
  /** `printed` in a newspaper or journal, on the `web`, or a `document` of its own. */
  readonly kind: 'printed' | 'web' | 'document';
  readonly title: string;
  readonly short: string;
  /** BCP 47, of the statement. */
  readonly language: string;
  /** Those whom the title does not name already, as that of a joint statement does. */
  readonly authors: readonly string[];
  /** True where nobody is said to be the author, in the title or elsewhere. */
  readonly isUnsigned: boolean;
  readonly container?: string;
  /** Of the newspaper, the page or, for a document, the signing. */
  readonly date?: string;
  /** Of the signing, where nobody knows when the newspaper or the page appeared. */
  readonly signed?: string;
  /** Where a document was published or signed. */
  readonly place?: string;
  readonly publisher?: string;
  readonly page?: string;
  readonly volume?: string;
  readonly issue?: string;
  /** `A/RES/70/1` */
  readonly number?: string;
  readonly url?: string;
  readonly accessed?: string;
}

const WEB: ReadonlySet<string> = new Set(['webpage', 'post', 'post-weblog']);

export function sourceOf(statement: Statement): Source {
  const { metadata } = statement;
  const { type, title, author, containerTitle, publisher, eventDate, issued } = metadata;
  const kind = WEB.has(type) ? 'web' : containerTitle === undefined ? 'document' : 'printed';
  const names = author.map(({ literal }) => tidy(literal)).filter((name) => name !== '');
  const isDocument = kind === 'document';
  const date = isDocument ? (eventDate ?? issued) : issued;
  const place = isDocument && publisher !== undefined ? metadata.publisherPlace : metadata.eventPlace;
  return {
    ...{ type, kind, language: metadata.language },
    title: tidy(title),
    short: tidy(shortTitle(statement)),
    isUnsigned: names.length === 0,
    authors: names.every((name) => isNamedIn(name, title)) ? [] : names,
    ...present({
      container: isDocument ? undefined : containerTitle,
      date,
      signed: isDocument || issued !== undefined ? undefined : eventDate,
      place: isDocument ? place : undefined,
      publisher: isDocument ? publisher : undefined,
      page: isDocument ? undefined : metadata.page,
      volume: isDocument ? undefined : metadata.volume,
      issue: isDocument ? undefined : metadata.issue,
      number: metadata.number,
      url: metadata.url,
      accessed: metadata.accessed,
    }),
  };
}

/** A field in one line, whatever white space its YAML has. */
function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The year by which author-date styles know a statement. */
export function yearOfSource({ date, signed }: Source): string | undefined {
  return (date ?? signed)?.slice(0, 4);
}

/** True if a title names somebody; a Russian name in any case: Российской Федерации is Российская Федерация. */
function isNamedIn(name: string, title: string): boolean {
  const fold = (text: string): string =>
    text.normalize('NFKC').toLowerCase().replace(/[’‘]/gu, "'").replace(/\s+/gu, ' ');
  const words = fold(name).replace(/^the /u, '');
  if (!/\p{Script=Cyrillic}/u.test(words)) return fold(title).includes(words);
  const stems = words.split(' ').map((word) => (word.length > 5 ? word.slice(0, -3) : word));
  const inflected = stems.map((stem) => `${escapeRegExp(stem)}\\p{L}{0,4}`).join(' ');
  return new RegExp(`(?<!\\p{L})${inflected}(?!\\p{L})`, 'u').test(fold(title));
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function present<T extends Readonly<Record<string, string | undefined>>>(fields: T): Present<T> {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && value.trim() !== '');
  return Object.fromEntries(said.map(([name, value]) => [name, tidy(value ?? '')])) as Present<T>;
}
