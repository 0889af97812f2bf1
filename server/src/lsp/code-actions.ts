import { CodeActionKind, type ClientCapabilities, type Connection } from 'vscode-languageserver';
import type { Service } from '../service/service.ts';
import { toCodeAction } from './convert.ts';
import type { Runner } from './runner.ts';
import { normaliseUri } from './uri.ts';

/** The server's part of `initialize`. */
export const codeActionOptions = { codeActionKinds: [CodeActionKind.QuickFix] };

/** True for clients that lead the user through what an edit leaves to be filled in. */
export function knowsSnippetEdits({ workspace }: ClientCapabilities): boolean {
  const { documentChanges = false, snippetEditSupport = false } = workspace?.workspaceEdit ?? {};
  return documentChanges && snippetEditSupport;
}

export function registerCodeActions(
  connection: Connection,
  service: Service,
  run: Runner,
  snippets: boolean,
): void {
  connection.onCodeAction(
    run('codeActions', [], async ({ textDocument, range, context }) => {
      const isWanted = context.only?.some((kind) => isWithin(CodeActionKind.QuickFix, kind)) ?? true;
      if (!isWanted) return [];
      const actions = await service.actions(normaliseUri(textDocument.uri), range, { snippets });
      const about = context.diagnostics.filter(
        ({ source, code }) => source === 'pincite' && code === 'variant',
      );
      return actions.map((action) =>
        toCodeAction({ ...action, uri: textDocument.uri }, about, snippets && hasSnippet(action)),
      );
    }),
  );
}

function hasSnippet({ edits }: { readonly edits: readonly { readonly snippet?: string }[] }): boolean {
  return edits.some(({ snippet }) => snippet !== undefined);
}

/** Kinds are a hierarchy: `quickfix` is within `quickfix` and the empty kind. */
function isWithin(kind: string, wanted: string): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}
