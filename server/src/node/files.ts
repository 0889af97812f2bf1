import type { BigIntStats } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { FileContent, Files, FolderContent } from '../service/files.ts';

const TEXT = /\.(?:md|markdown|qmd|rmd|txt)$/i;
const SKIPPED = new Set(['node_modules']);

/** Files of the local disk, for `file:` URIs; other URIs are missing. */
export const diskFiles: Files = {
  read: async (uri) => {
    const path = pathOf(uri);
    if (path === undefined) return { kind: 'missing' };
    try {
      const stamp = stampOf(await stat(path, { bigint: true }));
      const content = decode(await readFile(path));
      return content.kind === 'text' ? { ...content, stamp } : content;
    } catch (error) {
      const code = codeOf(error);
      return code === 'ENOENT' || code === 'EISDIR'
        ? { kind: 'missing' }
        : { kind: 'unreadable', reason: code };
    }
  },
  stamp: async (uri) => {
    const path = pathOf(uri);
    return path === undefined ? undefined : stat(path, { bigint: true }).then(stampOf, () => undefined);
  },
  list: async (folder) => {
    const path = pathOf(folder);
    if (path === undefined) return { kind: 'missing' };
    try {
      const files = await textFiles(path);
      return { kind: 'folder', files: files.sort().map((file) => URI.file(file).toString()) };
    } catch (error) {
      return failure(error);
    }
  },
};

/** When a file was written, to the nanosecond, and how long it is. */
function stampOf({ mtimeNs, size }: BigIntStats): string {
  return `${String(mtimeNs)}:${String(size)}`;
}

/** Decodes UTF-8 strictly, with or without a byte order mark; says where it fails. */
function decode(bytes: Uint8Array): FileContent {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return { kind: 'text', text, ...(hasMark && { hasMark }) };
  } catch {
    // A lenient reading puts U+FFFD where the first wrong byte stands.
    const lenient = new TextDecoder('utf-8').decode(bytes);
    return { kind: 'not-utf8', before: lenient.slice(0, firstWrong(bytes, lenient)) };
  }
}

/** A file may hold U+FFFD itself: the first that does not stand for its own three bytes is the wrong one. */
function firstWrong(bytes: Uint8Array, lenient: string): number {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let at = lenient.indexOf('\ufffd'); at >= 0; at = lenient.indexOf('\ufffd', at + 1)) {
    const length = Buffer.byteLength(lenient.slice(0, at + 1));
    try {
      strict.decode(bytes.subarray(0, length));
    } catch {
      return at;
    }
  }
  return lenient.length;
}

/** A folder below that cannot be read is passed over; only the root's own failure is reported. */
async function textFiles(root: string): Promise<string[]> {
  const found: string[] = [];
  const visit = async (folder: string, isRoot: boolean): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      if (isRoot) throw error;
      return [];
    });
    for (const entry of entries) {
      if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await visit(path, false);
      else if (TEXT.test(entry.name)) found.push(path);
    }
  };
  await visit(root, true);
  return found;
}

function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}

function failure(error: unknown): FolderContent {
  const code = codeOf(error);
  return code === 'ENOENT' ? { kind: 'missing' } : { kind: 'unreadable', reason: code };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
