import * as l10n from '@vscode/l10n';
import type { CslStyle } from './csl-style.ts';
import type { Machine } from './machine.ts';
import type { Pandoc, PandocOutcome } from './pandoc.ts';
import { isNode, listOf } from './pandoc-inlines.ts';
import { isRefusal, type Refusal } from './refusal.ts';

export type CslMachine = Pick<Machine, 'files' | 'pandoc' | 'warn'>;

/** The blocks of Pandoc's JSON tree. */
export interface Blocks {
  readonly blocks: readonly unknown[];
}

/** A citation takes some tenths of a second; whoever waits longer is better told. */
const TIMEOUT_MS = 10_000;
const MOST_AT_ONCE = 4;
const MOST_REMEMBERED = 500;

/** What the user's Pandoc makes of a Markdown document with a CSL style. The same is asked once. */
export function runCiteproc(
  machine: CslMachine,
  pandocPath: string,
  style: CslStyle,
  document: string,
): Promise<Blocks | Refusal> {
  const memory = memoryOf(machine);
  const question = [pandocPath, style.uri, style.text, document].join('\0');
  const known = memory.answers.get(question);
  if (known !== undefined) return known;
  const answer = inTurn(memory, () => ask(machine, pandocPath, style, document));
  memory.answers.set(question, answer);
  for (const oldest of memory.answers.keys()) {
    if (memory.answers.size <= MOST_REMEMBERED) break;
    memory.answers.delete(oldest);
  }
  void answer.then((given) => {
    // The user mends what is wrong, and asks again.
    if (isRefusal(given)) memory.answers.delete(question);
  });
  return answer;
}

interface Memory {
  readonly answers: Map<string, Promise<Blocks | Refusal>>;
  readonly waiting: (() => void)[];
  running: number;
}

const memories = new WeakMap<CslMachine, Memory>();

function memoryOf(machine: CslMachine): Memory {
  const known = memories.get(machine) ?? { answers: new Map(), waiting: [], running: 0 };
  memories.set(machine, known);
  return known;
}

/** Some programs at a time: a draft may have hundreds of citations. */
async function inTurn<Result>(memory: Memory, work: () => Promise<Result>): Promise<Result> {
  if (memory.running >= MOST_AT_ONCE) await new Promise<void>((go) => memory.waiting.push(go));
  else memory.running++;
  try {
    return await work();
  } finally {
    const next = memory.waiting.shift();
    if (next === undefined) memory.running--;
    else next();
  }
}

async function ask(
  { pandoc = notHere, warn }: CslMachine,
  command: string,
  style: CslStyle,
  input: string,
): Promise<Blocks | Refusal> {
  const outcome = await pandoc({
    command,
    args: ['--from=markdown-smart', '--to=json', '--citeproc', { option: '--csl', uri: style.uri }],
    input,
    timeoutMs: TIMEOUT_MS,
  });
  const errors = 'errors' in outcome ? outcome.errors.trim() : '';
  if (errors !== '') warn?.('pandoc.said', { command, style: style.uri, errors });
  if (outcome.kind !== 'done') return { refused: refusalOf(outcome, command, style) };
  const blocks = blocksOf(outcome.output);
  return blocks ?? { refused: notUnderstood(command) };
}

/** On a machine that starts no programs. */
const notHere: Pandoc = () => Promise.resolve({ kind: 'missing', reason: 'ENOENT' });

function blocksOf(output: string): Blocks | undefined {
  try {
    const tree: unknown = JSON.parse(output);
    if (typeof tree !== 'object' || tree === null || !('blocks' in tree)) return undefined;
    const blocks = listOf(tree.blocks);
    return blocks.length > 0 && blocks.every(isNode) ? { blocks } : undefined;
  } catch {
    return undefined;
  }
}

function notUnderstood(command: string): string {
  return l10n.t(
    'What “{0}” answered is not from Pandoc. Set “pincite.pandocPath” (--pandoc on the command line) to your Pandoc.',
    command,
  );
}

function refusalOf(
  outcome: Exclude<PandocOutcome, { kind: 'done' }>,
  command: string,
  { uri }: CslStyle,
): string {
  switch (outcome.kind) {
    case 'missing':
      return l10n.t(
        'Pandoc, which a CSL file needs, cannot be started as “{0}” ({1}). Install it from pandoc.org, or set “pincite.pandocPath” (--pandoc on the command line) to where it is.',
        command,
        outcome.reason,
      );
    case 'timeout':
      return l10n.t(
        '“{0}” did not answer within {1} seconds and was stopped. Try again, or correct “pincite.pandocPath” (--pandoc on the command line).',
        command,
        String(TIMEOUT_MS / 1000),
      );
    case 'too-much':
      return notUnderstood(command);
    case 'failed': {
      if (/unknown option.*--citeproc/i.test(outcome.errors)) {
        return l10n.t('“{0}” is too old for CSL files. Install Pandoc 2.11 or later.', command);
      }
      const [reason = ''] = outcome.errors.trim().split(/\s*\n\s*/);
      const file = decodeURIComponent(uri.split('/').at(-1) ?? '');
      return l10n.t(
        '“{0}” cannot format with {1}: {2} Check the CSL file and “pincite.pandocPath” (--pandoc on the command line).',
        command,
        file,
        reason === '' ? l10n.t('exit code {0}.', String(outcome.code)) : sentence(reason),
      );
    }
    case 'cancelled':
      return l10n.t('Pandoc was stopped.');
  }
}

function sentence(text: string): string {
  const words = text.length > 300 ? `${text.slice(0, 300)}…` : text;
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
