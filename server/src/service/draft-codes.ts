import * as l10n from '@vscode/l10n';
import type { TrapCode } from '../core/citation/downstream/trap.ts';
import type { pinCodes } from './pin-findings.ts';
import type { QuotationCode } from './quotation-findings.ts';
import type { SuppressionCode } from './suppression-comments.ts';

/** Codes of findings about what a citation or link names, and about bibliographies. */
type CitationCode =
  | 'unknown-key'
  | 'no-such-passage'
  | 'locator-not-understood'
  | 'not-in-bibliography'
  | 'bibliography-unreadable';

/** Every code that a finding in a draft can have. */
export type DraftCode = CitationCode | TrapCode | QuotationCode | (typeof pinCodes)[number] | SuppressionCode;

/** What each code stands for, in a few words. */
export function draftCodes(): Readonly<Record<DraftCode, string>> {
  return {
    'quote-altered': l10n.t('A quotation says something else than its source.'),
    'quote-misplaced': l10n.t('The words of a quotation stand elsewhere than cited.'),
    'quote-not-found': l10n.t('The words of a quotation stand in no statement.'),
    'quote-form': l10n.t('A quotation is set otherwise than its source: width, script or style of marks.'),
    'quote-uncited': l10n.t('Words of a statement are quoted without a citation.'),
    'unknown-key': l10n.t('A key that no statement has is cited.'),
    'no-such-passage': l10n.t('A passage is cited that the statement does not have.'),
    'locator-not-understood': l10n.t('The place in a link is not understood.'),
    'not-in-bibliography': l10n.t('A cited statement is missing from the bibliography of the document.'),
    'bibliography-unreadable': l10n.t('The bibliography of the document cannot be read.'),
    'full-width-semicolon': l10n.t('A full-width semicolon parts citations: Pandoc prints only the last.'),
    'nested-citation': l10n.t('Citations are not parted: Pandoc prints only the last.'),
    'page-trap': l10n.t('Pandoc takes a passage for the number of a page.'),
    'key-after-han': l10n.t('Right after a Chinese character Pandoc takes a key for plain text.'),
    'han-after-key': l10n.t('Pandoc reads the text after a key as a part of it.'),
    'prefix-without-space': l10n.t('Without a space before the “@” Pandoc takes a citation for plain text.'),
    'label-language': l10n.t('Pandoc does not know a label in the language of the document.'),
    braces: l10n.t('Zettlr does not read braces in citations.'),
    'key-not-ascii': l10n.t('Zettlr does not read keys that are not ASCII.'),
    'passage-changed': l10n.t('A cited passage has changed since it was pinned.'),
    'passage-moved': l10n.t('A cited passage stands elsewhere since it was pinned.'),
    'passage-gone': l10n.t('A cited passage that was pinned is there no more.'),
    'pin-missing': l10n.t('A citation has no pin.'),
    'pin-file-damaged': l10n.t('The file of pins cannot be read.'),
    'suppression-without-reason': l10n.t('A comment suppresses findings without a reason.'),
    'suppression-unused': l10n.t('A comment suppresses nothing.'),
    'suppression-invalid': l10n.t('A comment that should suppress findings is not understood.'),
  };
}

export function isDraftCode(code: string): code is DraftCode {
  return Object.hasOwn(draftCodes(), code);
}
