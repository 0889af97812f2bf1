import * as l10n from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';
import type { Draft } from '../service/draft.ts';
import type { NoteSettings } from '../service/note-settings.ts';
import type { Service } from '../service/service.ts';
import type { WritingSettings } from '../service/writing.ts';
import {
  composeRequest,
  locateRequest,
  writeRequest,
  type ComposeParams,
  type ComposeResult,
  type LocateParams,
  type LocateResult,
  type WriteParams,
  type WriteResult,
} from './protocol.ts';
import type { Runner } from './runner.ts';
import type { Settings } from './settings.ts';

interface Context {
  readonly connection: Connection;
  readonly service: Service;
  readonly run: Runner;
  readonly settings: () => Settings;
  readonly noteSettings: () => NoteSettings;
  /** The open document; `undefined` if the client never opened it. */
  readonly draft: (uri: string) => Draft | undefined;
}

/** The requests that write citations and quotations, and tell where words come from. */
export function registerWritingRequests(context: Context): void {
  const { connection, service, run, settings, noteSettings, draft } = context;
  const writingSettings = (): WritingSettings => ({
    form: settings().citationForm,
    notes: noteSettings(),
  });
  connection.onRequest(
    writeRequest,
    run<WriteParams, WriteResult>('write', failed(), async ({ uri, ranges, ...writing }) => {
      const text = draft(uri);
      return text === undefined
        ? { refused: l10n.t('This document is not open as a draft. Open it in a Markdown editor.') }
        : await service.write(text, ranges, writing, writingSettings());
    }),
  );
  connection.onRequest(
    composeRequest,
    run<ComposeParams, ComposeResult>('compose', failed(), (writing) =>
      service.compose(writing, writingSettings()),
    ),
  );
  connection.onRequest(
    locateRequest,
    run<LocateParams, LocateResult>('locate', { places: [] }, async ({ text }) => ({
      places: await service.locate(text),
    })),
  );
}

/** The answer where the server itself is at fault, or nobody waits any more. */
function failed(): { readonly refused: string } {
  return { refused: l10n.t('Nothing was written: Pincite failed, and its log says why.') };
}
