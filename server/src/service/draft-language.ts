import { isMap, isScalar, parseDocument } from 'yaml';
import type { Draft } from './draft.ts';

/** One version of a draft does not change. */
const languages = new WeakMap<Draft, { readonly language: string | undefined }>();

/**
 * The language that the front matter of a draft says it is in, a tag of BCP 47 as `lang:` has it for Pandoc (`zh-CN`,
 * also where `zh_CN` is written); `undefined` if it says none, or something that is no such tag.
 */
export function draftLanguage(draft: Draft): string | undefined {
  const known = languages.get(draft);
  if (known !== undefined) return known.language;
  const language = readLanguage(draft.text);
  languages.set(draft, { language });
  return language;
}

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([^]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** Nobody writes a longer one, and reading one that is a whole book takes time. */
const LONGEST = 100_000;
const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;

function readLanguage(text: string): string | undefined {
  const front = FRONT_MATTER.exec(text.slice(0, LONGEST))?.[1];
  if (front?.includes('lang') !== true) return undefined;
  const tag = fieldOf(front, 'lang')?.trim().replaceAll('_', '-');
  return tag !== undefined && TAG.test(tag) ? tag : undefined;
}

/** The text of a field, also where other lines are wrong; `undefined` if there is none. */
function fieldOf(front: string, name: string): string | undefined {
  try {
    const { contents } = parseDocument(front, { prettyErrors: false, uniqueKeys: false });
    const value = isMap(contents) ? contents.get(name, true) : undefined;
    return isScalar(value) && typeof value.value === 'string' ? value.value : undefined;
  } catch {
    // The library gives up on very deep nesting.
    return undefined;
  }
}
