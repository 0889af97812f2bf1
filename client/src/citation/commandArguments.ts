import type { CitationForm, QuotationForm } from '../../../server/src/lsp/protocol.ts';
import type { NodeName } from '../tree/ancestry.ts';
import { isTreeNode } from '../tree/treeNode.ts';

/** What a command about passages was given: by the tree, by a key binding, or by another extension. */
export interface CommandArguments {
  /** The passages that it names; empty if it leaves them to the user. */
  readonly passages: readonly NodeName[];
  /** Whether it is about what is selected in the tree. */
  readonly isAboutTree: boolean;
  readonly form?: CitationForm;
  readonly quotation?: QuotationForm;
  readonly prefix?: string;
}

const FORMS: readonly unknown[] = ['pandoc', 'footnote', 'inline', 'link'] satisfies CitationForm[];
const QUOTATIONS: readonly unknown[] = ['block', 'marks'] satisfies QuotationForm[];

/**
 * Reads what VS Code hands to a command: from the tree `(node, [node, …])`, from the menu of an editor its URI, from a
 * key binding what stands there as `args`: `{form: 'footnote'}`, `{key: 'cn-ru-2025-…', address: '10'}`. What cannot be
 * understood is as if it were not there.
 */
export function readArguments([first, second]: readonly unknown[]): CommandArguments {
  if (isTreeNode(first)) {
    const selected = Array.isArray(second) ? second.filter(isTreeNode) : [];
    const isOfSelection = selected.some(({ key, address }) => key === first.key && address === first.address);
    return { passages: (isOfSelection ? selected : [first]).map(nameOf), isAboutTree: false };
  }
  if (typeof first !== 'object' || first === null) return { passages: [], isAboutTree: false };
  const { form, quotation, prefix, key, address, of } = first as Readonly<Record<string, unknown>>;
  return {
    passages: typeof key === 'string' ? [{ key, address: typeof address === 'string' ? address : '' }] : [],
    isAboutTree: of === 'tree',
    ...(isForm(form) && { form }),
    ...(isQuotation(quotation) && { quotation }),
    ...(typeof prefix === 'string' && { prefix }),
  };
}

function nameOf({ key, address }: NodeName): NodeName {
  return { key, address };
}

function isForm(value: unknown): value is CitationForm {
  return FORMS.includes(value);
}

function isQuotation(value: unknown): value is QuotationForm {
  return QUOTATIONS.includes(value);
}
