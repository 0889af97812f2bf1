import type { Command } from 'commander';
import type { Draft } from '../../service/draft.ts';
import type { Refusal } from '../../service/refusal.ts';
import type { Service } from '../../service/service.ts';
import type { CliHost } from '../host.ts';

/** Something that an option of its own makes of `pincite check`. */
export interface CheckExtension {
  /** Adds its options to the command. */
  readonly addTo: (command: Command) => void;
  /**
   * Does it with a draft that was read from a file, before that is checked. A refusal is written to standard error, and
   * the exit code is 2; the draft is checked nevertheless.
   */
  readonly beforeCheck: (
    draft: Draft,
    context: {
      readonly service: Service;
      readonly host: CliHost;
      /** As the command has read them. */
      readonly options: Readonly<Record<string, unknown>>;
    },
  ) => Promise<Refusal | undefined>;
}
