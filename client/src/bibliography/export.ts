import * as vscode from 'vscode';
import type { BibliographyResult } from '../../../server/src/lsp/protocol.ts';
import type { Drafts } from '../citation/drafts.ts';
import type { Corpus } from '../corpus/connection.ts';
import { formats, type Format } from './formats.ts';
import { scopes, type Scope } from './scope.ts';

/** What the command may be given, by a key binding or by another extension: it then asks for nothing that it knows. */
interface Arguments {
  readonly scope?: unknown;
  readonly format?: unknown;
  /** A URI, as text or as an object of VS Code. */
  readonly target?: unknown;
}

/** More keys than these nobody reads in a message. */
const MOST_KEYS = 8;

/** Export Bibliography: what to take, in which format, where to. */
export function registerExportBibliography(corpus: Corpus, drafts: Drafts): vscode.Disposable {
  return vscode.commands.registerCommand('pincite.exportBibliography', (argument?: unknown) =>
    exportBibliography(corpus, drafts, readArguments(argument)),
  );
}

/** Gives what was written; `undefined` if nothing was. */
async function exportBibliography(
  corpus: Corpus,
  drafts: Drafts,
  { scope: wanted, format: wantedFormat, target: wantedTarget }: Arguments,
): Promise<BibliographyResult | undefined> {
  const offered = scopes(drafts.current());
  if (offered.length === 0) {
    const message = vscode.l10n.t(
      'Open a Markdown file or a folder first: there is nothing that could cite a statement.',
    );
    void vscode.window.showWarningMessage(message);
    return undefined;
  }
  const target = toUri(wantedTarget);
  const scope = offered.find(({ name }) => name === wanted) ?? (await chooseScope(offered));
  if (scope === undefined) return undefined;
  const format =
    formats().find(({ name }) => name === wantedFormat) ?? formatOf(target) ?? (await chooseFormat());
  if (format === undefined) return undefined;
  const title = vscode.l10n.t('Gathering what is cited…');
  const result = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
    corpus.bibliography({ ...scope.params, format: format.name }),
  );
  if (!result) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The bibliography could not be made. “Pincite: Show Log” tells more.'),
    );
    return undefined;
  }
  if (result.statements === 0) {
    void vscode.window.showWarningMessage(
      [vscode.l10n.t('No statement is cited here; nothing was written.'), ...unknownIn(result)].join(' '),
    );
    return undefined;
  }
  const file = target ?? (await chooseFile(scope, format));
  return file !== undefined && (await write(file, result)) ? result : undefined;
}

async function chooseScope(offered: readonly Scope[]): Promise<Scope | undefined> {
  const [only, ...others] = offered;
  if (others.length === 0) return only;
  return vscode.window.showQuickPick(offered, {
    title: vscode.l10n.t('Export Bibliography'),
    placeHolder: vscode.l10n.t('Of what is the bibliography to be?'),
  });
}

function chooseFormat(): Thenable<Format | undefined> {
  return vscode.window.showQuickPick(formats(), {
    title: vscode.l10n.t('Export Bibliography'),
    placeHolder: vscode.l10n.t('In which format?'),
  });
}

function chooseFile({ file }: Scope, { label, extensions }: Format): Thenable<vscode.Uri | undefined> {
  const [extension] = extensions;
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Bibliography'),
    filters: { [label]: [...extensions] },
    ...(file && { defaultUri: file.with({ path: `${file.path}.${extension}` }) }),
  });
}

async function write(file: vscode.Uri, result: BibliographyResult): Promise<boolean> {
  const name = vscode.workspace.asRelativePath(file);
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(result.text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be written: {1}', name, reason));
    return false;
  }
  void tell(file, name, result);
  return true;
}

/** Says what was written, and offers to open it. */
async function tell(file: vscode.Uri, name: string, result: BibliographyResult): Promise<void> {
  const written = vscode.l10n.t('Statements written to {0}: {1}.', name, String(result.statements));
  const message = [written, ...unknownIn(result)].join(' ');
  const show =
    result.unknown.length > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const open = vscode.l10n.t('Open');
  if ((await show(message, open)) === open) await vscode.window.showTextDocument(file);
}

function unknownIn({ unknown }: BibliographyResult): string[] {
  if (unknown.length === 0) return [];
  const named = unknown.slice(0, MOST_KEYS).join(', ');
  const list = unknown.length > MOST_KEYS ? `${named}, …` : named;
  return [vscode.l10n.t('No statement has these keys, which are cited: {0}.', list)];
}

/** The format that the end of a file's name stands for. */
function formatOf(file: vscode.Uri | undefined): Format | undefined {
  const extension = /\.([a-z]+)$/i.exec(file?.path ?? '')?.[1]?.toLowerCase();
  return formats().find(({ extensions }) => extensions.some((each) => each === extension));
}

function readArguments(argument: unknown): Arguments {
  // From a menu of an editor comes its URI, which says nothing of this.
  return typeof argument === 'object' && argument !== null && !(argument instanceof vscode.Uri)
    ? argument
    : {};
}

function toUri(target: unknown): vscode.Uri | undefined {
  if (target instanceof vscode.Uri) return target;
  return typeof target === 'string' && target !== '' ? vscode.Uri.parse(target) : undefined;
}
