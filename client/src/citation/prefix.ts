import * as vscode from 'vscode';

const CHINESE = ['见', '参见', '详见', '另见', '转引自', '比较'];
const OTHERS = ['see', 'see also', 'cf.', 'see, e.g.,', 'quoted in', 'but see'];

/** What is to stand before a citation; `undefined` if the user gave up. What they type counts, listed or not. */
export async function choosePrefix(
  document: vscode.TextDocument,
  title: string,
): Promise<string | undefined> {
  const known = (isChinese(document) ? [CHINESE, OTHERS] : [OTHERS, CHINESE]).flat();
  const picker = vscode.window.createQuickPick();
  picker.title = title;
  picker.placeholder = vscode.l10n.t('Words before the citation, from the list or your own');
  const list = (own: string): void => {
    const words = own === '' || known.includes(own) ? known : [own, ...known];
    picker.items = words.map((label) => ({ label }));
  };
  list('');
  const chosen = await new Promise<string | undefined>((resolve) => {
    picker.onDidChangeValue((value) => {
      list(value.trim());
    });
    picker.onDidAccept(() => {
      const [active] = picker.activeItems;
      const own = picker.value.trim();
      // Enter may come before the list for what was typed.
      resolve(active?.label.includes(own) === true ? active.label : own);
    });
    picker.onDidHide(() => {
      resolve(undefined);
    });
    picker.show();
  });
  picker.dispose();
  return chosen;
}

/** By its letters; a draft without any is as Chinese as the statements that come with Pincite. */
function isChinese(document: vscode.TextDocument): boolean {
  const start = document.getText(new vscode.Range(0, 0, 200, 0));
  const han = start.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = start.match(/[\p{Script=Latin}\p{Script=Cyrillic}]{3,}/gu)?.length ?? 0;
  return han >= others;
}
