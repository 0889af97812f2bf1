import * as vscode from 'vscode';
import { registerTableOfAuthorities } from './bibliography/authorities.ts';
import { registerExportBibliography } from './bibliography/export.ts';
import { registerCopy } from './citation/copy.ts';
import { followDrafts } from './citation/drafts.ts';
import { registerInsert } from './citation/insert.ts';
import { connect } from './corpus/connection.ts';
import { registerMaintenance } from './corpus/maintenance.ts';
import { registerDrop } from './drop/drop.ts';
import { registerGoTo } from './navigation/goTo.ts';
import { registerShowReferences } from './navigation/showReferences.ts';
import { registerStatementPreview } from './navigation/statementPreview.ts';
import { createClipboardMemory } from './paste/copied.ts';
import { registerPaste } from './paste/paste.ts';
import { registerCheckWorkspace } from './quotations/checkWorkspace.ts';
import { registerPin } from './quotations/pin.ts';
import { registerQuotationStatus } from './quotations/status.ts';
import { registerGatherKey } from './picker/gathering.ts';
import { createMarkdownPreview, type MarkdownPreview } from './preview/markdownPreview.ts';
import { createRecentPassages } from './picker/recentPassages.ts';
import { registerStatus } from './status/status.ts';
import { registerTree } from './tree/tree.ts';
import { registerCompareWitnesses } from './witnesses/compare.ts';
import { registerOpenSource } from './witnesses/openSource.ts';

/** What VS Code's Markdown preview takes from this extension. */
export type Exports = Pick<MarkdownPreview, 'extendMarkdownIt'>;

export function activate(context: vscode.ExtensionContext): Exports {
  const log = vscode.window.createOutputChannel('Pincite', { log: true });
  const corpus = connect(context, log);
  const recent = createRecentPassages(context.globalState, corpus);
  const drafts = followDrafts();
  const tree = registerTree(corpus);
  const passages = { corpus, recent, inTree: () => tree.selection() };
  const memory = createClipboardMemory();
  const preview = createMarkdownPreview(corpus, log);

  context.subscriptions.push(
    log,
    tree,
    drafts,
    registerGoTo(corpus, recent),
    registerStatementPreview(),
    registerShowReferences(),
    preview,
    registerGatherKey(),
    registerInsert(passages, drafts),
    registerCopy(passages, memory),
    registerPaste(corpus, memory),
    registerDrop(corpus),
    registerTableOfAuthorities(corpus, drafts),
    registerCompareWitnesses(corpus, recent),
    registerOpenSource(corpus, recent),
    registerExportBibliography(corpus, drafts),
    registerCheckWorkspace(corpus),
    registerPin(corpus, drafts),
    registerQuotationStatus(corpus),
    registerStatus(corpus),
    registerMaintenance(corpus, log),
    corpus,
  );
  return { extendMarkdownIt: (md) => preview.extendMarkdownIt(md) };
}
