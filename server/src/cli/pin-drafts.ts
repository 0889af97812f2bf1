import * as l10n from '@vscode/l10n';
import type { Draft } from '../service/draft.ts';
import { isRefusal } from '../service/refusal.ts';
import type { Service } from '../service/service.ts';
import type { CliHost, ExitCode } from './host.ts';

/** Writes the pins of drafts, and says on standard error what was written: exit code 2 if one cannot be pinned. */
export async function pinDrafts(
  host: Pick<CliHost, 'err'>,
  service: Pick<Service, 'pins'>,
  drafts: readonly { readonly draft: Draft; readonly name: string }[],
): Promise<ExitCode> {
  let code: ExitCode = 0;
  for (const { draft, name } of drafts) {
    const result = await service.pins.pin(draft);
    if (isRefusal(result)) {
      host.err(`pincite: ${name}: ${result.refused}\n`);
      code = 2;
    } else if (result.pins > 0) {
      host.err(
        `${l10n.t('{0}: {1} pinned, {2} of them new or changed.', name, String(result.pins), String(result.changed))}\n`,
      );
    }
  }
  return code;
}
