// What lies behind a statement: its witnesses compared, and the lines of its sources.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, hoverAt, partnership, sourceLine, stability, statementUri, within } from './fixture.ts';
import { eventually, test } from './harness.ts';

interface Node {
  readonly kind: 'paragraph';
  readonly key: string;
  readonly address: string;
}

const paragraph = (key: string, address: string): Node => ({ kind: 'paragraph', key, address });

// Read in 000, line 7: the end of the second paragraph comes from another one there.
const foreignEnd = '发生核冲突的风险上升';

test('a hover in a statement file names the witnesses of the paragraph and what they have', async () => {
  assert.ok(sourceLine('000_b94e3d6e5a76abc0.txt', 7).endsWith(`${foreignEnd}。`));
  const document = await vscode.workspace.openTextDocument(await statementUri(stability));
  await vscode.window.showTextDocument(document);
  const hover = await hoverAt(document, within(document, '不能以牺牲他国安全来保障自身安全'));
  for (const words of ['第2段', '000_b94e3d6e5a76abc0.txt#L7', foreignEnd])
    assert.ok(hover.includes(words), hover);
  await closeAll();
});

test('doubtful places of a statement file are information, with the lines of the witnesses', async () => {
  const uri = await statementUri(stability);
  await vscode.window.showTextDocument(uri);
  const found = await eventually('the variant of the second paragraph', () =>
    vscode.languages.getDiagnostics(uri).find(({ message }) => message.includes(foreignEnd)),
  );
  assert.equal(found.severity, vscode.DiagnosticSeverity.Information);
  assert.equal(found.source, 'pincite');
  assert.equal(found.code, 'variant');
  assert.deepEqual(
    found.relatedInformation?.map(({ location }) => location.range.start.line + 1),
    [9, 7],
  );
  await closeAll();
});

test('a variant offers the reading of the other witness', async () => {
  const uri = await statementUri(stability);
  const { document } = await vscode.window.showTextDocument(uri);
  // The front matter has these words, too.
  const at = document.positionAt(document.getText().lastIndexOf('共同在全球构建全面'));
  const actions = await eventually('code actions', async () => {
    const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      new vscode.Range(at, at),
    );
    return all.length > 1 && all;
  });
  const titles = actions.map(({ title }) => title);
  assert.ok(titles.includes(`Adopt the reading of witness B: “${foreignEnd}”`), titles.join('\n'));
  assert.ok(
    titles.some((title) => title.startsWith('Declare an emendation of')),
    titles.join('\n'),
  );
  await closeAll();
});

test('Open Source selects what a passage comes from', async () => {
  await statementUri(partnership);
  // Read in the sources: B alone has the third paragraph of 十, in line 163 of 000.
  await vscode.commands.executeCommand('pincite.openSource', paragraph(partnership, '10.3'));
  const editor = await eventually('the source', () => {
    const active = vscode.window.activeTextEditor;
    return active?.document.fileName.endsWith('000_b94e3d6e5a76abc0.txt') === true && active;
  });
  const selected = editor.document.getText(editor.selection);
  assert.equal(selected, sourceLine('000_b94e3d6e5a76abc0.txt', 163).trimEnd());
  await closeAll();
});

test('the texts to compare are served read-only, and follow nothing but the corpus', async () => {
  await statementUri(stability);
  const open = (name: string, params: object): Thenable<vscode.TextDocument> =>
    vscode.workspace.openTextDocument(
      vscode.Uri.from({
        scheme: 'pincite-witness',
        path: `/${name}.pincite-witness`,
        query: JSON.stringify(params),
      }),
    );
  const witness = await open('B', { key: stability, address: '2', siglum: 'B' });
  const edited = await open('text', { key: stability, address: '2' });
  assert.equal(witness.languageId, 'pincite-witness');
  assert.ok(witness.getText().endsWith(`${foreignEnd}。\n`), witness.getText());
  assert.ok(edited.getText().endsWith('共同在全球构建全面、综合、可持续安全。\n'), edited.getText());
});
