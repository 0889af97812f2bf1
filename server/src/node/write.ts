import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import type { WriteFile } from '../service/write-file.ts';

/** Writes files of the local disk, for `file:` URIs. */
export const writeDisk: WriteFile = async (uri, text) => {
  const { scheme, fsPath } = URI.parse(uri);
  if (scheme !== 'file') return 'EINVAL';
  // A link stays one: the file that it leads to is written.
  const path = await realpath(fsPath).catch(() => fsPath);
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    const mode = await stat(path).then(
      (stats) => stats.mode & 0o777,
      () => 0o666,
    );
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    return undefined;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
};
