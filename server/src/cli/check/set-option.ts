import * as l10n from '@vscode/l10n';
import { InvalidArgumentError } from 'commander';
import {
  checkSettingNames,
  defaultCheckSettings,
  levels,
  readCheckSettings,
  type CheckSettings,
} from '../../service/check-settings.ts';

/** `--set NAME=VALUE`, with the names that the settings of the editor have, with or without `pincite.` before them. */
export function readSetting(
  argument: string,
  previous: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, unknown> {
  const [, name = '', value = ''] = /^(?:pincite\.)?([^=]*)=(.*)$/.exec(argument) ?? [];
  const kind = checkSettingNames.get(name);
  if (kind === undefined) {
    const names = [...checkSettingNames.keys()].join(', ');
    throw new InvalidArgumentError(l10n.t('It should be NAME=VALUE with one of these names: {0}.', names));
  }
  if (kind === 'level' && !levels.some((level) => level === value))
    throw new InvalidArgumentError(l10n.t('{0} should be one of: {1}.', name, levels.join(', ')));
  if (kind === 'count' && !/^[1-9]\d{0,3}$/.test(value))
    throw new InvalidArgumentError(l10n.t('{0} should be a whole number above zero.', name));
  return new Map(previous).set(name, kind === 'count' ? Number(value) : value);
}

export function settingsOf(set: ReadonlyMap<string, unknown>): CheckSettings {
  return readCheckSettings((name) => set.get(name), defaultCheckSettings);
}
