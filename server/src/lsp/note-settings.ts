import type { NoteSettings } from '../service/note-settings.ts';
import { locate } from './roots.ts';
import type { Settings } from './settings.ts';

/** How notes are formatted, with the CSL file found: absolute, from `~`, or relative to a workspace folder. */
export function noteSettingsOf(
  { citationStyle, csl, pandocPath }: Settings,
  workspaceFolders: readonly string[],
  home: string,
): NoteSettings {
  const command = pandocPath.replace(/^~(?=[/\\])/, () => home);
  const settings = { style: citationStyle, pandocPath: command };
  if (csl === '') return settings;
  return {
    ...settings,
    csl: { asked: csl, uris: locate(csl, workspaceFolders, home), setting: '“pincite.csl”' },
  };
}
