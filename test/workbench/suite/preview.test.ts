// How VS Code's own Markdown preview shows citations: what it would render, as HTML.
import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { closeAll, openFixture, outerSpace, partnership, stability, statementUri } from './fixture.ts';
import { eventually, test } from './harness.ts';

const shortTitle = '中俄全球战略稳定联合声明';

function render(document: vscode.TextDocument): Thenable<string> {
  return vscode.commands.executeCommand<string>('markdown.api.render', document);
}

/** A draft beside the fixture's note, that is on no disk yet. */
async function draft(content: string): Promise<vscode.TextDocument> {
  return vscode.workspace.openTextDocument({ language: 'markdown', content });
}

/** The HTML once it shows these words. */
function rendered(document: vscode.TextDocument, words: string): Promise<string> {
  return eventually(`${words} in the preview`, async () => {
    const html = await render(document);
    return html.includes(words) && html;
  });
}

/** The element that shows these words. */
function element(html: string, words: string): string {
  const found = [...html.matchAll(/<(a|span)\b[^>]*>[^<]*<\/\1>/g)].find(([whole]) => whole.includes(words));
  assert.ok(found, `${words} is in no element: ${html}`);
  return found[0];
}

test('the preview shows a citation by title and locator, with its passage and a way to it', async () => {
  const { document } = await openFixture('note.md');
  const html = await rendered(document, `《${shortTitle}》第10段`);
  const shown = element(html, `《${shortTitle}》第10段`);
  const [, title = ''] = /title="([^"]*)"/.exec(shown) ?? [];
  assert.ok(title.includes(outerSpace().trim().slice(0, 20)), title);

  const [, href = ''] = /data-href="([^"]*)"/.exec(shown) ?? [];
  const [place = '', line = ''] = decodeURIComponent(href).split('#L');
  const target = path.resolve(path.dirname(document.uri.fsPath), place);
  assert.equal(target, (await statementUri(stability)).fsPath);
  const statement = await vscode.workspace.openTextDocument(target);
  assert.ok(statement.lineAt(Number(line) - 1).text.startsWith(outerSpace().trim().slice(0, 20)));
  await closeAll();
});

test('the preview leaves code, mathematics, addresses, links and other bibliographies as they are', async () => {
  const cite = `[@${stability}，第10段]`;
  const document = await draft(
    [
      '---',
      `abstract: "${cite}"`,
      '---',
      '',
      `引文${cite}。代码 \`${cite}\`，邮件 me@${stability}，他人的 [@smith2020, p. 3]，<b title="${cite}">粗</b>`,
      '',
      '```',
      cite,
      '```',
    ].join('\n'),
  );
  const html = await rendered(document, `《${shortTitle}》第10段`);
  assert.equal(html.split('pincite-reference').length - 1, 1, html);
  assert.ok(html.includes(`<code>${cite}</code>`), html);
  assert.ok(html.includes('[@smith2020, p. 3]'), html);
  assert.ok(!/<script|\son[a-z]+=|style=/i.test(html), 'nothing that a strict policy stops');
});

test('the preview marks what does not exist, and says what is wrong', async () => {
  const document = await draft(`不存在[@${stability}，第99段]。`);
  const html = await rendered(document, 'pincite-broken');
  const shown = element(html, '第99段');
  assert.match(shown, /⚠ （《中俄全球战略稳定联合声明》第99段）/);
  assert.match(shown, /title="[^"]*“第99段” is not in the statement/);
});

test('the preview leads links by key to their passages', async () => {
  const document = await draft(
    `[稳定](pincite:${stability}#10)、<pincite:${partnership}#4.3>、pincite:${stability}#10 。`,
  );
  const html = await rendered(document, '第四部分第3段');
  assert.ok(!html.includes('href="pincite:'), html);
  // From a draft that is no file yet, no path leads anywhere.
  assert.ok(!element(html, '稳定</a>').includes('href'), html);
  assert.match(element(html, '稳定</a>'), /title="第10段/);
  assert.ok(html.includes(`《${shortTitle}》第10段`), html);
});

test('the preview keeps up with what is typed', async () => {
  const document = await draft(`甲[@${stability}，第10段]。`);
  await rendered(document, `《${shortTitle}》第10段`);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), `乙[@${stability}，第9段]，`);
  await vscode.workspace.applyEdit(edit);
  // What was known is never shown raw again, also before the server has spoken about the new text.
  assert.ok((await render(document)).includes(`《${shortTitle}》第10段`));
  await rendered(document, `《${shortTitle}》第9段`);
  await closeAll();
});

test('the preview of a statement shows its text as it stands', async () => {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  const uri = vscode.Uri.joinPath(folder.uri, 'new.statement.md').with({ scheme: 'untitled' });
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), `正文[@${stability}，第10段]。`);
  await vscode.workspace.applyEdit(edit);
  // The same words are known from a draft.
  await rendered(await draft(document.getText()), `《${shortTitle}》第10段`);
  assert.ok((await render(document)).includes(`正文[@${stability}，第10段]。`));
  await vscode.window.showTextDocument(document);
  await closeAll();
});

test('the preview shows citations as they are written where that is wanted', async () => {
  const document = await draft(`甲[@${stability}，第10段]。`);
  await rendered(document, `《${shortTitle}》第10段`);
  const settings = vscode.workspace.getConfiguration('pincite');
  await settings.update('preview.citations', false, vscode.ConfigurationTarget.Workspace);
  try {
    await rendered(document, `[@${stability}，第10段]`);
  } finally {
    await settings.update('preview.citations', undefined, vscode.ConfigurationTarget.Workspace);
  }
  await rendered(document, `《${shortTitle}》第10段`);
});
