import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { origins, type Origin } from '../../server/src/core/corpus.ts';
import type { Range } from '../../server/src/core/span.ts';
import { createDraft, type Draft } from '../../server/src/service/draft.ts';
import type { FileContent, Files, FolderContent } from '../../server/src/service/files.ts';
import type { Root } from '../../server/src/service/root.ts';
import { createService, type Service } from '../../server/src/service/service.ts';

/** Files in memory that tell a listener of every change, as a disk tells its watcher. */
export interface MemoryFiles extends Files {
  /** Creates a file or changes it. */
  write(uri: string, content: string | FileContent): Promise<void>;
  remove(uri: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Makes a folder answer something else than its files. */
  folder(uri: string, content: FolderContent): void;
  /** Called for each change; what it returns is waited for. */
  onChange(listener: (uri: string) => Promise<void>): void;
  /** Holds answers back until they are released, all of them or those about one file; `held` are the questions so far. */
  hold(): {
    readonly held: readonly string[];
    release(uri?: string): Promise<void>;
    releaseLastFirst(): Promise<void>;
  };
}

export function memoryFiles(initial: Readonly<Record<string, string | FileContent>> = {}): MemoryFiles {
  const contents = new Map(Object.entries(initial).map(([uri, content]) => [uri, toContent(content)]));
  const folders = new Map<string, FolderContent>();
  const listeners: ((uri: string) => Promise<void>)[] = [];
  let gate: { held: string[]; waiting: { uri: string; open: () => void }[] } | undefined;
  const tell = async (uri: string): Promise<void> => {
    await Promise.all(listeners.map((listener) => listener(uri)));
  };
  const pass = async (uri: string): Promise<void> => {
    const current = gate;
    if (current === undefined) return;
    current.held.push(uri);
    await new Promise<void>((open) => current.waiting.push({ uri, open }));
  };
  return {
    // A disk answers with what it held when it was asked.
    read: async (uri) => {
      const content = contents.get(uri) ?? { kind: 'missing' };
      await pass(uri);
      return content;
    },
    stamp: (uri) => {
      const content = contents.get(uri);
      return Promise.resolve(content?.kind === 'text' ? content.stamp : undefined);
    },
    list: async (folder) => {
      const base = folder.endsWith('/') ? folder : `${folder}/`;
      const files = [...contents.keys()].filter((uri) => uri.startsWith(base)).sort();
      const content =
        folders.get(folder) ?? (files.length === 0 ? { kind: 'missing' } : { kind: 'folder', files });
      await pass(folder);
      return content;
    },
    write: async (uri, content) => {
      contents.set(uri, toContent(content));
      await tell(uri);
    },
    remove: async (uri) => {
      contents.delete(uri);
      await tell(uri);
    },
    rename: async (from, to) => {
      contents.set(to, contents.get(from) ?? { kind: 'missing' });
      contents.delete(from);
      await tell(from);
      await tell(to);
    },
    folder: (uri, content) => {
      folders.set(uri, content);
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
    hold: () => {
      const current: NonNullable<typeof gate> = { held: [], waiting: [] };
      gate = current;
      return {
        held: current.held,
        releaseLastFirst: async () => {
          gate = undefined;
          for (const { open } of current.waiting.reverse()) open();
          await settle();
        },
        release: async (uri) => {
          const chosen = current.waiting.filter((each) => uri === undefined || each.uri === uri);
          current.waiting = current.waiting.filter((each) => !chosen.includes(each));
          if (uri === undefined) gate = undefined;
          for (const { open } of chosen) open();
          await settle();
        },
      };
    },
  };
}

/** Lets everything that needs no more input come to its end. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

let versions = 0;

/** Every version of a file has a stamp of its own. */
function toContent(content: string | FileContent): FileContent {
  versions++;
  return typeof content === 'string'
    ? { kind: 'text', text: content, stamp: `version ${String(versions)}` }
    : content;
}

export const WORKSPACE = 'file:///notes';
export const CONFIGURED = 'file:///corpus';
export const SHIPPED = 'file:///shipped';

/** Several files in one text: each begins with a line `//- file:///corpus/a.statement.md`. */
export function filesOf(text: string): Record<string, string> {
  const parts = text.split(/^\/\/- (.+)\n/m);
  const files: Record<string, string> = {};
  for (let i = 1; i < parts.length; i += 2) files[parts[i] ?? ''] = parts[i + 1] ?? '';
  return files;
}

export interface World {
  readonly service: Service;
  readonly files: MemoryFiles;
}

export const allRoots: readonly Root[] = [
  { uri: WORKSPACE, origin: origins.workspace },
  { uri: CONFIGURED, origin: origins.configured },
  { uri: SHIPPED, origin: origins.shipped },
];

/** A service over files in memory, loaded, that hears of every change. */
export async function createWorld(
  fixture: string | Readonly<Record<string, string | FileContent>>,
  roots: readonly Root[] = allRoots,
): Promise<World> {
  const files = memoryFiles(typeof fixture === 'string' ? filesOf(fixture) : fixture);
  const service = createService({ files, pause: () => Promise.resolve() });
  files.onChange((uri) => service.loader.fileChanged(uri));
  await service.loader.load(roots);
  return { service, files };
}

/** The five statements that ship, as files at `SHIPPED`. */
export function shippedFiles(): Record<string, string> {
  const folder = path.join(import.meta.dirname, '../../corpus/statements');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [`${SHIPPED}/${name}`, readFileSync(path.join(folder, name), 'utf8')]),
  );
}

export function shippedWorld(): Promise<World> {
  return createWorld(shippedFiles(), [rootOf(SHIPPED, origins.shipped)]);
}

export function rootOf(uri: string, origin: Origin): Root {
  return { uri, origin };
}

/** A note of a user, with the place of the cursor `|` taken out of it. */
export function noteWithCursor(
  marked: string,
  uri = `${WORKSPACE}/note.md`,
): { readonly draft: Draft; readonly offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0 || marked.includes('|', offset + 1)) throw new Error(`one cursor, please: ${marked}`);
  return { draft: createDraft(uri, marked.slice(0, offset) + marked.slice(offset + 1)), offset };
}

/** `3:1-3:9`, counted from 1 as editors show it. */
export function show({ start, end }: Range): string {
  const place = (at: Range['start']): string => `${String(at.line + 1)}:${String(at.character + 1)}`;
  return `${place(start)}-${place(end)}`;
}

/** A statement file with a heading for each section, for tests that need no real text. */
export function statementFile(id: string, body: string, front = `title: 关于${id}的声明\n`): string {
  return `---\nid: ${id}\n${front}---\n\n${body}\n`;
}
