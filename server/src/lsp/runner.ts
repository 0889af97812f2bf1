import type { CancellationToken } from 'vscode-languageserver';
import type { Log } from './log.ts';

/**
 * Wraps a request: waits for its turn, so that keystrokes that came before it are seen and a cancelled one costs
 * nothing; answers `fallback` where it was cancelled, and where something throws, which is logged. What may be cancelled
 * on its way looks at the token itself.
 */
export function createRunner(log: Log) {
  return <Params, Result>(
      name: string,
      fallback: Result,
      handle: (params: Params, token?: CancellationToken) => Result | Promise<Result>,
    ) =>
    async (params: Params, token?: CancellationToken): Promise<Result> => {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      // A request without parameters comes with its token alone.
      if (token?.isCancellationRequested === true) return fallback;
      try {
        return await handle(params, token);
      } catch (error) {
        log.error('request.failed', { name, error: error instanceof Error ? error.stack : String(error) });
        return fallback;
      }
    };
}

export type Runner = ReturnType<typeof createRunner>;
