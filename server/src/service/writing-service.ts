import type { Range } from '../core/span.ts';
import { citeAs, citePassage, type CiteOptions } from './cite.ts';
import { composeWriting } from './compose-writing.ts';
import { createDraft, type Draft } from './draft.ts';
import type { Library } from './library.ts';
import type { Loader } from './loader.ts';
import { locateWords, type LocatedPassage } from './locate-words.ts';
import type { Machine } from './machine.ts';
import { previewText, type Preview, type PreviewOptions } from './preview.ts';
import type { Refusal } from './refusal.ts';
import { writeIntoDraft } from './write.ts';
import type { WriteEdit, Writing, WritingSettings } from './writing.ts';

/** What is written about passages: citations and quotations, in every form. */
export interface WritingService {
  cite(key: string, address: string): Promise<{ readonly text: string } | Refusal>;
  /** The citation in a style and a format. */
  citeAs(key: string, address: string, options: CiteOptions): Promise<{ readonly text: string } | Refusal>;
  /** How the citations of a text are shown where it is rendered. */
  preview(text: string, style: PreviewOptions['style']): Promise<Preview>;
  /** The edits that write a citation, a quotation or both into a draft, after what each range covers. */
  write(
    draft: Draft,
    ranges: readonly Range[],
    writing: Writing,
    settings: WritingSettings,
  ): Promise<{ readonly edits: readonly WriteEdit[] } | Refusal>;
  /** The same as text for a clipboard. */
  compose(writing: Writing, settings: WritingSettings): Promise<{ readonly text: string } | Refusal>;
  /** The passages that hold a text word for word, those of the newest statement first. */
  locate(text: string): Promise<readonly LocatedPassage[]>;
}

interface Parts {
  readonly library: Library;
  readonly machine: Machine;
  readonly loader: Pick<Loader, 'isLoading'>;
  /** Sees to it that statements of which the index knows are read. */
  readonly ready: (keys: readonly string[]) => Promise<void>;
}

export function createWritingService({ library, machine, loader, ready }: Parts): WritingService {
  return {
    cite: async (key, address) => {
      await ready([key]);
      return citePassage(library, key, address);
    },
    citeAs: (key, address, options) => citeAs(library, machine, key, address, options),
    preview: async (text, style) => {
      await ready(createDraft('', text).citations.map(({ key }) => key));
      return previewText(library, text, { style, isLoading: loader.isLoading() });
    },
    write: async (draft, ranges, writing, settings) => {
      await ready([...writing.passages, ...draft.citations].map(({ key }) => key));
      return writeIntoDraft(library, machine, draft, ranges, writing, settings);
    },
    compose: async (writing, settings) => {
      await ready(writing.passages.map(({ key }) => key));
      return composeWriting(library, machine, writing, settings);
    },
    locate: (text) => locateWords(library, text, ready),
  };
}
