import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import type { KeptFile } from '../service/keep-bibliography.ts';
import type { Service } from '../service/service.ts';
import type { Log } from './log.ts';
import { locate } from './roots.ts';
import { send } from './send.ts';

interface Context {
  readonly connection: Connection;
  readonly service: Service;
  readonly log: Log;
  /** The files that are to be kept now. */
  readonly files: () => readonly KeptFile[];
  /** Called when a file has been written. */
  readonly written: () => void;
}

/** Keeps `pincite.bibliographyPath` in step with what the drafts of the workspace cite. It hears of them by itself. */
export interface KeptBibliography {
  /** A draft was saved, or the settings changed. */
  readonly changed: () => void;
  /** The files that are kept, as of now. */
  uris(): ReadonlySet<string>;
  stop(): void;
}

/** Long enough for somebody to write on, short enough for Pandoc to find what was just written. */
const DELAY = 500;

export function createKeptBibliography(context: Context): KeptBibliography {
  const { connection, service, log, files, written } = context;
  /** What the user was told about a file: it is said once. */
  const told = new Map<string, string>();
  const kept = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<void> = Promise.resolve();

  const keep = async (file: KeptFile): Promise<void> => {
    const { uri } = file;
    const keeping = await service.bibliography.keep(file);
    if (typeof keeping === 'object') {
      kept.delete(uri);
      if (told.get(uri) === keeping.refused) return;
      told.set(uri, keeping.refused);
      log.error('bibliography.refused', { uri, reason: keeping.refused });
      send(() =>
        connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Warning,
          message: keeping.refused,
        }),
      );
      return;
    }
    told.delete(uri);
    kept.add(uri);
    if (keeping !== 'written') return;
    log.info('bibliography.written', { uri });
    written();
  };

  const keepAll = async (): Promise<void> => {
    await service.loader.finished();
    const wanted = files();
    for (const uri of kept) if (!wanted.some((file) => file.uri === uri)) kept.delete(uri);
    for (const file of wanted) await keep(file);
  };

  let isOver = false;
  const changed = (): void => {
    clearTimeout(timer);
    if (isOver || (files().length === 0 && kept.size === 0)) return;
    timer = setTimeout(() => {
      turn = turn.then(keepAll).catch((error: unknown) => {
        log.error('bibliography.failed', { error: String(error) });
      });
    }, DELAY);
  };
  service.drafts.onChange(changed);
  service.onCorpusChange(changed);
  return {
    changed,
    uris: () => kept,
    stop: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
}

/**
 * The files that a setting names: a relative path is one in each workspace folder, for the drafts in it; any other is
 * one for all. Without a workspace folder there is nothing to be in step with.
 */
export function keptFiles(path: string, folders: readonly string[], home: string): KeptFile[] {
  if (path === '' || folders.length === 0) return [];
  const trimmed = folders.map((folder) => folder.replace(/\/+$/, ''));
  const isRelative = locate(path, [], home).length === 0;
  return isRelative
    ? trimmed.flatMap((folder) => locate(path, [folder], home).map((uri) => ({ uri, folder })))
    : locate(path, [], home).map((uri) => ({ uri }));
}
