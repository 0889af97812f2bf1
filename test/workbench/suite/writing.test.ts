// What the commands write into notes, and put on the clipboard: citations in every form, and quotations.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  openFixture,
  partnership,
  sourceLine,
  stability,
  statementUri,
  within,
} from './fixture.ts';
import { eventually, test } from './harness.ts';

const TITLE = '中俄全球战略稳定联合声明';
/** Read in 001, line 27: paragraph 11 of the statement on strategic stability. */
const eleventh = (): string => sourceLine('001_0c5f77757cb6d9ee.txt', 27).trim();

function node(key: string, address: string) {
  return { kind: 'paragraph', key, address };
}

/** Opens the note with the cursor at the end of its line 第一处. */
async function openNote(): Promise<vscode.TextEditor> {
  const editor = await openFixture('note.md');
  const end = editor.document.lineAt(within(editor.document, '第一处：').line).range.end;
  editor.selection = new vscode.Selection(end, end);
  return editor;
}

/** Opens the note with the cursor on an empty line of its own, at the end. */
async function openNoteAtEnd(): Promise<vscode.TextEditor> {
  const editor = await openFixture('note.md');
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  assert.equal(end.character, 0);
  editor.selection = new vscode.Selection(end, end);
  return editor;
}

/** Runs a command on a draft, and sees that one undo takes everything back; returns what it made of the draft. */
async function writtenBy(editor: vscode.TextEditor, command: string, ...args: unknown[]): Promise<string> {
  const { document } = editor;
  const before = document.getText();
  await vscode.commands.executeCommand(command, ...args);
  const written = document.getText();
  assert.notEqual(written, before, `${command} wrote nothing`);
  assert.equal(vscode.window.activeTextEditor?.document, document, 'the focus is not in the draft');
  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), before, 'one undo does not take everything back');
  await vscode.commands.executeCommand('redo');
  return written;
}

/** The line of the cursor, with the cursor in it. */
function lineWithCursor(): string {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  const { line, character } = editor.selection.active;
  const { text } = editor.document.lineAt(line);
  return `${text.slice(0, character)}|${text.slice(character)}`;
}

test('several nodes of the tree are cited in one bracket, neighbours as a run', async () => {
  const editor = await openNote();
  const nodes = [node(stability, '9'), node(stability, '10'), node(partnership, '8.5')];
  const text = await writtenBy(editor, 'pincite.insertCitation', nodes[0], nodes);
  assert.ok(text.includes(`第一处：[@${stability}，第9—10段; @${partnership}，第八部分第5段]\n`), text);
  await closeAll();
});

test('a footnote is a mark at the cursor and a formatted note below, one step to undo', async () => {
  const editor = await openNote();
  await vscode.commands.executeCommand('pincite.insertFootnote', node(stability, '10'));
  assert.equal(lineWithCursor(), '第一处：[^1]|');
  const notes = editor.document
    .getText()
    .split('\n')
    .filter((line) => line.startsWith('[^1]: '));
  assert.equal(notes.length, 1);
  assert.ok(notes[0]?.includes('第10段'), notes[0]);
  await vscode.commands.executeCommand('undo');
  assert.ok(!editor.document.getText().includes('[^1]'));
  await closeAll();
});

test('where the note comes right after its mark, the cursor is between them', async () => {
  await openNoteAtEnd();
  await vscode.commands.executeCommand('pincite.insertFootnote', node(stability, '10'));
  assert.equal(lineWithCursor(), '[^1]|');
  await closeAll();
});

test('a link leads to the passage by its key and address', async () => {
  const editor = await openNote();
  const text = await writtenBy(editor, 'pincite.insertLink', node(stability, '10'));
  assert.ok(text.includes(`第一处：[《${TITLE}》第10段](pincite:${stability}#10)\n`), text);
  await closeAll();
});

test('formatted text in the line has the title and the locator, and no key', async () => {
  const editor = await openNote();
  const text = await writtenBy(editor, 'pincite.insertFormatted', node(stability, '10'));
  const line = text.split('\n').find((each) => each.startsWith('第一处：')) ?? '';
  assert.match(line, /关于全球战略稳定的联合声明.*第10段/);
  assert.ok(!line.includes('@'), line);
  await closeAll();
});

test('a form and a prefix can be asked for by a key binding', async () => {
  const editor = await openNote();
  const wish = { key: stability, address: '10', prefix: '见' };
  const text = await writtenBy(editor, 'pincite.insertCitation', wish);
  assert.ok(text.includes(`第一处：[见 @${stability}，第10段]\n`), text);
  await closeAll();
});

test('the setting pincite.citation.form decides how a citation is written', async () => {
  const settings = vscode.workspace.getConfiguration('pincite');
  await settings.update('citation.form', 'link', vscode.ConfigurationTarget.Workspace);
  try {
    const editor = await openNote();
    await eventually('a link', async () => {
      await vscode.commands.executeCommand('pincite.insertCitation', node(stability, '10'));
      const isLink = editor.document.getText().includes(`第一处：[《${TITLE}》第10段](`);
      if (!isLink) await vscode.commands.executeCommand('undo');
      return isLink;
    });
  } finally {
    await settings.update('citation.form', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
  }
});

test('a quotation in a sentence stands between marks, its citation after it', async () => {
  const editor = await openNote();
  const text = await writtenBy(editor, 'pincite.insertQuotation', node(stability, '11'));
  assert.ok(text.includes(`第一处：“${eleventh()}”[@${stability}，第11段]\n`), text);
  await closeAll();
});

test('a quotation on an empty line is a block', async () => {
  const editor = await openNoteAtEnd();
  const text = await writtenBy(editor, 'pincite.insertQuotation', node(stability, '11'));
  assert.ok(text.endsWith(`\n> ${eleventh()}[@${stability}，第11段]`), text);
  await closeAll();
});

test('a block in a list stands where the text of its item does', async () => {
  const document = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: '- 一\n  - 二',
  });
  const editor = await vscode.window.showTextDocument(document);
  const end = document.lineAt(1).range.end;
  editor.selection = new vscode.Selection(end, end);
  const wish = { key: stability, address: '11', quotation: 'block' };
  const text = await writtenBy(editor, 'pincite.insertQuotation', wish);
  assert.equal(text, `- 一\n  - 二\n\n    > ${eleventh()}[@${stability}，第11段]`);
  await closeAll();
});

test('selected words of a statement are quoted in the draft that was written in last', async () => {
  const draft = await openNote();
  const statement = await vscode.window.showTextDocument(await statementUri(stability), { preview: false });
  select(statement, '商业航天系统');
  await eventually('the quotation', async () => {
    await vscode.commands.executeCommand('pincite.insertQuotation');
    return draft.document.getText().includes(`第一处：“商业航天系统”[@${stability}，第11段]\n`);
  });
  assert.equal(vscode.window.activeTextEditor?.document, draft.document);
  assert.equal(lineWithCursor(), `第一处：“商业航天系统”[@${stability}，第11段]|`);
  await closeAll();
});

test('exactly the selected words are copied with their citation', async () => {
  const statement = await vscode.window.showTextDocument(await statementUri(stability));
  select(statement, '商业航天系统');
  assert.equal(await copiedBy('pincite.copyQuotation'), `“商业航天系统”[@${stability}，第11段]`);
  await closeAll();
});

test('from the tree whole passages are copied with their citation', async () => {
  await statementUri(stability);
  assert.equal(
    await copiedBy('pincite.copyQuotation', node(stability, '11')),
    `“${eleventh()}”[@${stability}，第11段]`,
  );
});

test('the citation of several nodes is copied as one', async () => {
  await statementUri(stability);
  const nodes = [node(stability, '9'), node(stability, '10')];
  assert.equal(await copiedBy('pincite.copyCitation', nodes[1], nodes), `[@${stability}，第9—10段]`);
});

test('a passage that does not exist is neither written nor copied', async () => {
  const editor = await openNote();
  const before = editor.document.getText();
  await vscode.env.clipboard.writeText('as it was');
  await vscode.commands.executeCommand('pincite.insertCitation', node(stability, '99'));
  await vscode.commands.executeCommand('pincite.copyQuotation', node(stability, '99'));
  assert.equal(editor.document.getText(), before);
  assert.equal(await vscode.env.clipboard.readText(), 'as it was');
  await closeAll();
});

function select(editor: vscode.TextEditor, words: string): void {
  const { document } = editor;
  const at = document.getText().lastIndexOf(words);
  assert.ok(at >= 0);
  editor.selection = new vscode.Selection(document.positionAt(at), document.positionAt(at + words.length));
}

async function copiedBy(command: string, ...args: unknown[]): Promise<string> {
  await vscode.env.clipboard.writeText('');
  return eventually('something on the clipboard', async () => {
    await vscode.commands.executeCommand(command, ...args);
    const text = await vscode.env.clipboard.readText();
    return text !== '' && text;
  });
}
