import type { Refusal } from '../service/refusal.ts';
import type { CliHost, ExitCode } from './host.ts';

/** `KEY#ADDRESS` taken apart; the address is empty where there is none. A leading `@` is left out. */
export function readTarget(text: string): { readonly key: string; readonly address: string } {
  const [key = '', ...address] = text.replace(/^@/, '').split('#');
  return { key, address: address.join('#') };
}

/** Says why nothing can be shown: one line, exit code 2. */
export function refuse(host: CliHost, { refused }: Refusal): ExitCode {
  host.err(`pincite: ${refused}\n`);
  return 2;
}
