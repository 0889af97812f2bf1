import type { Connection } from 'vscode-languageserver';
import type { Draft } from '../service/draft.ts';
import type { Service } from '../service/service.ts';
import { bibliographyRequest, type BibliographyParams, type BibliographyResult } from './protocol.ts';
import type { Runner } from './runner.ts';
import { normaliseUri } from './uri.ts';

interface Context {
  readonly connection: Connection;
  readonly service: Service;
  readonly run: Runner;
  readonly draft: (uri: string) => Draft | undefined;
}

/** The bibliography of a draft, a part of it, or the workspace. */
export function registerBibliographyRequests({ connection, service, run, draft }: Context): void {
  connection.onRequest(
    bibliographyRequest,
    run<BibliographyParams, BibliographyResult | null>(
      'bibliography',
      null,
      async ({ format, uri, range }) => {
        if (uri === undefined) return service.bibliography.of(format);
        const text = draft(uri) ?? (await unopened(service, normaliseUri(uri)));
        if (text === undefined) return null;
        if (range === undefined) return service.bibliography.of(format, [text]);
        const { lines } = text;
        const part = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
        return service.bibliography.ofPart(format, text, part);
      },
    ),
  );
}

/** A draft of the workspace that no editor has open. */
async function unopened({ drafts }: Service, uri: string): Promise<Draft | undefined> {
  return (await drafts.list({ fresh: true })).find((each) => each.uri === uri);
}
