import type { Connection } from 'vscode-languageserver';
import type { Service } from '../service/service.ts';
import { previewRequest, type PreviewParams, type PreviewResult } from './protocol.ts';
import type { Runner } from './runner.ts';
import type { Settings } from './settings.ts';

/** How citations are shown where a Markdown text is rendered. */
export function registerPreviewRequests(
  connection: Connection,
  service: Service,
  run: Runner,
  settings: () => Settings,
): void {
  connection.onRequest(
    previewRequest,
    run<PreviewParams, PreviewResult>('preview', { citations: [], links: [] }, ({ text }) =>
      service.preview(text, settings().citationStyle),
    ),
  );
}
