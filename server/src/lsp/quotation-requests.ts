import type { Connection } from 'vscode-languageserver';
import type { Draft } from '../service/draft.ts';
import type { Service } from '../service/service.ts';
import { quotationsRequest, type QuotationsParams, type QuotationsResult } from './protocol.ts';
import type { Runner } from './runner.ts';
import type { Settings } from './settings.ts';

interface Context {
  readonly connection: Connection;
  readonly service: Service;
  readonly run: Runner;
  readonly settings: () => Settings;
  readonly draft: (uri: string) => Draft | undefined;
}

/** What the quotations of a document are worth. */
export function registerQuotationRequests({ connection, service, run, settings, draft }: Context): void {
  connection.onRequest(
    quotationsRequest,
    run<QuotationsParams, QuotationsResult | null>('quotations', null, async ({ uri }) => {
      const text = draft(uri);
      return text === undefined || service.isStatement(text.uri)
        ? null
        : await service.quotationStatus(text, settings().quotations);
    }),
  );
}
