// What a citation in a note leads to.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  hoverAt,
  openFixture,
  outerSpace,
  partnership,
  stability,
  statementUri,
  within,
} from './fixture.ts';
import { eventually, test } from './harness.ts';

// Counted in the sources: 004 between the title and 一, and 000 from 十 to the signatures.
const preambleParagraphs = 2;
const lastSectionParagraphs = 12;

test('a hover on a citation shows the paragraph that it cites', async () => {
  const { document } = await openFixture('note.md');
  const hover = await hoverAt(document, within(document, '第10段'));
  // The text of the source, as it is or escaped for Markdown.
  assert.ok(plain(hover).includes(plain(outerSpace())), hover);
  assert.ok(hover.includes('2025-05-08') || hover.includes('2025年5月8日'), hover);
  await closeAll();
});

test('a citation leads to its passage', async () => {
  const { document } = await openFixture('note.md');
  const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    within(document, partnership),
  );
  assert.equal(places.length, 1);
  const [place] = places;
  assert.ok(place);
  const { uri, range } =
    'targetUri' in place
      ? { uri: place.targetUri, range: place.targetSelectionRange ?? place.targetRange }
      : place;
  const statement = await vscode.workspace.openTextDocument(uri);
  assert.ok(uri.path.endsWith(`/${partnership}.statement.md`), uri.path);
  assert.ok(
    statement.lineAt(range.start.line).text.startsWith('双方重申反对个别国家将外空界定并用于“作战疆域”'),
  );
  await closeAll();
});

test('the outline of a statement has its sections and their paragraphs', async () => {
  const uri = await statementUri(partnership);
  const [statement] = await eventually('an outline', async () => {
    const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    return found !== undefined && found.length > 0 && found;
  });
  assert.ok(statement);
  // The preamble, and 一 to 十.
  assert.equal(statement.children.length, 11);
  assert.equal(statement.children[0]?.children.length, preambleParagraphs);
  assert.equal(statement.children[10]?.children.length, lastSectionParagraphs);
});

test('an @ offers the statements, and a comma after the key their passages', async () => {
  const editor = await openFixture('report.md');
  const end = editor.document.lineAt(0).range.end;
  await editor.edit((edit) => {
    edit.insert(end, ' [@');
  });
  const keys = await complete(editor.document, end.translate(0, 3), '@');
  const stabilityItem = keys.find(({ label }) => labelOf(label).includes(stability));
  assert.ok(stabilityItem, keys.map(({ label }) => labelOf(label)).join());

  await editor.edit((edit) => {
    edit.insert(end.translate(0, 3), `${stability}，]`);
  });
  const passages = await complete(editor.document, end.translate(0, 3 + stability.length + 1), '，');
  const tenth = passages.find(({ label }) => labelOf(label).includes('第10段'));
  assert.ok(tenth, passages.map(({ label }) => labelOf(label)).join());
  await closeAll();
});

async function complete(document: vscode.TextDocument, position: vscode.Position, trigger: string) {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    trigger,
  );
  return list.items;
}

function labelOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === 'string'
    ? label
    : `${label.label} ${label.detail ?? ''} ${label.description ?? ''}`;
}

/** Without Markdown's escapes and line breaks. */
function plain(text: string): string {
  return text.replace(/\\(?=[\p{P}\p{S}])|\s|&[a-z]+;/gu, '');
}
