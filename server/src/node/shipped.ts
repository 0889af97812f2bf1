import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';

/** The folder above `dist/`, which holds what ships with Pincite. */
function home(): string {
  return dirname(__dirname);
}

/** The shipped corpus as a URI; `undefined` if it was left out of this installation. */
export function shippedCorpus(): string | undefined {
  const folder = join(home(), 'corpus');
  return existsSync(folder) ? URI.file(folder).toString() : undefined;
}

/** The texts of a language, e.g. `zh-cn`; empty for English and for languages that are not translated. */
export function bundle(locale: string): Readonly<Record<string, string>> {
  const name = /^zh\b/i.test(locale) && !/^zh-(?:tw|hk|hant)/i.test(locale) ? 'zh-cn' : locale.toLowerCase();
  if (!/^[a-z-]+$/.test(name)) return {};
  const file = join(home(), 'l10n', `bundle.l10n.${name}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}

/** The version of this installation; empty if its manifest cannot be read. */
export function version(): string {
  const { version: own } = manifest();
  return typeof own === 'string' ? own : '';
}

/** Where the documentation can be read, by the repository that the manifest names; `undefined` if it names none on the web. */
export function documentation(): string | undefined {
  const { repository } = manifest();
  const address =
    typeof repository === 'object' && repository !== null && 'url' in repository
      ? repository.url
      : repository;
  const web =
    typeof address === 'string'
      ? /^(?:git\+)?(https:\/\/[^#?]+?)(?:\.git)?\/?$/.exec(address)?.[1]
      : undefined;
  return web === undefined ? undefined : `${web}/blob/HEAD/docs/`;
}

function manifest(): { readonly version?: unknown; readonly repository?: unknown } {
  try {
    const read: unknown = JSON.parse(readFileSync(join(home(), 'package.json'), 'utf8'));
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
}
