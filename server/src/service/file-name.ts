import { origins } from '../core/corpus.ts';
import type { Root } from './root.ts';

/**
 * How a person knows a file: by its path from the workspace folder on, with the folder's name before it where there are
 * several; a file from elsewhere by its whole path.
 */
export function workspaceName(uri: string, roots: readonly Root[]): string {
  const folders = roots.filter(({ origin }) => origin === origins.workspace).map((root) => root.uri);
  const home = folders.find((folder) => uri.startsWith(`${withoutSlash(folder)}/`));
  if (home === undefined) return decode(uri.replace(/^(?:file:\/\/|untitled:)/, ''));
  const below = decode(uri.slice(withoutSlash(home).length + 1));
  return folders.length === 1 ? below : `${lastPart(withoutSlash(home))}/${below}`;
}

/** The last part of a URI, percent signs decoded. */
export function lastPart(uri: string): string {
  return decode(uri.split('/').at(-1) ?? uri);
}

function withoutSlash(uri: string): string {
  return uri.replace(/\/+$/, '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
