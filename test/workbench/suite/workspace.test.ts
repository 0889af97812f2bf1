// What reaches over all drafts of the workspace: references, renaming, counts, the table of authorities.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFixture, outerSpace, stability, statementUri, within } from './fixture.ts';
import { eventually, test } from './harness.ts';

const PACT = '---\nid: pact\ntitle: 关于边境贸易的联合声明\nlanguage: zh-CN\n---\n\n甲。\n\n乙。\n';

async function fileOf(name: string, text: string): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no workspace folder is open');
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

test('references of a paragraph are found in notes that nobody opened, and counted above it', async () => {
  const uri = await statementUri(stability);
  const { document } = await vscode.window.showTextDocument(uri);
  const place = within(document, outerSpace().slice(0, 20));
  const found = await eventually('a reference', async () => {
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      uri,
      place,
    );
    return places.some((each) => each.uri.path.endsWith('/note.md')) && places;
  });
  const note = found.find((each) => each.uri.path.endsWith('/note.md'));
  assert.equal(note?.range.start.line, 2);
  const lens = await eventually('a count above the paragraph', async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri,
      100,
    );
    return lenses.find(({ range }) => range.start.line === place.line);
  });
  assert.ok(lens.command);
  assert.match(lens.command.title, /^cited (?:once|\d+ times)$/);
  await vscode.commands.executeCommand(
    lens.command.command,
    ...((lens.command.arguments ?? []) as unknown[]),
  );
  await vscode.commands.executeCommand('closeReferenceSearch');
  await closeAll();
});

test('renaming an id changes the notes, moves the file, and is taken back the same way', async () => {
  const uri = await fileOf('pact.statement.md', PACT);
  const cites = await fileOf('cites.md', '[@pact，第2段]、[声明](pact.statement.md#1)\n');
  const moved = vscode.Uri.joinPath(uri, '..', 'treaty.statement.md');
  await vscode.window.showTextDocument(uri);
  const rename = async (from: vscode.Uri, name: string): Promise<void> => {
    const edit = await eventually('what is to be changed', async () => {
      const asked = vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        from,
        new vscode.Position(1, 6),
        name,
      );
      return asked.then(
        (found) => found,
        () => undefined,
      );
    });
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    await vscode.workspace.saveAll();
  };
  await rename(uri, 'treaty');
  assert.equal(await textOf(cites), '[@treaty，第2段]、[声明](treaty.statement.md#1)\n');
  assert.equal(await textOf(moved), PACT.replace('id: pact', 'id: treaty'));
  await eventually('the statement under its new key', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      '边境贸易',
    );
    return symbols.some(({ location }) => location.uri.path.endsWith('/treaty.statement.md'));
  });
  // From a use in a note, where VS Code's own Markdown support would rename what stands in brackets.
  const note = await vscode.workspace.openTextDocument(cites);
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    cites,
    within(note, '@treaty'),
    '不行',
  );
  assert.deepEqual(edit.entries(), []);
  await rename(moved, 'pact');
  assert.equal(await textOf(cites), '[@pact，第2段]、[声明](pact.statement.md#1)\n');
  assert.equal(await textOf(uri), PACT);
  await closeAll();
  await vscode.workspace.fs.delete(uri);
  await vscode.workspace.fs.delete(cites);
});

test('a shipped statement is not renamed, nor is anything else in its place', async () => {
  const { document } = await openFixture('note.md');
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    within(document, `@${stability}`),
    'mine',
  );
  assert.deepEqual(edit.entries(), []);
  await closeAll();
});

test('the table of authorities opens as a document: to read, or for a spreadsheet', async () => {
  await openFixture('note.md');
  await vscode.commands.executeCommand('pincite.tableOfAuthorities', {
    format: 'markdown',
    scope: 'document',
  });
  const read = vscode.window.activeTextEditor?.document;
  assert.equal(read?.languageId, 'markdown');
  assert.match(read.getText(), /^# Table of Authorities\n/);
  assert.ok(read.getText().includes('- **第10段** — note.md:3'), read.getText());
  await closeAll();

  await openFixture('note.md');
  await vscode.commands.executeCommand('pincite.tableOfAuthorities', { format: 'csv', scope: 'workspace' });
  const table = vscode.window.activeTextEditor?.document;
  assert.ok(table?.isUntitled);
  assert.equal(table.encoding, 'utf8bom');
  assert.match(table.getText(), /^File,Line,Key,/);
  assert.ok(table.getText().includes(`note.md,3,${stability},`), table.getText());
  await closeAll();
});
