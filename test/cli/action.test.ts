import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../lsp/folders.ts';
import { ALTERED, PAGE_TRAP, STABILITY, VERBATIM } from './check-drafts.ts';
import { commandFile, repository } from './command.ts';
import { sarifProblems } from './sarif-rules.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}
interface Step {
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

function read(name: string): unknown {
  return parse(readFileSync(path.join(repository, name), 'utf8'));
}

const action = read('action.yml') as Action;

/** A clone of Pincite that has been built. */
async function clone(): Promise<string> {
  const folder = temporaryFolder({ 'scripts/.keep': '' });
  copyFileSync(path.join(repository, 'scripts/pincite.mjs'), path.join(folder.path, 'scripts/pincite.mjs'));
  symlinkSync(path.dirname(await commandFile()), path.join(folder.path, 'dist'));
  return folder.path;
}

/** The step as a runner starts it: bash that ends at the first failure, inputs put in for what stands between braces. */
async function run(files: Readonly<Record<string, string>>, given: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder(files);
  const [step, ...others] = action.runs.steps;
  if (step === undefined || others.length > 0) throw new Error('one step, please');
  const env = Object.entries(step.env).map(([name, text]): readonly [string, string] => [
    name,
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => {
      const declared = action.inputs[input];
      if (declared === undefined) throw new Error(`no input ${input}`);
      return given[input] ?? declared.default;
    }),
  ]);
  mkdirSync(path.join(folder.path, '.step'));
  const script = folder.write('.step/step.sh', step.run);
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', decodeURIComponent(new URL(script).pathname)],
    {
      cwd: folder.path,
      encoding: 'utf8',
      env: {
        ...Object.fromEntries(env),
        PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`,
        GITHUB_ACTION_PATH: await clone(),
      },
    },
  );
  return { code: status, out: stdout, err: stderr, folder };
}

describe('the GitHub Action', () => {
  test('is one step of bash whose inputs are all used, as variables', () => {
    const [step] = action.runs.steps;
    expect([action.runs.using, step?.shell]).toEqual(['composite', 'bash']);
    const used = Object.values(step?.env ?? {}).join(' ');
    for (const name of Object.keys(action.inputs)) expect(used).toContain(`\${{ inputs.${name} }}`);
    expect(step?.run).not.toContain('${{');
  });

  test('marks what is found, and fails', async () => {
    const { code, out, err } = await run({ 'a.md': `${ALTERED}\n`, 'd/b.md': `${VERBATIM}\n` });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^::warning file=a\.md,line=1,.*title=quote-altered::/);
    expect(out).toContain('d/b.md: 1 quotation: 1 verbatim\n');
    expect((await run({ 'b.md': `${VERBATIM}\n` })).code).toBe(0);
  });

  test('takes lists line by line, whatever is in them', async () => {
    const files = {
      'a b/第一章.md': `${ALTERED}\n`,
      'c/$(touch pwned).md': `${ALTERED}\n`,
      'c/d.md': `[@own，第9段]，${PAGE_TRAP}\n`,
      'texts/own.statement.md': '---\nid: own\ntitle: 甲\nlanguage: zh-CN\n---\n\n乙。\n',
      'known.json': '{"version": 1, "findings": []}',
    };
    const { code, out, err, folder } = await run(files, {
      files: '  a b\n\nc/*.md\n',
      exclude: 'a b/**\n',
      ...{ corpus: 'texts', settings: 'diagnostics.downstream=off\ndiagnostics.quoteAltered=hint\n' },
      ...{ severity: 'hint', baseline: 'known.json', sarif: 'out.sarif' },
    });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out.match(/title=[\w-]+/g)).toEqual(['title=quote-altered', 'title=no-such-passage']);
    expect(existsSync(path.join(folder.path, 'pwned'))).toBe(false);
    const log: unknown = JSON.parse(readFileSync(path.join(folder.path, 'out.sarif'), 'utf8'));
    expect(sarifProblems(log)).toEqual([]);
    expect(log).toMatchObject({ runs: [{ results: [{ level: 'note' }, { ruleId: 'no-such-passage' }] }] });
  });

  test('does without the shipped statements', async () => {
    const { code, out } = await run({ 'a.md': `[@${STABILITY}，第99段]\n` }, { 'default-corpus': 'false' });
    expect(code).toBe(0);
    expect(out).toContain('title=unknown-key');
  });
});

test('the hooks of pre-commit run what is there, over the files that are drafts', () => {
  const hooks = read('.pre-commit-hooks.yaml') as Readonly<Record<string, string>>[];
  expect(hooks.map(({ id }) => id)).toEqual(['pincite', 'pincite-fix']);
  for (const { entry = '', language, files = '', exclude = '' } of hooks) {
    expect(language).toBe('script');
    const script = path.join(repository, entry.split(' ')[0] ?? '');
    expect(readFileSync(script, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(statSync(script).mode & 0o111).toBe(0o111);
    const isDraft = (name: string): boolean =>
      new RegExp(files).test(name) && !new RegExp(exclude).test(name);
    expect(['a.md', 'b.qmd', 'c.Rmd', 'd.txt', 'e.statement.md', 'f.mdx'].map(isDraft)).toEqual([
      ...[true, true, true, false, false, false],
    ]);
  }
});
