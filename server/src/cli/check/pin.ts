import * as l10n from '@vscode/l10n';
import { lastPart } from '../../service/file-name.ts';
import { isRefusal } from '../../service/refusal.ts';
import type { CheckExtension } from './extension.ts';

/** `--pin`: notes beside each draft what it cites, so that a later check tells what has changed since. */
export const pinning: CheckExtension = {
  addTo: (command) => {
    command.option('--pin', l10n.t('note beside each file what it cites, and accept what has changed since'));
  },
  beforeCheck: async (draft, { service, host, options }) => {
    if (options['pin'] !== true) return undefined;
    const result = await service.pins.pin(draft);
    if (isRefusal(result)) return result;
    const { uri, pins, changed } = result;
    if (pins > 0) {
      const name = lastPart(uri);
      host.err(
        `${l10n.t('{0}: {1} pinned, {2} of them new or changed', name, String(pins), String(changed))}\n`,
      );
    }
    return undefined;
  },
};
