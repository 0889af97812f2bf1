import type * as vscode from 'vscode';

/** The language of `*.statement.md` files. */
export const statementLanguage = 'pincite-statement';
/** The language of the drafts that cite statements. */
export const draftLanguage = 'markdown';

/** Where Pincite speaks: a statement in plain text counts too, once its folder is among the corpus folders. */
export const documentSelector: { readonly language: string; readonly scheme: string }[] = [
  draftLanguage,
  statementLanguage,
  'plaintext',
].flatMap((language) => ['file', 'untitled', 'vscode-vfs'].map((scheme) => ({ language, scheme })));

export function isDraft(document: vscode.TextDocument): boolean {
  return document.languageId === draftLanguage;
}

export function isStatement(document: vscode.TextDocument): boolean {
  return document.languageId === statementLanguage;
}
