import type { Connection } from 'vscode-languageserver';
import type { Draft } from '../service/draft.ts';
import type { Service } from '../service/service.ts';
import {
  toCompletionItem,
  toDocumentLink,
  toDocumentSymbol,
  toLocationLink,
  toSymbolInformation,
} from './convert.ts';
import type { Runner } from './runner.ts';
import type { Settings } from './settings.ts';
import { normaliseUri } from './uri.ts';

interface Context {
  readonly connection: Connection;
  readonly service: Service;
  readonly run: Runner;
  readonly settings: () => Settings;
  /** The open document; `undefined` if the client never opened it. */
  readonly draft: (uri: string) => Draft | undefined;
  /** False for clients that know locations only. */
  readonly linkSupport: boolean;
}

/** The standard requests: each asks the service and puts its answer into the protocol's words. */
export function registerFeatures({ connection, service, run, settings, draft, linkSupport }: Context): void {
  connection.onHover(
    run('hover', null, async ({ textDocument, position }) => {
      const text = draft(textDocument.uri);
      const { hoverMaxCharacters: maxCharacters, quotations } = settings();
      const options = { maxCharacters, quotations };
      const hover = text && (await service.hover(text, text.lines.offsetAt(position), options));
      return hover
        ? { contents: { kind: 'markdown' as const, value: hover.contents }, range: hover.range }
        : null;
    }),
  );
  connection.onDefinition(
    run('definition', null, ({ textDocument, position }) => {
      const text = draft(textDocument.uri);
      if (text === undefined) return null;
      const targets = service.definition(text, text.lines.offsetAt(position));
      return linkSupport
        ? targets.map(toLocationLink)
        : targets.map(({ uri, range: { start } }) => ({ uri, range: { start, end: start } }));
    }),
  );
  connection.onDocumentLinks(
    run('documentLinks', null, ({ textDocument }) => {
      const text = draft(textDocument.uri);
      return text === undefined ? null : service.links(text).map(toDocumentLink);
    }),
  );
  connection.onCompletion(
    run('completion', null, async ({ textDocument, position }) => {
      const text = draft(textDocument.uri);
      if (text === undefined) return null;
      const completions = await service.completions(text, text.lines.offsetAt(position));
      // The server chooses anew for each character that is typed.
      return { isIncomplete: true, items: completions.map(toCompletionItem) };
    }),
  );
  connection.onDocumentSymbol(
    run('documentSymbols', null, ({ textDocument }) => {
      const symbol = service.symbols(normaliseUri(textDocument.uri));
      return symbol === undefined ? null : [toDocumentSymbol(symbol)];
    }),
  );
  connection.onFoldingRanges(
    run('foldingRanges', null, ({ textDocument }) => service.folds(normaliseUri(textDocument.uri))),
  );
  connection.onWorkspaceSymbol(
    run('workspaceSymbols', null, async ({ query }) =>
      (await service.workspaceSymbols(query)).map(toSymbolInformation),
    ),
  );
}
