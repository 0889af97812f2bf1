import * as vscode from 'vscode';
import type { Corpus } from '../corpus/connection.ts';
import { workspaceEdit } from '../citation/workspaceEdit.ts';
import { toProtocolRange, toRange } from '../corpus/places.ts';
import { inPlaceOf } from './inPlaceOf.ts';
import { inTime } from './inTime.ts';
import type { Offer } from './offers.ts';

/** A way to write what is pasted or dropped, with what it does to the draft. */
export interface OfferedEdit {
  readonly title: string;
  readonly kind: vscode.DocumentDropOrPasteEditKind;
  readonly isQuotation: boolean;
  readonly edit: vscode.WorkspaceEdit;
}

/** The root of the kinds by which a user can name what is preferred, in `editor.pasteAs.preferences` and the like. */
export const rootKind = vscode.DocumentDropOrPasteEditKind.Empty.append('pincite');

/** What the offers come to at these places of a draft, in place of what is selected there; those that come to nothing are left out. */
export async function offeredEdits(
  corpus: Corpus,
  document: vscode.TextDocument,
  ranges: readonly vscode.Range[],
  offers: readonly Offer[],
  token: vscode.CancellationToken,
): Promise<OfferedEdit[]> {
  const uri = document.uri.toString();
  const { version } = document;
  const places = ranges.map(({ start }) => toProtocolRange(new vscode.Range(start, start)));
  const selected = ranges.map(({ start, end }) => ({
    start: document.offsetAt(start),
    end: document.offsetAt(end),
  }));
  const made = offers.map(async ({ title, kind, writing }): Promise<OfferedEdit | undefined> => {
    const result = await corpus.write({ uri, ranges: places, ...writing }, token);
    if (result === undefined || 'refused' in result || document.version !== version) return undefined;
    const written = result.edits.map((edit) => ({
      ...edit,
      start: document.offsetAt(toRange(edit.range).start),
      end: document.offsetAt(toRange(edit.range).end),
    }));
    const edits = inPlaceOf(selected, written)?.map(({ start, end, text, snippet }) => ({
      range: new vscode.Range(document.positionAt(start), document.positionAt(end)),
      text,
      ...(snippet !== undefined && ranges.length === 1 && { snippet }),
    }));
    const isQuotation = writing.quotation !== undefined;
    return (
      edits && {
        ...{ title, kind: rootKind.append(...kind), isQuotation },
        edit: workspaceEdit(document.uri, edits),
      }
    );
  });
  return (await Promise.all(made)).filter((each) => each !== undefined);
}

/** Longer than this nobody waits for a paste. */
const PATIENCE_MS = 1500;

/** Looks for edits as long as somebody who pastes or drops would wait for them; `undefined` if that was too short. */
export async function findInTime<Found>(
  token: vscode.CancellationToken,
  find: (token: vscode.CancellationToken) => Promise<Found>,
): Promise<Found | undefined> {
  const source = new vscode.CancellationTokenSource();
  const cancel = (): void => {
    source.cancel();
  };
  const given = token.onCancellationRequested(cancel);
  try {
    return await inTime(find(source.token), PATIENCE_MS, cancel);
  } finally {
    given.dispose();
    source.dispose();
  }
}
