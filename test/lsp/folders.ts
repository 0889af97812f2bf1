import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { URI } from 'vscode-uri';

export interface Folder {
  readonly path: string;
  readonly uri: string;
  /** Writes a file below the folder and gives its URI. */
  write(name: string, content: string | Uint8Array): string;
  remove(name: string): void;
  uriOf(name: string): string;
}

/** A folder on disk that goes when the test ends. Its name holds what URIs encode in two ways. */
export function temporaryFolder(files: Readonly<Record<string, string>> = {}): Folder {
  const root = mkdtempSync(path.join(tmpdir(), 'pincite (语料) '));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const uriOf = (name: string): string => URI.file(path.join(root, name)).toString();
  const write = (name: string, content: string | Uint8Array): string => {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return uriOf(name);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return {
    path: root,
    uri: URI.file(root).toString(),
    ...{ write, uriOf },
    remove: (name) => {
      rmSync(path.join(root, name), { recursive: true });
    },
  };
}

export function statementText(id: string, ...paragraphs: readonly string[]): string {
  return `---\nid: ${id}\ntitle: 关于${id}的声明\nlanguage: zh-CN\n---\n\n${paragraphs.join('\n\n')}\n`;
}
