import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.ts';

test('the extension is present and activates', async () => {
  const extension = vscode.extensions.getExtension('pincite.pincite');
  assert.ok(extension, 'pincite.pincite is not among the extensions');
  await extension.activate();
  assert.equal(extension.isActive, true);
});

test('every contributed command is registered', async () => {
  const extension = vscode.extensions.getExtension('pincite.pincite');
  assert.ok(extension);
  await extension.activate();
  const manifest = extension.packageJSON as { contributes?: { commands?: { command: string }[] } };
  const contributed = (manifest.contributes?.commands ?? []).map((each) => each.command);
  const registered = new Set(await vscode.commands.getCommands(true));
  assert.deepEqual(
    contributed.filter((command) => !registered.has(command)),
    [],
  );
});
