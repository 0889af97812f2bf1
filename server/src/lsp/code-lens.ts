import type { ClientCapabilities, CodeLens, Connection } from 'vscode-languageserver';
import type { Service } from '../service/service.ts';
import { showReferencesCommand, type ShowReferencesArguments } from './protocol.ts';
import type { Runner } from './runner.ts';
import { send } from './send.ts';
import type { Settings } from './settings.ts';
import { normaliseUri } from './uri.ts';

interface Context {
  readonly connection: Connection;
  readonly service: Service;
  readonly run: Runner;
  readonly settings: () => Settings;
  readonly capabilities: ClientCapabilities;
}

export interface CodeLensFeature {
  /** What is cited, or the settings, changed: the client asks again. */
  changed(): void;
  stop(): void;
}

/** Nobody watches the counts while writing. */
const DELAY = 1000;

/** How often passages are cited, above them in statement files; where, when a count is on the screen. */
export function registerCodeLenses(context: Context): CodeLensFeature {
  const { connection, service, run, settings, capabilities } = context;
  let isAsked = false;
  connection.onCodeLens(
    run('codeLenses', null, async ({ textDocument }) => {
      const uri = normaliseUri(textDocument.uri);
      isAsked = true;
      // When all is read the client is told to ask again.
      if (!settings().codeLens || service.loader.isLoading() || !service.isStatement(uri)) return null;
      const passages = await service.workspace.citedPassages(uri);
      return passages.map(({ range, address }): CodeLens => ({ range, data: { uri, address } }));
    }),
  );
  connection.onCodeLensResolve((lens, token) =>
    run('codeLens', lens, async () => {
      const { uri, address } = readData(lens.data);
      const count = await service.workspace.citedCount(uri, address);
      if (count === undefined) return lens;
      const given: ShowReferencesArguments = [uri, lens.range.start, count.places];
      return { ...lens, command: { title: count.title, command: showReferencesCommand, arguments: given } };
    })(undefined, token),
  );

  const refreshes = capabilities.workspace?.codeLens?.refreshSupport === true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = (): void => {
    if (!refreshes || !isAsked) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      send(() => connection.sendRequest('workspace/codeLens/refresh'));
    }, DELAY);
  };
  const forget = service.drafts.onChange(changed);
  return {
    changed,
    stop: () => {
      forget();
      clearTimeout(timer);
    },
  };
}

/** What comes back is what was sent, or from a client that is not ours. */
function readData(data: unknown): { readonly uri: string; readonly address: string } {
  const { uri, address } = (data ?? {}) as Readonly<Record<string, unknown>>;
  return {
    uri: typeof uri === 'string' ? uri : '',
    address: typeof address === 'string' ? address : '',
  };
}
