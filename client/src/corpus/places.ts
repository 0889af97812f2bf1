import * as vscode from 'vscode';
import type { ProtocolRange } from '../../../server/src/lsp/protocol.ts';

/** A stretch of a statement file that can be shown. */
export interface Place {
  readonly uri: string;
  readonly range: ProtocolRange;
  /** Words within to be marked, in order. */
  readonly words?: readonly string[];
}

export function toRange({ start, end }: ProtocolRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function toProtocolRange({ start, end }: vscode.Range): ProtocolRange {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

/** Where the words of a place stand in its document; a word that is not there is passed over. */
export function wordRanges(document: vscode.TextDocument, place: Place): vscode.Range[] {
  const range = toRange(place.range);
  const text = document.getText(range);
  const offset = document.offsetAt(range.start);
  const found: vscode.Range[] = [];
  let from = 0;
  for (const word of place.words ?? []) {
    const at = text.indexOf(word, from);
    if (word === '' || at < 0) continue;
    from = at + word.length;
    found.push(new vscode.Range(document.positionAt(offset + at), document.positionAt(offset + from)));
  }
  return found;
}
