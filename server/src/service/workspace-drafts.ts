import { origins } from '../core/corpus.ts';
import { createDraft, type Draft } from './draft.ts';
import { isCorpusText, isDraftDocument, isDraftName, isWorkspaceDraft } from './draft-file.ts';
import type { Machine } from './machine.ts';
import type { Root } from './root.ts';

/** The Markdown drafts of the workspace. What is open wins over what is on disk; nothing is read before somebody asks. */
export interface WorkspaceDrafts {
  /**
   * Every draft below the workspace folders and every one that was never saved, by URI; where no folder is open, the
   * drafts that are. Files that are too long, or no UTF-8 text, are left out, and the log says so. With `fresh` the
   * folders are listed again and files whose stamp is another are read again, whatever the watchers have told: for what
   * must not miss a file.
   */
  list(options?: { readonly fresh?: boolean }): Promise<readonly Draft[]>;
  /** The same with the drafts that are open from elsewhere. */
  listWithOpen(options?: { readonly fresh?: boolean }): Promise<readonly Draft[]>;
  /** An open document of any kind; `undefined` if it is not open. */
  open(uri: string): Draft | undefined;
  /** True for a file that is written in and is nothing of a corpus, wherever it lies. */
  isDraft(uri: string): boolean;
  /** Called when a draft was edited, opened, closed, or changed on disk, and when the folders change. Returns the way to stop it. */
  onChange(listener: () => void): () => void;
  /** A document was opened or edited. */
  opened(uri: string, text: string, language?: string): void;
  closed(uri: string): void;
  /** A file was created, changed or deleted on disk, or a folder deleted. */
  fileChanged(uri: string): void;
  /** These folders are read from now on. */
  setRoots(roots: readonly Root[]): void;
}

/** Longer texts are data, not drafts. In UTF-16 units. */
const LONGEST = 4_000_000;
/** So many files are read at once. */
const AT_ONCE = 4;

interface FileDraft {
  readonly stamp: string | undefined;
  /** Absent for a file that cannot be used. */
  readonly draft?: Draft;
}

export function createWorkspaceDrafts({ files, pause, warn }: Omit<Machine, 'indexStore'>): WorkspaceDrafts {
  const open = new Map<string, { readonly draft: Draft; readonly isDraft: boolean }>();
  const known = new Map<string, FileDraft>();
  const listeners = new Set<() => void>();
  let roots: readonly Root[] = [];
  /** Every file there is to read; `undefined` until the folders have been listed. */
  let listed: Set<string> | undefined;
  /** Files to be read, or read again. */
  const stale = new Set<string>();
  let turn: Promise<void> = Promise.resolve();

  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  const listFolders = async (): Promise<void> => {
    const asked = roots;
    const found = new Set<string>();
    for (const { uri, origin } of asked) {
      if (origin !== origins.workspace) continue;
      const folder = await files.list(uri);
      if (folder.kind !== 'folder') continue;
      for (const file of folder.files) if (isWorkspaceDraft(file, asked)) found.add(file);
    }
    if (asked !== roots) return;
    listed = found;
    for (const uri of known.keys()) if (!found.has(uri)) known.delete(uri);
    for (const uri of found) if (!known.has(uri)) stale.add(uri);
  };

  const read = async (uri: string): Promise<void> => {
    const asked = roots;
    const content = await files.read(uri);
    if (asked !== roots) return;
    if (content.kind === 'missing') {
      known.delete(uri);
      listed?.delete(uri);
      return;
    }
    if (content.kind !== 'text') warn?.('draft.unreadable', { uri, kind: content.kind });
    else if (content.text.length > LONGEST)
      warn?.('draft.too-long', { uri, length: String(content.text.length) });
    const stamp = content.kind === 'text' ? content.stamp : undefined;
    const isUsable = content.kind === 'text' && content.text.length <= LONGEST;
    known.set(uri, { stamp, ...(isUsable && { draft: createDraft(uri, content.text) }) });
  };

  /** Does something with each of some files, a few at a time. */
  const each = async (uris: Iterable<string>, work: (uri: string) => Promise<void>): Promise<void> => {
    const left = uris[Symbol.iterator]();
    const oneAfterAnother = async (): Promise<void> => {
      for (let next = left.next(); next.done !== true; next = left.next()) {
        await work(next.value);
        await pause();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, oneAfterAnother));
  };

  const compareStamps = async (): Promise<void> => {
    await each([...known.keys()], async (uri) => {
      const stamp = await files.stamp(uri);
      if (stamp === undefined || stamp !== known.get(uri)?.stamp) stale.add(uri);
    });
  };

  const update = async (fresh: boolean): Promise<void> => {
    if (fresh) {
      await listFolders();
      await compareStamps();
    }
    // What changes while files are being read is read once more.
    while (listed === undefined || stale.size > 0) {
      if (listed === undefined) await listFolders();
      const due = [...stale];
      stale.clear();
      await each(due, read);
    }
  };

  const current = async (fresh: boolean, isWanted: (uri: string) => boolean): Promise<readonly Draft[]> => {
    const own = turn.then(() => update(fresh));
    turn = own.catch(() => undefined);
    await own;
    const drafts = new Map<string, Draft>();
    for (const [uri, { draft }] of known) if (draft !== undefined) drafts.set(uri, draft);
    for (const [uri, { draft, isDraft }] of open)
      if (isDraft && isWanted(uri) && !isCorpusText(uri, roots)) drafts.set(uri, draft);
    return [...drafts.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  };

  const isOwn = (uri: string): boolean =>
    isWorkspaceDraft(uri, roots) ||
    uri.startsWith('untitled:') ||
    !roots.some(({ origin }) => origin === origins.workspace);

  return {
    list: ({ fresh = false } = {}) => current(fresh, isOwn),
    listWithOpen: ({ fresh = false } = {}) => current(fresh, () => true),
    open: (uri) => open.get(uri)?.draft,
    isDraft: (uri) => isDraftName(uri) && !isCorpusText(uri, roots),
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    opened: (uri, text, language) => {
      const isDraft = isDraftDocument(uri, language);
      open.set(uri, { draft: createDraft(uri, text), isDraft });
      if (isDraft) tell();
    },
    closed: (uri) => {
      const wasDraft = open.get(uri)?.isDraft === true;
      open.delete(uri);
      if (wasDraft) tell();
    },
    fileChanged: (uri) => {
      const below = isDraftName(uri) ? [] : [...known.keys()].filter((file) => file.startsWith(`${uri}/`));
      const changed = isWorkspaceDraft(uri, roots) ? [uri] : below;
      for (const file of changed) {
        listed?.add(file);
        stale.add(file);
      }
      if (changed.length > 0) tell();
    },
    setRoots: (next) => {
      roots = next;
      listed = undefined;
      stale.clear();
      known.clear();
      tell();
    },
  };
}
