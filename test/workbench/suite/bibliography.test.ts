// The bibliography of what is cited, exported without a question, and kept by itself.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFixture, partnership, stability } from './fixture.ts';
import { eventually, test } from './harness.ts';

interface Exported {
  readonly statements: number;
  readonly unknown: readonly string[];
}

function inWorkspace(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, name);
}

async function textOf(file: vscode.Uri): Promise<string | undefined> {
  return vscode.workspace.fs.readFile(file).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}

/** A note in front that cites two statements, one of them in the words that are selected. */
async function noteThatCites(): Promise<void> {
  const editor = await openFixture('note.md');
  const { document } = editor;
  const end = document.positionAt(document.getText().length);
  await editor.edit((edit) => {
    edit.insert(end, `\n[@${stability}，第3段] [@li-2025] [@${partnership}]\n`);
  });
  const from = document.positionAt(document.getText().indexOf(`@${partnership}]`));
  editor.selection = new vscode.Selection(from, from.translate(0, 5));
}

test('a bibliography is exported of what is selected, of the document, of the workspace', async () => {
  await noteThatCites();
  const target = inWorkspace('out.bib');
  const selected = await vscode.commands.executeCommand<Exported>('pincite.exportBibliography', {
    ...{ scope: 'selection', format: 'biblatex', target },
  });
  assert.deepEqual([selected.statements, selected.unknown], [1, []]);
  const text = await textOf(target);
  assert.ok(text?.startsWith(`@misc{${partnership},`), text);

  // Without a format the name of the file tells it.
  const json = inWorkspace('out.json');
  const whole = await vscode.commands.executeCommand<Exported>('pincite.exportBibliography', {
    ...{ scope: 'document', target: json.toString() },
  });
  assert.deepEqual(whole.unknown, ['li-2025']);
  const keys = (JSON.parse((await textOf(json)) ?? '') as { id: string }[]).map(({ id }) => id);
  assert.ok(keys.includes(stability) && keys.includes(partnership), keys.join());

  const all = await vscode.commands.executeCommand<Exported>('pincite.exportBibliography', {
    ...{ scope: 'workspace', format: 'ris', target },
  });
  assert.ok(all.statements >= whole.statements);
  await vscode.workspace.fs.delete(target);
  await vscode.workspace.fs.delete(json);
  await closeAll();
});

test('a file is kept in step with what is written', async () => {
  const file = inWorkspace('kept.json');
  const configuration = vscode.workspace.getConfiguration('pincite');
  await configuration.update('bibliographyPath', 'kept.json', vscode.ConfigurationTarget.Workspace);
  try {
    await noteThatCites();
    await eventually('both statements in the file', async () => {
      const text = (await textOf(file)) ?? '';
      return text.includes(`"${stability}"`) && text.includes(`"${partnership}"`);
    });
  } finally {
    await configuration.update('bibliographyPath', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
    await vscode.workspace.fs.delete(file);
  }
});
