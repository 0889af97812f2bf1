import {
  CodeActionKind,
  CompletionItemKind,
  DiagnosticSeverity,
  SymbolKind,
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type DocumentLink,
  type DocumentSymbol as LspSymbol,
  type LocationLink,
  type SymbolInformation,
} from 'vscode-languageserver';
import type { Action } from '../service/code-actions.ts';
import type { Completion } from '../service/completion-item.ts';
import type { Target } from '../service/definition.ts';
import type { Finding } from '../service/finding.ts';
import type { Link } from '../service/document-links.ts';
import type { DocumentSymbol } from '../service/document-symbols.ts';
import type { WorkspaceSymbol } from '../service/workspace-symbols.ts';

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const SYMBOL = {
  statement: SymbolKind.File,
  section: SymbolKind.Namespace,
  paragraph: SymbolKind.String,
} as const;

const COMPLETION = {
  key: CompletionItemKind.Reference,
  section: CompletionItemKind.Module,
  paragraph: CompletionItemKind.Text,
} as const;

export function toDiagnostic({ range, code, severity, message, related = [] }: Finding): Diagnostic {
  const places = related.map((place) => ({
    location: { uri: place.uri, range: place.range },
    message: place.message,
  }));
  return {
    ...{ range, code, severity: SEVERITY[severity], message, source: 'pincite' },
    ...(places.length > 0 && { relatedInformation: places }),
  };
}

export function toLocationLink({ from, uri, range, selection }: Target): LocationLink {
  return { originSelectionRange: from, targetUri: uri, targetRange: range, targetSelectionRange: selection };
}

export function toDocumentLink({ range, target, tooltip }: Link): DocumentLink {
  return { range, target, tooltip };
}

export function toDocumentSymbol({
  kind,
  name,
  detail,
  range,
  selection,
  children,
}: DocumentSymbol): LspSymbol {
  const nested = children.map(toDocumentSymbol);
  return { kind: SYMBOL[kind], name, detail, range, selectionRange: selection, children: nested };
}

export function toSymbolInformation({
  kind,
  name,
  container,
  uri,
  range,
}: WorkspaceSymbol): SymbolInformation {
  return { kind: SYMBOL[kind], name, containerName: container, location: { uri, range } };
}

export function toCompletionItem(completion: Completion): CompletionItem {
  const { kind, label, detail, documentation, filterText, sortText, edit, commaEdit } = completion;
  return {
    label,
    labelDetails: { description: detail },
    kind: COMPLETION[kind],
    documentation: { kind: 'markdown', value: documentation },
    ...{ filterText, sortText },
    textEdit: { range: edit.range, newText: edit.text },
    ...(commaEdit && { additionalTextEdits: [{ range: commaEdit.range, newText: commaEdit.text }] }),
  };
}

/** A quick fix if it is of no other kind. */
interface AnyAction extends Action {
  readonly kind?: string;
  readonly isPreferred?: true;
}

/** `diagnostics` are those that the action is about. */
export function toCodeAction(
  { title, uri, edits, kind = CodeActionKind.QuickFix, isPreferred }: AnyAction,
  diagnostics: Diagnostic[],
  snippets: boolean,
): CodeAction {
  const plain = edits.map(({ range, text }) => ({ range, newText: text }));
  const edit = snippets
    ? {
        documentChanges: [
          {
            textDocument: { uri, version: null },
            edits: edits.map(({ range, text, snippet }) =>
              snippet === undefined
                ? { range, newText: text }
                : { range, snippet: { kind: 'snippet' as const, value: snippet } },
            ),
          },
        ],
      }
    : { changes: { [uri]: plain } };
  return { title, kind, diagnostics, edit, ...(isPreferred === true && { isPreferred }) };
}
