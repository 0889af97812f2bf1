import * as vscode from 'vscode';
import type { AuthoritiesParams } from '../../../server/src/lsp/protocol.ts';
import type { Drafts } from '../citation/drafts.ts';
import type { Corpus } from '../corpus/connection.ts';

type Format = AuthoritiesParams['format'];

/** What the table is made of, and how it is written. */
interface Choice {
  readonly format: Format;
  /** Absent for every draft of the workspace. */
  readonly document?: vscode.TextDocument;
}

/** Table of Authorities…: what a draft or the workspace cites, in a new document. */
export function registerTableOfAuthorities(corpus: Corpus, drafts: Drafts): vscode.Disposable {
  return vscode.commands.registerCommand('pincite.tableOfAuthorities', async (argument: unknown) => {
    const document = drafts.current()?.document;
    const choice = readChoice(argument, document) ?? (await choose(document));
    if (choice === undefined) return;
    const uri = choice.document?.uri.toString();
    const asked = corpus.authorities({ format: choice.format, ...(uri !== undefined && { uri }) });
    const title = vscode.l10n.t('Reading what is cited…');
    const location = vscode.ProgressLocation.Window;
    const table = await vscode.window.withProgress({ location, title }, () => asked);
    if (!table) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t('The table could not be made. “Pincite: Show Log” tells more.'),
      );
    } else if (table.citations === 0) {
      void vscode.window.showInformationMessage(
        choice.document
          ? vscode.l10n.t('Nothing is cited in {0}.', nameOf(choice.document))
          : vscode.l10n.t('Nothing is cited in the Markdown files of this workspace.'),
      );
    } else await show(table.text, choice.format);
  });
}

async function show(text: string, format: Format): Promise<void> {
  const document = await vscode.workspace.openTextDocument(
    format === 'csv'
      ? // Spreadsheets know UTF-8 by its mark, which is no part of the text in an editor.
        { content: text.replace(/^\ufeff/, ''), language: await csvLanguage(), encoding: 'utf8bom' }
      : { content: text, language: 'markdown' },
  );
  await vscode.window.showTextDocument(document, { preview: false });
}

/** VS Code knows CSV only where an extension brings it. */
async function csvLanguage(): Promise<string> {
  return (await vscode.languages.getLanguages()).includes('csv') ? 'csv' : 'plaintext';
}

async function choose(document: vscode.TextDocument | undefined): Promise<Choice | undefined> {
  const items = [
    ...(document ? [separator(nameOf(document)), ...formats({ document })] : []),
    separator(vscode.l10n.t('All Markdown files of the workspace')),
    ...formats({}),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Table of Authorities'),
    placeHolder: vscode.l10n.t('What it lists, and how it is written'),
  });
  return picked?.choice;
}

interface Item extends vscode.QuickPickItem {
  readonly choice?: Choice;
}

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function formats(scope: Omit<Choice, 'format'>): Item[] {
  const description = scope.document ? nameOf(scope.document) : vscode.l10n.t('Workspace');
  return [
    { label: vscode.l10n.t('To read (Markdown)'), description, choice: { ...scope, format: 'markdown' } },
    { label: vscode.l10n.t('For a spreadsheet (CSV)'), description, choice: { ...scope, format: 'csv' } },
  ];
}

/** What a key binding may say: `{"format": "csv", "scope": "workspace"}`; `undefined` if it does not say all of it. */
function readChoice(argument: unknown, document: vscode.TextDocument | undefined): Choice | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { format, scope } = argument as Readonly<Record<string, unknown>>;
  if (format !== 'markdown' && format !== 'csv') return undefined;
  if (scope === 'workspace') return { format };
  return scope === 'document' && document ? { format, document } : undefined;
}

function nameOf({ uri }: vscode.TextDocument): string {
  return vscode.workspace.asRelativePath(uri);
}
