import * as l10n from '@vscode/l10n';
import type { Command } from 'commander';
import type { CheckPlace, CheckProblem, CorpusCheck } from '../service/corpus-check.ts';
import { addCorpusOptions, loadService, type CorpusOptions } from './corpus-options.ts';
import type { CliHost, Finish } from './host.ts';

/** `pincite corpus check`: that nothing of the sources is lost and nothing in the texts invented. */
export function addCorpusCommand(program: Command, host: CliHost, finish: Finish): void {
  const corpus = program.command('corpus').description(l10n.t('look after a corpus'));
  addCorpusOptions(
    corpus
      .command('check')
      .description(l10n.t('account for every character of the sources and the statements')),
  )
    .option('--json', l10n.t('print JSON'))
    .action(async (options: CorpusOptions & { readonly json?: true }) => {
      const service = await loadService(host, options, (code) => {
        // Without one of its folders a corpus cannot be checked.
        finish(code === 1 ? 2 : code);
      });
      const check = await service.checkCorpora();
      if (service.list().length === 0 && check.sources.length === 0) {
        host.err(`pincite: ${l10n.t('There is no statement to check.')}\n`);
        finish(2);
        return;
      }
      if (options.json === true) host.out(`${JSON.stringify(asJson(host, check), undefined, 2)}\n`);
      else print(host, check);
      finish(check.problems.some(({ severity }) => severity !== 'information') ? 1 : 0);
    });
}

function asJson(host: CliHost, { sources, statements, problems }: CorpusCheck) {
  const place = ({ uri, range }: CheckPlace) => ({ file: host.toPath(uri), range });
  return {
    sources: sources.map(({ uri, ...source }) => ({ ...source, path: host.toPath(uri) })),
    statements: statements.map(({ uri, ...statement }) => ({ ...statement, path: host.toPath(uri) })),
    problems: problems.map((problem) => ({
      ...place(problem),
      ...{ code: problem.code, severity: problem.severity, message: problem.message },
      related: problem.related.map(place),
    })),
  };
}

function print(host: CliHost, { sources, statements, problems }: CorpusCheck): void {
  for (const { source, characters, accounted, furniture } of sources) {
    const counts = [String(characters), String(accounted), String(furniture)] as const;
    host.out(`${source}\t${l10n.t('{0} characters, {1} accounted for, {2} of them furniture', ...counts)}\n`);
  }
  for (const { key, characters, carried, emended } of statements) {
    const counts = [String(characters), String(carried), String(emended)] as const;
    host.out(
      `${key}\t${l10n.t('{0} characters, {1} carried by a witness, {2} by an emendation', ...counts)}\n`,
    );
  }
  for (const problem of problems) host.out(`${line(host, problem)}\n`);
}

/** `file:12:5: error: sentence (source.txt:30)` */
function line(host: CliHost, { uri, range, severity, message, related }: CheckProblem): string {
  const at = ({ start }: CheckPlace['range']): string =>
    `${String(start.line + 1)}:${String(start.character + 1)}`;
  const others = related.map(
    (place) => `${host.toPath(place.uri).split(/[/\\]/).at(-1) ?? ''}:${at(place.range)}`,
  );
  const beside = others.length === 0 ? '' : ` (${others.join(', ')})`;
  return `${host.toPath(uri)}:${at(range)}: ${severity}: ${message}${beside}`;
}
