import {
  CodeActionKind,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type Connection,
} from 'vscode-languageserver';
import type { Range } from '../core/span.ts';
import type { Draft } from '../service/draft.ts';
import { draftActionKinds, type AboutFinding, type DraftActionKind } from '../service/draft-action.ts';
import type { NoteSettings } from '../service/note-settings.ts';
import type { Service } from '../service/service.ts';
import { toCodeAction } from './convert.ts';
import { pinActions } from './pin-requests.ts';
import type { Runner } from './runner.ts';
import type { Settings } from './settings.ts';
import { normaliseUri } from './uri.ts';

/** The server's part of `initialize`. */
export const codeActionOptions = { codeActionKinds: [...draftActionKinds] };

/** True for clients that lead the user through what an edit leaves to be filled in. */
export function knowsSnippetEdits({ workspace }: ClientCapabilities): boolean {
  const { documentChanges = false, snippetEditSupport = false } = workspace?.workspaceEdit ?? {};
  return documentChanges && snippetEditSupport;
}

interface Context {
  readonly connection: Connection;
  readonly service: Service;
  readonly run: Runner;
  readonly settings: () => Settings;
  readonly noteSettings: () => NoteSettings;
  readonly draft: (uri: string) => Draft | undefined;
  readonly snippets: boolean;
}

export function registerCodeActions(context: Context): void {
  const { connection, service, run, settings, noteSettings, draft, snippets } = context;
  const inStatement = async (
    uri: string,
    range: Range,
    context: CodeActionContext,
  ): Promise<CodeAction[]> => {
    if (!wants(context, CodeActionKind.QuickFix)) return [];
    const actions = await service.actions(normaliseUri(uri), range, { snippets });
    const about = context.diagnostics.filter(
      ({ source, code }) => source === 'pincite' && code === 'variant',
    );
    return actions.map((action) => toCodeAction({ ...action, uri }, about, snippets && hasSnippet(action)));
  };
  const inDraft = async (uri: string, range: Range, context: CodeActionContext): Promise<CodeAction[]> => {
    const text = draft(uri);
    if (text === undefined) return [];
    const { downstream, citationStyle: style, citationForm: form, csl, quotations } = settings();
    const actions = await service.draftActions(text, range, {
      ...{ downstream, style, isForeign: csl !== '' },
      quotations: { ...quotations, writing: { form, notes: noteSettings() } },
      findings: shownFindings(context),
      wants: (kind) => wants(context, kind),
    });
    return actions.map((action) =>
      toCodeAction({ ...action, uri }, diagnosticsOf(action.about, context), snippets && hasSnippet(action)),
    );
  };
  const aboutPins = async (uri: string, range: Range, context: CodeActionContext): Promise<CodeAction[]> => {
    const text = draft(uri);
    if (text === undefined || !wants(context, CodeActionKind.QuickFix)) return [];
    return pinActions(service, uri, text, range, context.diagnostics);
  };
  connection.onCodeAction(
    run('codeActions', [], async ({ textDocument: { uri }, range, context }) => [
      ...(await inStatement(uri, range, context)),
      ...(await aboutPins(uri, range, context)),
      ...(await inDraft(uri, range, context)),
    ]),
  );
}

/** What concerns a whole file is given only to those who ask for it: editors do so when a file is saved. */
function wants({ only }: CodeActionContext, kind: DraftActionKind | 'quickfix'): boolean {
  return only === undefined
    ? !kind.startsWith(CodeActionKind.Source)
    : only.some((wanted) => isWithin(kind, wanted));
}

/** What of ours the editor shows there. */
function shownFindings({ diagnostics }: CodeActionContext): AboutFinding[] {
  return diagnostics.flatMap(({ source, code, range }) =>
    source === 'pincite' && typeof code === 'string' ? [{ code, range }] : [],
  );
}

function diagnosticsOf(
  about: readonly AboutFinding[] = [],
  { diagnostics }: CodeActionContext,
): CodeActionContext['diagnostics'] {
  const names = new Set(about.map(({ code, range }) => nameOf(code, range)));
  return diagnostics.filter(
    ({ source, code, range }) => source === 'pincite' && names.has(nameOf(code, range)),
  );
}

function nameOf(code: string | number | undefined, { start, end }: Range): string {
  return [code, start.line, start.character, end.line, end.character].join(' ');
}

function hasSnippet({ edits }: { readonly edits: readonly { readonly snippet?: string }[] }): boolean {
  return edits.some(({ snippet }) => snippet !== undefined);
}

/** Kinds are a hierarchy: `quickfix` is within `quickfix` and the empty kind. */
function isWithin(kind: string, wanted: string): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}
