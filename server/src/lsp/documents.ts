import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Service } from '../service/service.ts';
import type { DiagnosticsFeature } from './diagnostics.ts';
import type { Following } from './requests.ts';
import { normaliseUri } from './uri.ts';

interface Hearers {
  readonly service: Service;
  /** Absent until the client has said what it can do. */
  readonly diagnostics: () => DiagnosticsFeature | undefined;
  readonly following: () => Following | undefined;
  readonly saved: () => void;
}

/** Tells of the documents that the client opens, edits, saves and closes. */
export function tellOfDocuments(
  documents: TextDocuments<TextDocument>,
  { service, diagnostics, following, saved }: Hearers,
): void {
  documents.onDidOpen(({ document }) => {
    following()?.opened(normaliseUri(document.uri));
  });
  documents.onDidChangeContent(({ document }) => {
    service.loader.opened(normaliseUri(document.uri), document.getText(), document.languageId);
    diagnostics()?.changed(document.uri);
  });
  documents.onDidSave(saved);
  documents.onDidClose(({ document }) => {
    void service.loader.closed(normaliseUri(document.uri));
    following()?.fileChanged(normaliseUri(document.uri));
    diagnostics()?.closed(document.uri);
  });
}
