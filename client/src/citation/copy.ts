import * as vscode from 'vscode';
import type { Writing } from '../../../server/src/lsp/protocol.ts';
import type { ClipboardMemory } from '../paste/copied.ts';
import { readArguments } from './commandArguments.ts';
import { findSubject, type Passages } from './subject.ts';
import { refusalOf } from './writeInto.ts';

const MESSAGE_MS = 5000;
/** More of a quotation would push everything else out of the status bar. */
const SHOWN = 60;

/** Copy Citation and Copy Quotation with Citation; `memory` is told what the clipboard holds then. */
export function registerCopy(passages: Passages, memory: ClipboardMemory): vscode.Disposable {
  const copy = async (given: readonly unknown[], title: string, isQuotation: boolean): Promise<void> => {
    const { form, prefix, quotation = 'marks', ...others } = readArguments(given);
    const subject = await findSubject(passages, others, title);
    if (subject === undefined) return;
    const { words } = subject;
    const writing: Writing = {
      passages: subject.passages,
      ...(form && { form }),
      ...(prefix !== undefined && { prefix }),
      ...(isQuotation && { quotation, ...(words !== undefined && { words }) }),
    };
    const result = await passages.corpus.compose(writing);
    if (result === undefined || 'refused' in result) {
      void vscode.window.showWarningMessage(refusalOf(result));
      return;
    }
    await vscode.env.clipboard.writeText(result.text);
    memory.remember({
      text: result.text,
      passages: subject.passages,
      wants: isQuotation ? 'quotation' : 'citation',
      ...(words !== undefined && { words }),
    });
    vscode.window.setStatusBarMessage(
      `$(check) ${vscode.l10n.t('Copied {0}', shown(result.text))}`,
      MESSAGE_MS,
    );
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('pincite.copyCitation', (...given: unknown[]) =>
      copy(given, vscode.l10n.t('Copy Citation'), false),
    ),
    vscode.commands.registerCommand('pincite.copyQuotation', (...given: unknown[]) =>
      copy(given, vscode.l10n.t('Copy Quotation with Citation'), true),
    ),
    // A command of its own: VS Code would show its plain key for the other one wherever that can be used.
    vscode.commands.registerCommand('pincite.copyFromTree', () =>
      copy([{ of: 'tree' }], vscode.l10n.t('Copy Quotation with Citation'), true),
    ),
  );
}

/** On one line; the middle is left out where it is long, for the citation stands at the end. */
function shown(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  if (characters.length <= SHOWN) return characters.join('');
  const half = SHOWN / 2;
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`;
}
