import * as vscode from 'vscode';
import type { Corpus } from '../corpus/connection.ts';
import { toProtocolRange } from '../corpus/places.ts';
import { isStatement } from '../languages.ts';
import type { NodeName } from '../tree/ancestry.ts';

/** The passage that the cursor stands in, or the selection reaches over; `undefined` outside statement files. */
export async function passageAtCursor(corpus: Corpus): Promise<NodeName | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isStatement(editor.document)) return undefined;
  const { document, selection } = editor;
  const passage = await corpus.passageAt({ uri: document.uri.toString(), range: toProtocolRange(selection) });
  return passage ?? undefined;
}
