import { formatLocator } from '../core/citation/format-locator.ts';
import { headingOf } from '../core/passage.ts';
import type { Range } from '../core/span.ts';
import type { Library } from './library.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { findTarget } from './target.ts';

/** A passage with its text, in the shape of `pincite show --json`. */
export interface ShownPassage {
  readonly key: string;
  readonly title: string;
  /** Empty for the whole statement. */
  readonly address: string;
  readonly locator: string;
  /** Of the section in which the passage stands; empty where there is none. */
  readonly heading: string;
  readonly passages: readonly ShownParagraph[];
}

export interface ShownParagraph {
  readonly address: string;
  readonly text: string;
  readonly uri: string;
  readonly range: Range;
}

export function showPassage(library: Library, key: string, address: string): ShownPassage | Refusal {
  const passage = findTarget(library, key, address);
  if (isRefusal(passage)) return passage;
  const { statement } = passage;
  return {
    key,
    title: statement.metadata.title,
    address: passage.address,
    locator: passage.address === '' ? '' : formatLocator(passage.address, statement),
    heading: headingOf(passage),
    passages: passage.paragraphs.map((paragraph) => ({
      address: paragraph.address,
      text: paragraph.text,
      uri: statement.uri,
      range: statement.lines.rangeOf(paragraph.span),
    })),
  };
}
