import * as vscode from 'vscode';
import { registerCopyCitation } from './citation/copy.ts';
import { registerInsertCitation } from './citation/insert.ts';
import { connect } from './corpus/connection.ts';
import { registerMaintenance } from './corpus/maintenance.ts';
import { registerGoTo } from './navigation/goTo.ts';
import { registerStatementPreview } from './navigation/statementPreview.ts';
import { createRecentPassages } from './picker/recentPassages.ts';
import { registerStatus } from './status/status.ts';
import { registerTree } from './tree/tree.ts';
import { registerCompareWitnesses } from './witnesses/compare.ts';
import { registerOpenSource } from './witnesses/openSource.ts';

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Pincite', { log: true });
  const corpus = connect(context, log);
  const recent = createRecentPassages(context.globalState, corpus);

  context.subscriptions.push(
    log,
    registerTree(corpus),
    registerGoTo(corpus, recent),
    registerStatementPreview(),
    registerInsertCitation(corpus, recent),
    registerCopyCitation(corpus, recent),
    registerCompareWitnesses(corpus, recent),
    registerOpenSource(corpus, recent),
    registerStatus(corpus),
    registerMaintenance(corpus, log),
    corpus,
  );
}
