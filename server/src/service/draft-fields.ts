import { isMap, isScalar, isSeq, parseDocument, type Node, type YAMLMap } from 'yaml';
import type { Span } from '../core/span.ts';
import { scalarText } from '../core/statement/front-matter-items.ts';
import type { Draft } from './draft.ts';

/** The fields of a draft's front matter, as Pandoc reads them. */
export interface DraftFields {
  /** The text of a field; `undefined` if it is absent, a list, or anything else but text. */
  text(name: string): string | undefined;
  /** The texts of a field, one or a list of them, with their places in the draft; empty if it is absent or nothing of the kind. */
  texts(name: string): readonly FieldText[];
  /** The texts that the items of a list of maps have under a name: `id` of `references`. */
  textsOfItems(name: string, field: string): readonly string[];
}

export interface FieldText {
  readonly text: string;
  readonly span: Span;
}

const FRONT_MATTER = /^(\ufeff?---[ \t]*\r?\n)([^]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** Nobody writes a longer one, and reading one that is a whole book takes time. */
const LONGEST = 100_000;

/** One version of a draft does not change. */
const read = new WeakMap<Draft, { readonly fields: DraftFields | undefined }>();

/** `undefined` for a draft without front matter, and for one whose front matter cannot be read. */
export function draftFields(draft: Draft): DraftFields | undefined {
  const known = read.get(draft);
  if (known !== undefined) return known.fields;
  const fields = readFields(draft.text.slice(0, LONGEST));
  read.set(draft, { fields });
  return fields;
}

function readFields(text: string): DraftFields | undefined {
  const [, opening = '', front] = FRONT_MATTER.exec(text) ?? [];
  const map = front === undefined ? undefined : parseMap(front);
  if (map === undefined) return undefined;
  const spanOf = ({ range }: Node): Span => ({
    start: (range?.[0] ?? 0) + opening.length,
    end: (range?.[1] ?? 0) + opening.length,
  });
  return {
    text: (name) => {
      const field: unknown = map.get(name, true);
      return isScalar(field) && typeof field.value === 'string' ? field.value : undefined;
    },
    texts: (name) => {
      const field: unknown = map.get(name, true);
      const items: readonly unknown[] = isSeq(field) ? field.items : [field];
      return items.flatMap((item) =>
        isScalar(item) && typeof item.value === 'string' ? { text: item.value, span: spanOf(item) } : [],
      );
    },
    textsOfItems: (name, field) => {
      const list: unknown = map.get(name, true);
      const items: readonly unknown[] = isSeq(list) ? list.items : [];
      return items.flatMap((item) => (isMap(item) ? (scalarText(item.get(field, true)) ?? []) : []));
    },
  };
}

/** What can be read, also where other lines are wrong. */
function parseMap(front: string): YAMLMap | undefined {
  try {
    const { contents } = parseDocument(front, { prettyErrors: false, uniqueKeys: false });
    return isMap(contents) ? contents : undefined;
  } catch {
    // The library gives up on very deep nesting.
    return undefined;
  }
}
