import * as vscode from 'vscode';
import type { CitationForm, Writing } from '../../../server/src/lsp/protocol.ts';
import { readArguments, type CommandArguments } from './commandArguments.ts';
import type { DraftPlace, Drafts } from './drafts.ts';
import { choosePrefix } from './prefix.ts';
import { quotationAt } from './quotationForm.ts';
import { findSubject, type Passages } from './subject.ts';
import { writeInto } from './writeInto.ts';

/** The commands that write into the draft: a citation in one of its forms, or a quotation with its citation. */
export function registerInsert(passages: Passages, drafts: Drafts): vscode.Disposable {
  const citation = (command: string, title: () => string, fixed?: CitationForm): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (...given: unknown[]) => {
      const { form = fixed, prefix, ...others } = readArguments(given);
      await insert(passages, drafts, others, title(), {
        ...(form && { form }),
        ...(prefix !== undefined && { prefix }),
      });
    });
  return vscode.Disposable.from(
    citation('pincite.insertCitation', () => vscode.l10n.t('Insert Citation')),
    citation('pincite.insertFootnote', () => vscode.l10n.t('Insert Citation as Footnote'), 'footnote'),
    citation('pincite.insertFormatted', () => vscode.l10n.t('Insert Citation as Formatted Text'), 'inline'),
    citation('pincite.insertLink', () => vscode.l10n.t('Insert Citation as Link'), 'link'),
    vscode.commands.registerCommand('pincite.insertWithPrefix', async (...given: unknown[]) => {
      const draft = drafts.current();
      const title = vscode.l10n.t('Insert Citation with Prefix');
      const { form, ...others } = readArguments(given);
      const prefix = draft && (others.prefix ?? (await choosePrefix(draft.document, title)));
      if (draft === undefined) sayThatNoDraft();
      else if (prefix !== undefined)
        await insert(passages, drafts, others, title, { ...(form && { form }), prefix });
    }),
    vscode.commands.registerCommand('pincite.insertQuotation', async (...given: unknown[]) => {
      const { form, prefix, quotation, ...others } = readArguments(given);
      await insert(passages, drafts, others, vscode.l10n.t('Insert Quotation'), (draft) => ({
        ...(form && { form }),
        ...(prefix !== undefined && { prefix }),
        quotation: quotation ?? quotationAt(draft.document, draft.selections),
      }));
    }),
  );
}

/** What is written, where that may depend on where it goes. */
type Manner =
  Omit<Writing, 'passages' | 'words'> | ((draft: DraftPlace) => Omit<Writing, 'passages' | 'words'>);

async function insert(
  passages: Passages,
  drafts: Drafts,
  given: CommandArguments,
  title: string,
  manner: Manner,
): Promise<void> {
  // Now: the list of passages covers it.
  const draft = drafts.current();
  if (draft === undefined) {
    sayThatNoDraft();
    return;
  }
  const subject = await findSubject(passages, given, title);
  if (subject === undefined) return;
  const writing = typeof manner === 'function' ? manner(draft) : manner;
  const { words } = subject;
  await writeInto(passages.corpus, draft, {
    passages: subject.passages,
    ...writing,
    ...(writing.quotation && words !== undefined && { words }),
  });
}

function sayThatNoDraft(): void {
  void vscode.window.showWarningMessage(
    vscode.l10n.t('Open a Markdown file first, and put the cursor where the citation is to stand.'),
  );
}
