import * as l10n from '@vscode/l10n';
import type { Command } from 'commander';
import { createDraft, type Draft } from '../service/draft.ts';
import { isCorpusText } from '../service/draft-file.ts';
import type { Finding } from '../service/finding.ts';
import { isRefusal, type Refusal } from '../service/refusal.ts';
import type { Service } from '../service/service.ts';
import { weaker } from '../service/severity.ts';
import { withoutKnown, writeKnown } from './check/baseline-file.ts';
import { checkExtensions } from './check/extensions.ts';
import { fixFile } from './check/fix-file.ts';
import { formatGithub } from './check/github.ts';
import { formatJson } from './check/json.ts';
import { relativeUri } from './check/location.ts';
import { addCheckOptions, contradictionIn, type CheckOptions, type FormatName } from './check/options.ts';
import { createProgress } from './check/progress.ts';
import type { CheckedFile, ReportFormat } from './check/report.ts';
import { formatSarif } from './check/sarif.ts';
import { settingsOf } from './check/set-option.ts';
import { formatText } from './check/text.ts';
import { loadService } from './corpus-options.ts';
import { globMatcher } from './glob.ts';
import type { CliHost, Finish } from './host.ts';
import { findDrafts, readDraft, type DraftFile, type DraftPath } from './read-drafts.ts';
import { refuse } from './target.ts';

const FORMATS: Readonly<Record<FormatName, ReportFormat>> = {
  text: formatText,
  json: formatJson,
  sarif: formatSarif,
  github: formatGithub,
};

/**
 * `pincite check FILE…`: everything that an editor says of drafts; exit code 1 for findings of a severity, 2 for files
 * that cannot be read, while the others are checked nevertheless.
 */
export function addCheckCommand(program: Command, host: CliHost, finish: Finish): void {
  const command = addCheckOptions(
    program.command('check').description(l10n.t('check the citations and quotations of Markdown files')),
  );
  for (const { addTo } of checkExtensions) addTo(command);
  command.action(async (paths: readonly string[], options: CheckOptions) => {
    const contradiction = contradictionIn(paths, options);
    if (contradiction !== undefined) {
      finish(refuse(host, contradiction));
      return;
    }
    const refused: string[] = [];
    const refuseOne = (refusal: Refusal): void => {
      refused.push(refusal.refused);
      finish(refuse(host, refusal));
    };
    const service = await loadService(host, options, (code) => {
      // Without one of its folders a corpus knows too little to check by.
      finish(code === 1 ? 2 : code);
    });
    const found = await filesOf(host, service, paths, options);
    for (const sentence of found.refused) refuseOne({ refused: sentence });
    const checked = await checkAll(host, service, found.files, options, refuseOne);
    const files = await knownLeftOut(host, options, checked, refuseOne);
    const format = FORMATS[options.json === true ? 'json' : options.format];
    const { version, documentation } = host;
    host.out(format({ files, refused, version, documentation }));
    const isFailure = ({ severity }: Finding): boolean =>
      weaker(options.severity, severity) === options.severity;
    finish(files.some(({ findings }) => findings.some(isFailure)) ? 1 : 0);
  });
}

/** Standard input is read at once, files when it is their turn. */
async function filesOf(
  host: CliHost,
  service: Service,
  paths: readonly string[],
  { exclude, stdinName }: CheckOptions,
): Promise<{ readonly files: readonly (DraftPath | DraftFile)[]; readonly refused: readonly string[] }> {
  const isInput = (path: string): boolean => path === '-';
  const { found, refused } = await findDrafts(
    host,
    paths.filter((path) => !isInput(path)),
  );
  const excluded = exclude.map(globMatcher);
  const roots = service.loader.roots();
  const files: (DraftPath | DraftFile)[] = found.filter(
    ({ uri, name, isNamed }) =>
      isNamed || (!isCorpusText(uri, roots) && !excluded.some((each) => each(name.replaceAll('\\', '/')))),
  );
  if (paths.some(isInput)) {
    const name = stdinName ?? '-';
    const uri = host.toUri(stdinName ?? 'stdin.md');
    const text = await host.readStandardInput();
    files.push({ ...{ uri, name, text, isNamed: true, hasMark: false, isInput: true } });
  }
  return { files, refused };
}

async function checkAll(
  host: CliHost,
  service: Service,
  paths: readonly (DraftPath | DraftFile)[],
  options: CheckOptions,
  refuseOne: (refusal: Refusal) => void,
): Promise<readonly CheckedFile[]> {
  const settings = settingsOf(options.set);
  const progress = createProgress(host, paths.length);
  const checked: CheckedFile[] = [];
  for (const path of paths) {
    progress.next();
    const file = 'text' in path ? path : await readDraft(host, path);
    const draft = isRefusal(file) ? file : await prepare(host, service, file, options, refuseOne);
    if (isRefusal(draft)) {
      refuseOne(draft);
      continue;
    }
    checked.push({
      ...(await service.checks.check(draft, settings)),
      name: path.name,
      location: relativeUri(host.toUri('.'), draft.uri),
      fixes: options.format === 'sarif' ? service.checks.safeFixes(draft, settings) : [],
    });
    await host.pause();
  }
  progress.end();
  return checked;
}

/** The draft of a file, after what the options do with it before it is checked. */
async function prepare(
  host: CliHost,
  service: Service,
  file: DraftFile,
  options: CheckOptions,
  refuseOne: (refusal: Refusal) => void,
): Promise<Draft> {
  const settings = settingsOf(options.set);
  const isFixing = options.fix === true || options.fixWording === true;
  const asIs = createDraft(file.uri, file.text);
  const fixed = isFixing
    ? await fixFile(host, service, file, settings, { wording: options.fixWording === true })
    : asIs;
  if (isRefusal(fixed)) refuseOne(fixed);
  const draft = isRefusal(fixed) ? asIs : fixed;
  for (const { beforeCheck } of file.isInput === true ? [] : checkExtensions) {
    const refusal = await beforeCheck(draft, { service, host, options: { ...options } });
    if (refusal !== undefined) refuseOne(refusal);
  }
  return draft;
}

async function knownLeftOut(
  host: CliHost,
  { baseline, updateBaseline }: CheckOptions,
  checked: readonly CheckedFile[],
  refuseOne: (refusal: Refusal) => void,
): Promise<readonly CheckedFile[]> {
  if (baseline === undefined) return checked;
  const refusal = updateBaseline === true ? await writeKnown(host, baseline, checked) : undefined;
  const left = refusal ?? (await withoutKnown(host, baseline, checked));
  if (!isRefusal(left)) return left;
  refuseOne(left);
  return checked;
}
