import type { Draft } from './draft.ts';
import { draftFields } from './draft-fields.ts';

const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;

/**
 * The language that the front matter of a draft says it is in, a tag of BCP 47 as `lang:` has it for Pandoc (`zh-CN`,
 * also where `zh_CN` is written); `undefined` if it says none, or something that is no such tag.
 */
export function draftLanguage(draft: Draft): string | undefined {
  const tag = draftFields(draft)?.text('lang')?.trim().replaceAll('_', '-');
  return tag !== undefined && TAG.test(tag) ? tag : undefined;
}
