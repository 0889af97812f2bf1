import * as vscode from 'vscode';
import type { Status, StatusProblem } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import { toRange } from '../corpus/places.ts';
import { draftLanguage, statementLanguage } from '../languages.ts';
import { statementCount } from './statementCount.ts';

const ICONS = { error: 'error', warning: 'warning', information: 'info' } satisfies Record<
  StatusProblem['severity'],
  string
>;

/** The language status item: how many statements there are, and what is wrong with them. */
export function registerStatus(corpus: Corpus): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('pincite.status', [
    { language: draftLanguage },
    { language: statementLanguage },
  ]);
  item.name = 'Pincite';
  item.text = vscode.l10n.t('Reading the corpus…');
  item.busy = true;

  let asked = 0;
  const update = async (): Promise<void> => {
    const turn = ++asked;
    const status = await corpus.status();
    if (status === undefined || turn !== asked) return;
    show(item, status);
    // What the empty tree says depends on it.
    void vscode.commands.executeCommand('setContext', 'pincite.loaded', !status.loading);
  };
  void update();
  return vscode.Disposable.from(
    item,
    corpus.onDidChange(() => void update()),
    vscode.commands.registerCommand('pincite.showProblems', async () => {
      await showProblems((await corpus.status())?.problems ?? []);
    }),
  );
}

function show(item: vscode.LanguageStatusItem, { statements, loading, problems }: Status): void {
  const isGrave = problems.some(({ severity }) => severity !== 'information');
  item.busy = loading;
  item.text = loading ? vscode.l10n.t('Reading the corpus…') : statementCount(statements);
  item.detail = problems.length === 0 ? '' : problemCount(problems.length);
  item.severity = isGrave ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  item.command =
    problems.length === 0
      ? { command: 'pincite.statements.focus', title: vscode.l10n.t('Show Statements') }
      : { command: 'pincite.showProblems', title: vscode.l10n.t('Show Problems') };
}

function problemCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', count);
}

async function showProblems(problems: readonly StatusProblem[]): Promise<void> {
  if (problems.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No problems in the corpus.'));
    return;
  }
  const rows = problems.map((problem) => ({
    label: `$(${ICONS[problem.severity]}) ${problem.message}`,
    detail: whereabouts(problem),
    problem,
  }));
  const placeHolder = vscode.l10n.t('Problems in the corpus; choose one to see the place');
  const picked = await vscode.window.showQuickPick(rows, { placeHolder, matchOnDetail: true });
  if (picked) await openProblem(picked.problem);
}

function whereabouts({ uri, range }: StatusProblem): string {
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  return range ? `${path}:${String(range.start.line + 1)}` : path;
}

/** A folder has no place to show; the setting that names it has. What was stopped is begun again. */
async function openProblem({ uri, range, code }: StatusProblem): Promise<void> {
  if (code === 'reading-stopped') await vscode.commands.executeCommand('pincite.reloadCorpus');
  else if (range) await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: toRange(range) });
  else await vscode.commands.executeCommand('workbench.action.openSettings', 'pincite.corpusPaths');
}
