import * as vscode from 'vscode';
import type { Corpus } from '../corpus/connection.ts';
import { isStatement } from '../languages.ts';
import { passageAtCursor } from '../navigation/passageAtCursor.ts';
import { choosePassages } from '../picker/choosePassage.ts';
import type { RecentPassages } from '../picker/recentPassages.ts';
import type { NodeName } from '../tree/ancestry.ts';
import type { CommandArguments } from './commandArguments.ts';

/** What is to be cited or quoted. */
export interface Subject {
  readonly passages: readonly NodeName[];
  /** The words that are selected in the statement; absent for the whole passages. */
  readonly words?: string;
}

/** Where commands about passages look for them, and remember them. */
export interface Passages {
  readonly corpus: Corpus;
  readonly recent: RecentPassages;
  /** What is selected in the tree. */
  inTree(): readonly NodeName[];
}

/**
 * The passages that a command names, else those selected in the tree if it is about the tree, else the one under the
 * cursor of a statement, else those that the user finds. `undefined` if there is nothing.
 */
export async function findSubject(
  from: Passages,
  { passages, isAboutTree }: CommandArguments,
  title: string,
): Promise<Subject | undefined> {
  const { corpus, recent } = from;
  const named = passages.length === 0 && isAboutTree ? from.inTree() : passages;
  if (named.length > 0) {
    for (const passage of named) recent.add(passage);
    return { passages: named };
  }
  const words = selectedWords();
  const passage = await passageAtCursor(corpus);
  if (passage) {
    recent.add(passage);
    return { passages: [passage], ...(words !== '' && { words }) };
  }
  const placeholder = vscode.l10n.t('Words of the passage to cite, or an address such as 四.3');
  const chosen = await choosePassages(corpus, recent, { title, placeholder });
  return chosen && { passages: chosen };
}

/** Empty outside statements. */
function selectedWords(): string {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isStatement(editor.document)) return '';
  return editor.document.getText(editor.selection);
}
