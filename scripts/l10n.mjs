// `node scripts/l10n.mjs`: collects every text that the client and the server show into l10n/bundle.l10n.json, and
// says which of them l10n/bundle.l10n.zh-cn.json lacks. Texts in package.json stand in package.nls.json by hand.
import { getL10nJson } from '@vscode/l10n-dev';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './setup.mjs';

const SOURCES = ['client/src', 'server/src'];
const bundle = (language) => path.join(root, 'l10n', `bundle.l10n${language ? `.${language}` : ''}.json`);

/** Every text of the sources, sorted, so that a new one changes one line. */
export async function collectTexts() {
  const files = SOURCES.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ extension: '.ts', contents: readFileSync(path.join(root, folder, name), 'utf8') })),
  );
  const texts = await getL10nJson(files);
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const texts = await collectTexts();
  writeFileSync(bundle(), JSON.stringify(texts, undefined, 2) + '\n');
  const translated = JSON.parse(readFileSync(bundle('zh-cn'), 'utf8'));
  const missing = Object.keys(texts).filter((key) => !(key in translated));
  const unused = Object.keys(translated).filter((key) => !(key in texts));
  for (const key of missing) console.log(`not translated: ${key}`);
  for (const key of unused) console.log(`translated, but no longer used: ${key}`);
  process.exitCode = missing.length + unused.length > 0 ? 1 : 0;
}
