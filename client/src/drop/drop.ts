import * as vscode from 'vscode';
import { quotationAt } from '../citation/quotationForm.ts';
import type { Corpus } from '../corpus/connection.ts';
import { documentSelector, isDraft } from '../languages.ts';
import { copiedMime, isWorthLocating, readCopied } from '../paste/copied.ts';
import { findInTime, offeredEdits, rootKind, type OfferedEdit } from '../paste/offeredEdits.ts';
import { offersFor, offersForPlaces } from '../paste/offers.ts';
import { plainFirst } from '../paste/paste.ts';

const TEXT = 'text/plain';

/** What is dropped into a draft: passages of the tree are cited, and text that is word for word in a statement can be. */
export function registerDrop(corpus: Corpus): vscode.Disposable {
  const provider: vscode.DocumentDropEditProvider = {
    provideDocumentDropEdits: (document, position, transfer, token) =>
      isDraft(document)
        ? findInTime(token, (limited) => findEdits(corpus, document, position, transfer, limited))
        : undefined,
  };
  return vscode.languages.registerDocumentDropEditProvider(documentSelector, provider, {
    providedDropEditKinds: [rootKind],
    dropMimeTypes: [copiedMime, TEXT],
  });
}

async function findEdits(
  corpus: Corpus,
  document: vscode.TextDocument,
  position: vscode.Position,
  transfer: vscode.DataTransfer,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentDropEdit[]> {
  const ranges = [new vscode.Range(position, position)];
  const here = quotationAt(document, ranges);
  const json = await transfer.get(copiedMime)?.asString();
  const dragged = json === undefined ? undefined : readCopied(json);
  if (dragged) {
    const edits = await offeredEdits(corpus, document, ranges, offersFor(dragged, here), token);
    return edits.map((offered) => toDropEdit(offered, true));
  }
  const text = (await transfer.get(TEXT)?.asString()) ?? '';
  if (!isWorthLocating(text)) return [];
  const located = await corpus.locate({ text }, token);
  const offers = offersForPlaces(located?.places ?? [], here);
  const edits = await offeredEdits(corpus, document, ranges, offers, token);
  return edits.map((offered) => toDropEdit(offered, false));
}

function toDropEdit({ title, kind, edit }: OfferedEdit, isFirst: boolean): vscode.DocumentDropEdit {
  const made = new vscode.DocumentDropEdit('', title, kind);
  made.additionalEdit = edit;
  if (!isFirst) made.yieldTo = plainFirst;
  return made;
}
