// Citations that are written into notes, or copied.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFixture, partnership, stability, statementUri, within } from './fixture.ts';
import { eventually, test } from './harness.ts';

/** What the tree hands to a command. */
function node(key: string, address: string) {
  return { kind: 'paragraph', key, address };
}

test('a citation is written at every cursor, as one step to undo', async () => {
  const editor = await openFixture('note.md');
  const { document } = editor;
  const before = document.getText();
  const first = within(document, '第一处：').translate(0, 2);
  const second = within(document, '第二处：').translate(0, 2);
  editor.selections = [new vscode.Selection(first, first), new vscode.Selection(second, second)];

  await vscode.commands.executeCommand('pincite.insertCitation', node(partnership, '4.3'));
  assert.ok(
    document
      .getText()
      .includes(`第一处：[@${partnership}，第四部分第3段]\n第二处：[@${partnership}，第四部分第3段]`),
  );

  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), before);
  await closeAll();
});

test('a citation goes after the words that are selected, with a space where the script has spaces', async () => {
  const editor = await openFixture('report.md');
  const { document } = editor;
  const at = document.getText().indexOf('principles');
  editor.selection = new vscode.Selection(
    document.positionAt(at),
    document.positionAt(at + 'principles'.length),
  );
  await vscode.commands.executeCommand('pincite.insertCitation', node(stability, '10'));
  assert.equal(document.lineAt(0).text, `The two sides recall their principles [@${stability}，第10段].`);
  const { active } = editor.selection;
  assert.equal(document.lineAt(0).text.slice(active.character), '.');
  await closeAll();
});

test('the list of passages writes what is accepted, and gives the note back', async () => {
  const editor = await openFixture('note.md');
  const { document } = editor;
  const end = within(document, '第一处：').translate(0, 2);
  editor.selection = new vscode.Selection(end, end);
  void vscode.commands.executeCommand('pincite.insertCitation');
  await eventually('a citation in the note', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return /第一处：\[@cn-ru-[^\]]+\]/.test(document.getText());
  });
  await eventually('the note in front', () => vscode.window.activeTextEditor?.document === document);
  await closeAll();
});

test('the passage under the cursor is copied', async () => {
  const uri = await statementUri(stability);
  const editor = await vscode.window.showTextDocument(uri);
  const place = within(editor.document, '双方谴责将商业航天系统用于干涉主权国家内政');
  editor.selection = new vscode.Selection(place, place);
  assert.equal(await copied(), `[@${stability}，第11段]`);
});

test('a selection over several passages is copied as a run', async () => {
  const uri = await statementUri(stability);
  const editor = await vscode.window.showTextDocument(uri);
  const from = within(editor.document, '双方谴责将商业航天系统用于干涉主权国家内政');
  const to = within(editor.document, '双方特别指出');
  editor.selection = new vscode.Selection(from, to);
  assert.match(await copied(), new RegExp(`^\\[@${stability}，第11[—–-]13段\\]$`));
  await closeAll();
});

async function copied(): Promise<string> {
  await vscode.env.clipboard.writeText('');
  return eventually('a citation on the clipboard', async () => {
    await vscode.commands.executeCommand('pincite.copyCitation');
    const text = await vscode.env.clipboard.readText();
    return text !== '' && text;
  });
}
