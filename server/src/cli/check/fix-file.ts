import * as l10n from '@vscode/l10n';
import type { CheckSettings } from '../../service/check-settings.ts';
import { createDraft, type Draft } from '../../service/draft.ts';
import type { Refusal } from '../../service/refusal.ts';
import type { Service } from '../../service/service.ts';
import type { CliHost } from '../host.ts';
import type { DraftFile } from '../read-drafts.ts';

/** Makes the safe changes of a file and writes it; tells on standard error what was fixed. Gives the draft as it is then. */
export async function fixFile(
  host: CliHost,
  service: Service,
  file: DraftFile,
  settings: CheckSettings,
  { wording }: { readonly wording: boolean },
): Promise<Draft | Refusal> {
  const { uri, name, hasMark, stamp } = file;
  const before = createDraft(uri, file.text);
  const { draft, fixed } = await service.checks.fix(before, settings, { wording });
  if (draft === before) return draft;
  if (stamp !== undefined && (await host.files.stamp(uri)) !== stamp)
    return { refused: l10n.t('{0} has changed meanwhile, and is left as it is. Fix it again.', name) };
  const reason = await host.writeFile?.(uri, `${hasMark ? '\ufeff' : ''}${draft.text}`);
  if (reason !== undefined)
    return {
      refused: l10n.t('{0} cannot be written ({1}). Check the permissions of its folder.', name, reason),
    };
  const counts = [...fixed].map(([code, count]) => `${code} ${String(count)}`).join(l10n.t(', '));
  host.err(`${l10n.t('{0}: fixed: {1}', name, counts)}\n`);
  return draft;
}
