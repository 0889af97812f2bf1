import * as vscode from 'vscode';
import type { LocatedPassage, QuotationForm, Writing } from '../../../server/src/lsp/protocol.ts';
import type { Copied } from './copied.ts';

/** One way to write what is pasted or dropped. */
export interface Offer {
  readonly title: string;
  /** The parts of its kind below `pincite`, by which users name what they prefer. */
  readonly kind: readonly string[];
  readonly writing: Writing;
}

/** More places than these are no help. */
const MOST_PLACES = 5;

/** What can be made of passages that were copied or are dragged; what is wanted first. `here` is the form of a quotation at the place. */
export function offersFor({ passages, words, wants }: Copied, here: QuotationForm): Offer[] {
  const quoted: Writing = { passages, ...(words !== undefined && { words }) };
  const forms: readonly QuotationForm[] = here === 'block' ? ['block', 'marks'] : ['marks', 'block'];
  const quotations = forms.map((form) => quotation(quoted, form));
  const citation = (title: string): Offer => ({ title, kind: ['citation'], writing: { passages } });
  if (wants === 'quotation') return [...quotations, citation(vscode.l10n.t('Insert Citation Only'))];
  const footnote: Offer = {
    title: vscode.l10n.t('Insert Citation as Footnote'),
    kind: ['citation', 'footnote'],
    writing: { passages, form: 'footnote' },
  };
  const link: Offer = {
    title: vscode.l10n.t('Insert Citation as Link'),
    kind: ['citation', 'link'],
    writing: { passages, form: 'link' },
  };
  return [citation(vscode.l10n.t('Insert Citation')), ...quotations, footnote, link];
}

/** What can be made of text that stands in these places. */
export function offersForPlaces(places: readonly LocatedPassage[], here: QuotationForm): Offer[] {
  return places.slice(0, MOST_PLACES).map(({ key, address, title, locator, words }) => ({
    title: vscode.l10n.t('Insert Quotation with Citation: {0}', [locator, title].filter(Boolean).join(' · ')),
    kind: ['quotation', here],
    writing: { passages: [{ key, address }], words, quotation: here },
  }));
}

function quotation(writing: Writing, form: QuotationForm): Offer {
  const title =
    form === 'block'
      ? vscode.l10n.t('Insert Block Quotation with Citation')
      : vscode.l10n.t('Insert Quotation with Citation');
  return { title, kind: ['quotation', form], writing: { ...writing, quotation: form } };
}
