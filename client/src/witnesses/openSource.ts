import * as vscode from 'vscode';
import type { WitnessPlaces } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import { toRange } from '../corpus/places.ts';
import { readingColumn } from '../navigation/readingColumn.ts';
import type { RecentPassages } from '../picker/recentPassages.ts';
import { provenanceOf, whereabouts } from './provenance.ts';

/** Received files are kept byte for byte: VS Code asks before it lets one be edited. */
const MAKE_READ_ONLY = 'workbench.action.files.setActiveEditorReadonlyInSession';
const WRAP = 'editor.action.toggleWordWrap';

/** Open Source: the lines of a received file from which a passage comes, selected. */
export function registerOpenSource(corpus: Corpus, recent: RecentPassages): vscode.Disposable {
  const wrapped = new WeakSet<vscode.TextDocument>();
  return vscode.commands.registerCommand('pincite.openSource', async (argument?: unknown) => {
    const title = vscode.l10n.t('Open Source');
    const provenance = await provenanceOf(corpus, recent, argument, title);
    if (provenance === undefined) return;
    const carrying = provenance.witnesses.filter(({ ranges }) => ranges.length > 0);
    const [first, second] = carrying;
    if (first === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('No witness carries this passage.'));
      return;
    }
    const witness = second === undefined ? first : await choose(carrying, title);
    if (witness) await open(witness, wrapped);
  });
}

async function choose(
  witnesses: readonly WitnessPlaces[],
  title: string,
): Promise<WitnessPlaces | undefined> {
  const rows = witnesses.map((witness) => ({
    ...{ label: witness.siglum, description: whereabouts(witness), witness },
  }));
  const placeHolder = vscode.l10n.t('The witness whose source to open');
  return (await vscode.window.showQuickPick(rows, { title, placeHolder, matchOnDescription: true }))?.witness;
}

async function open({ uri, ranges }: WitnessPlaces, wrapped: WeakSet<vscode.TextDocument>): Promise<void> {
  const target = vscode.Uri.parse(uri);
  const editor = await vscode.window.showTextDocument(target, {
    viewColumn: readingColumn(target),
    // The statement stays open.
    preview: false,
  });
  const places = ranges.map(toRange);
  editor.selections = places.map(({ start, end }) => new vscode.Selection(start, end));
  const [first] = places;
  if (first) editor.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.commands.executeCommand(MAKE_READ_ONLY);
  await wrapOnce(editor, wrapped);
}

/** A paragraph is one line in a source, far longer than an editor is wide. */
async function wrapOnce(
  { document }: vscode.TextEditor,
  wrapped: WeakSet<vscode.TextDocument>,
): Promise<void> {
  const setting = vscode.workspace.getConfiguration('editor', document).get<string>('wordWrap');
  if (setting !== 'off' || wrapped.has(document)) return;
  wrapped.add(document);
  await vscode.commands.executeCommand(WRAP);
}
