import * as vscode from 'vscode';
import { quotationAt } from '../citation/quotationForm.ts';
import type { Corpus } from '../corpus/connection.ts';
import { toProtocolRange } from '../corpus/places.ts';
import { documentSelector, isDraft } from '../languages.ts';
import {
  copiedMime,
  isWorthLocating,
  readCopied,
  writeCopied,
  type ClipboardMemory,
  type Copied,
} from './copied.ts';
import { findInTime, offeredEdits, rootKind, type OfferedEdit } from './offeredEdits.ts';
import { offersFor, offersForPlaces } from './offers.ts';

/** What is done with pasted text: the setting `pincite.paste`. */
type Manner = 'quotation' | 'offer' | 'off';

const TEXT = 'text/plain';
/** Where plain text is to come first. VS Code has turned round what a general kind means here; so both. */
const { Text } = vscode.DocumentDropOrPasteEditKind;
export const plainFirst = [Text, Text.append('plain')];

/** What is pasted into a draft: words of a statement bring their citation along. */
export function registerPaste(corpus: Corpus, memory: ClipboardMemory): vscode.Disposable {
  const provider: vscode.DocumentPasteEditProvider = {
    prepareDocumentPaste: async (document, ranges, transfer, token) => {
      const copied = await copiedFrom(corpus, document, ranges, token);
      if (copied) transfer.set(copiedMime, new vscode.DataTransferItem(writeCopied(copied)));
    },
    provideDocumentPasteEdits: async (document, ranges, transfer, _context, token) => {
      const manner = isDraft(document) ? mannerOf(document) : 'off';
      if (manner === 'off') return undefined;
      const found = await findInTime(token, (limited) =>
        findEdits(corpus, memory, { document, ranges, transfer }, limited),
      );
      const isFirst = manner === 'quotation' && found?.copied?.wants === 'quotation';
      return found?.edits.map((offered) => toPasteEdit(offered, isFirst));
    },
  };
  return vscode.languages.registerDocumentPasteEditProvider(documentSelector, provider, {
    providedPasteEditKinds: [rootKind],
    copyMimeTypes: [copiedMime],
    pasteMimeTypes: [copiedMime, TEXT],
  });
}

function mannerOf(document: vscode.TextDocument): Manner {
  return vscode.workspace.getConfiguration('pincite', document).get<Manner>('paste', 'quotation');
}

/** The passage that was copied from a statement; `undefined` where there is none, as in a draft. */
async function copiedFrom(
  corpus: Corpus,
  document: vscode.TextDocument,
  [range, ...others]: readonly vscode.Range[],
  token: vscode.CancellationToken,
): Promise<Copied | undefined> {
  // Words from several places are no quotation.
  if (range === undefined || others.length > 0) return undefined;
  const uri = document.uri.toString();
  const passage = await corpus.passageAt({ uri, range: toProtocolRange(range) }, token);
  if (!passage) return undefined;
  const { key, address } = passage;
  const text = document.getText(range);
  return { text, words: text, passages: [{ key, address }], wants: 'quotation' };
}

interface Pasted {
  readonly document: vscode.TextDocument;
  readonly ranges: readonly vscode.Range[];
  readonly transfer: vscode.DataTransfer;
}

interface Found {
  readonly edits: readonly OfferedEdit[];
  /** Absent where the text comes from elsewhere, and only happens to stand in a statement. */
  readonly copied?: Copied;
}

async function findEdits(
  corpus: Corpus,
  memory: ClipboardMemory,
  { document, ranges, transfer }: Pasted,
  token: vscode.CancellationToken,
): Promise<Found | undefined> {
  const here = quotationAt(document, ranges);
  const text = (await transfer.get(TEXT)?.asString()) ?? '';
  const json = await transfer.get(copiedMime)?.asString();
  const copied = (json === undefined ? undefined : readCopied(json)) ?? memory.recall(text);
  if (copied) {
    const edits = await offeredEdits(corpus, document, ranges, offersFor(copied, here), token);
    // What is no quotation is wanted as it is: a title, a line of the front matter.
    if (copied.wants === 'quotation' && !edits.some(({ isQuotation }) => isQuotation)) return undefined;
    return { copied, edits };
  }
  if (!isWorthLocating(text) || (await isWholeLine(transfer))) return undefined;
  const located = await corpus.locate({ text }, token);
  const offers = offersForPlaces(located?.places ?? [], here);
  return { edits: await offeredEdits(corpus, document, ranges, offers, token) };
}

/** Whether a line was copied as a whole, with nothing selected: such a line is pasted above, which an offer would spoil. */
async function isWholeLine(transfer: vscode.DataTransfer): Promise<boolean> {
  const json = await transfer.get('vscode-editor-data')?.asString();
  return json?.includes('"isFromEmptySelection":true') === true;
}

function toPasteEdit({ title, kind, edit }: OfferedEdit, isFirst: boolean): vscode.DocumentPasteEdit {
  const made = new vscode.DocumentPasteEdit('', title, kind);
  made.additionalEdit = edit;
  if (!isFirst) made.yieldTo = plainFirst;
  return made;
}
