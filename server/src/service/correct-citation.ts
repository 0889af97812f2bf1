import { linkLabel, composeLink } from '../core/citation/compose-link.ts';
import type { Citation } from '../core/citation/citation.ts';
import { findPinciteLinks } from '../core/citation/links.ts';
import { formatCitation } from '../core/citation/format-citation.ts';
import { formatLocator } from '../core/citation/format-locator.ts';
import type { StatementPassage } from '../core/citation/statement-passage.ts';
import { draftLanguage } from './draft-language.ts';
import type { Draft } from './draft.ts';
import type { Reference } from './reference.ts';
import type { TextEdit } from './text-edit.ts';

/**
 * The edits that make a reference name another passage and leave all else of it as it is: of a citation its locator, and its
 * key where the passage is of another statement; of a link its target, and its words where they are those that Pincite
 * writes; of a title the locator behind it. In order; `undefined` where that cannot be done.
 */
export function correcting(
  draft: Draft,
  reference: Reference,
  passage: StatementPassage,
): readonly TextEdit[] | undefined {
  switch (reference.kind) {
    case 'citation': {
      const citation = draft.citations.find(({ span }) => span === reference.span);
      return citation && ofCitation(draft, citation, passage);
    }
    case 'link':
      return ofLink(draft, reference, passage);
    case 'mention':
      return ofMention(draft, reference, passage);
  }
}

function ofCitation(
  { text }: Draft,
  { key, keySpan, locatorSpan, suffix, form }: Citation,
  { statement, address }: StatementPassage,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = key === statement.key ? [] : [{ span: keySpan, text: statement.key }];
  const locator = formatLocator(address, statement);
  if (locatorSpan !== undefined) return [...edits, { span: locatorSpan, text: locator }];
  const behind = keySpan.end + (text.charAt(keySpan.end) === '}' ? 1 : 0);
  if (form === 'textual') {
    // The bracket behind a key in the text is the place of its locator.
    if (suffix !== '') return undefined;
    return [...edits, { span: { start: behind, end: behind }, text: ` [${locator}]` }];
  }
  const isWaiting = /^\s*[,，]\s*$/.test(suffix);
  const own = formatCitation(statement, address).slice(`[@${statement.key}`.length, -1);
  return [...edits, { span: { start: behind, end: behind + (isWaiting ? suffix.length : 0) }, text: own }];
}

function ofLink(
  draft: Draft,
  { span, statement, passages }: Reference,
  passage: StatementPassage,
): readonly TextEdit[] | undefined {
  const link = findPinciteLinks(draft.markdown).find((each) => each.span.start === span.start);
  if (link === undefined || statement === undefined) return undefined;
  const { targetSpan } = link;
  const fragment = passage.address === '' ? '' : `#${passage.address}`;
  const [named] = passages;
  if (link.key !== undefined && named !== undefined) {
    const language = draftLanguage(draft) ?? statement.metadata.language;
    const written = `[${linkLabel(named, language)}](`;
    // Words that name the passage go with it.
    if (draft.text.startsWith(written, span.start)) return [{ span, text: composeLink(passage, language) }];
  }
  if (link.key !== undefined) {
    return [{ span: targetSpan, text: `pincite:${passage.statement.key}${fragment}` }];
  }
  if (passage.statement !== statement) return undefined;
  const target = draft.text.slice(targetSpan.start, targetSpan.end);
  const start = targetSpan.start + (target.includes('#') ? target.indexOf('#') : target.length);
  return [{ span: { start, end: targetSpan.end }, text: fragment }];
}

function ofMention(
  { text }: Draft,
  { span, statement }: Reference,
  passage: StatementPassage,
): readonly TextEdit[] | undefined {
  if (passage.statement !== statement) return undefined;
  const start = text.lastIndexOf('》', span.end) + 1;
  const isLocated = start > span.start && start < span.end;
  return isLocated
    ? [{ span: { start, end: span.end }, text: formatLocator(passage.address, statement) }]
    : undefined;
}
