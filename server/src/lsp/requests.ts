import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DiagnosticsOptions } from '../service/diagnostics.ts';
import type { Draft } from '../service/draft.ts';
import type { NoteSettings } from '../service/note-settings.ts';
import { draftOfPins, isPinFile } from '../service/pin-file.ts';
import type { Service } from '../service/service.ts';
import { registerBibliographyRequests } from './bibliography-requests.ts';
import { knowsSnippetEdits, registerCodeActions } from './code-actions.ts';
import { registerCodeLenses } from './code-lens.ts';
import { registerCustomRequests } from './custom-requests.ts';
import { registerFeatures } from './features.ts';
import { registerPinRequests } from './pin-requests.ts';
import { registerPreviewRequests } from './preview-requests.ts';
import { registerQuotationRequests } from './quotation-requests.ts';
import { registerReferenceFeatures } from './reference-features.ts';
import type { Runner } from './runner.ts';
import type { Settings } from './settings.ts';
import { registerWorkspaceCheck, type WorkspaceCheck } from './workspace-check.ts';
import { registerWritingRequests } from './writing-requests.ts';

interface Context {
  readonly connection: Connection;
  readonly service: Service;
  readonly run: Runner;
  readonly settings: () => Settings;
  readonly noteSettings: () => NoteSettings;
  /** The open document; `undefined` if the client never opened it. */
  readonly draft: (uri: string) => Draft | undefined;
  /** Every open document, as the client spells its URI. */
  readonly documents: () => readonly TextDocument[];
  readonly capabilities: ClientCapabilities;
  readonly diagnosticsOptions: () => DiagnosticsOptions;
  /** Called when pins were written. */
  readonly pinned: () => void;
}

/** What has to hear of what happens. URIs as the service spells them. */
export interface Following extends Pick<WorkspaceCheck, 'opened' | 'fileChanged' | 'stop'> {
  /** The corpus or the settings changed. */
  changed(): void;
}

/** Everything that a client may ask for, but for diagnostics. Gives what has to hear of changes. */
export function registerRequests(context: Context): Following {
  const { connection, service, run, draft, capabilities, settings } = context;
  const linkSupport = capabilities.textDocument?.definition?.linkSupport === true;
  registerFeatures({ ...context, linkSupport });
  registerCodeActions({ ...context, snippets: knowsSnippetEdits(capabilities) });
  registerCustomRequests(connection, service, run);
  registerReferenceFeatures(context);
  registerBibliographyRequests({ connection, service, run, draft });
  registerQuotationRequests(context);
  registerPreviewRequests(connection, service, run, settings);
  registerWritingRequests(context);
  registerPinRequests(context);
  const codeLenses = registerCodeLenses(context);
  const check = registerWorkspaceCheck({ connection, service, run, settings: context.diagnosticsOptions });
  return {
    opened: (uri) => {
      check.opened(uri);
    },
    fileChanged: (uri) => {
      check.fileChanged(isPinFile(uri) ? draftOfPins(uri) : uri);
    },
    changed: () => {
      codeLenses.changed();
      check.allChanged();
    },
    stop: () => {
      codeLenses.stop();
      check.stop();
    },
  };
}
