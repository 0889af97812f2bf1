import * as l10n from '@vscode/l10n';
import {
  compareWithBaseline,
  readBaseline,
  updateBaseline,
  writeBaseline,
  type Baseline,
  type FoundInDraft,
} from '../../service/baseline.ts';
import { isRefusal, type Refusal } from '../../service/refusal.ts';
import type { CliHost } from '../host.ts';
import { relativeUri } from './location.ts';
import type { CheckedFile } from './report.ts';

const NONE: Baseline = { findings: [] };

/** Leaves out what a baseline knows; tells on standard error what it knows that is no more. */
export async function withoutKnown(
  host: CliHost,
  path: string,
  files: readonly CheckedFile[],
): Promise<readonly CheckedFile[] | Refusal> {
  const baseline = await read(host, path);
  if (baseline === undefined)
    return { refused: l10n.t('{0} does not exist. Make it with --update-baseline.', path) };
  if (isRefusal(baseline)) return baseline;
  const { fresh, known, stale } = compareWithBaseline(baseline, asFound(host, path, files));
  if (known > 0) host.err(`${l10n.t('Known from {0}: {1}', path, String(known))}\n`);
  const gone = [...stale, ...(await ofMissingFiles(host, path, baseline, files))];
  for (const { file, code, text } of gone)
    host.err(`${l10n.t('{0} is known of {1}, and found there no more: “{2}”', code, file, text)}\n`);
  if (gone.length > 0) host.err(`${l10n.t('Bring {0} up to date with --update-baseline.', path)}\n`);
  return files.map((file, index) => ({ ...file, findings: fresh[index] ?? [] }));
}

/** Writes what is found to the baseline; what it knows of files that were not checked stays, if they are still there. */
export async function writeKnown(
  host: CliHost,
  path: string,
  files: readonly CheckedFile[],
): Promise<Refusal | undefined> {
  const before = (await read(host, path)) ?? NONE;
  if (isRefusal(before)) return before;
  const missing = new Set(await ofMissingFiles(host, path, before, files));
  const kept = { findings: before.findings.filter((each) => !missing.has(each)) };
  const baseline = updateBaseline(kept, asFound(host, path, files));
  const reason = (await host.writeFile?.(host.toUri(path), writeBaseline(baseline))) ?? undefined;
  if (reason !== undefined)
    return {
      refused: l10n.t('{0} cannot be written ({1}). Check the permissions of its folder.', path, reason),
    };
  host.err(`${l10n.t('{0} knows {1} findings now.', path, String(baseline.findings.length))}\n`);
  return undefined;
}

async function read(host: CliHost, path: string): Promise<Baseline | Refusal | undefined> {
  const content = await host.files.read(host.toUri(path));
  if (content.kind === 'missing') return undefined;
  const baseline =
    content.kind === 'text' ? readBaseline(content.text) : { refused: l10n.t('it cannot be read') };
  return isRefusal(baseline)
    ? { refused: l10n.t('{0} cannot be used as a baseline: {1}.', path, baseline.refused) }
    : baseline;
}

function asFound(host: CliHost, path: string, files: readonly CheckedFile[]): FoundInDraft[] {
  return files.map(({ draft, findings }) => ({ file: nameIn(host, path, draft.uri), draft, findings }));
}

/** A file as the baseline calls it: from the folder of the baseline on. */
function nameIn(host: CliHost, path: string, uri: string): string {
  const name = relativeUri(folderOf(host, path), uri);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function folderOf(host: CliHost, path: string): string {
  const uri = host.toUri(path);
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** What a baseline knows of files that were not checked because they are no longer there. */
async function ofMissingFiles(
  host: CliHost,
  path: string,
  { findings }: Baseline,
  files: readonly CheckedFile[],
): Promise<Baseline['findings']> {
  const checked = new Set(files.map(({ draft }) => nameIn(host, path, draft.uri)));
  const isMissing = new Map<string, boolean>();
  for (const { file } of findings) {
    if (checked.has(file) || isMissing.has(file)) continue;
    const uri = `${folderOf(host, path)}/${file.split('/').map(encodeURIComponent).join('/')}`;
    isMissing.set(file, (await host.files.stamp(uri)) === undefined);
  }
  return findings.filter(({ file }) => isMissing.get(file) === true);
}
