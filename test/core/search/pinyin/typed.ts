// Pinyin as a person types it, against words as a corpus has them; patterns as one line of text.

import { fold } from '../../../../server/src/core/fold.ts';
import { loadReadings } from '../../../../server/src/core/search/pinyin/readings.ts';
import type { SoundElement } from '../../../../server/src/core/search/pinyin/sound-element.ts';
import {
  fitsAt,
  readSoundPatterns,
  type SoundPattern,
} from '../../../../server/src/core/search/pinyin/sound-pattern.ts';

export const readings = await loadReadings();

export function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

export function patternsOf(typed: string): readonly SoundPattern[] {
  return readSoundPatterns(fold(typed).text, readings);
}

/** Which of the patterns of what was typed fits a word from end to end; -1 if none does. */
export function rankOf(typed: string, word: string): number {
  const units = unitsOf(fold(word).text);
  return patternsOf(typed).findIndex(
    (pattern) =>
      pattern.elements.length === units.length && fitsAt(units, 0, units.length, pattern, readings),
  );
}

/** `zhan lu/lv 稳 d*`: syllables, a character, a syllable that begins with d. */
export function render({ elements }: SoundPattern): string {
  return elements.map(renderElement).join(' ');
}

function renderElement(element: SoundElement): string {
  if (element.kind === 'unit') return String.fromCharCode(element.unit);
  const syllables = readings.syllables.filter((_, id) => element.accepts[id] === 1).sort();
  return element.isWhole ? syllables.join('/') : `${commonStart(syllables)}*`;
}

/** ü counts as u where both fit. */
function commonStart(syllables: readonly string[]): string {
  const all = syllables.some((s) => s.startsWith('u', 1))
    ? syllables.map((s) => s.replace('v', 'u'))
    : syllables;
  const [first = ''] = all;
  let end = first.length;
  while (!all.every((syllable) => syllable.startsWith(first.slice(0, end)))) end--;
  return first.slice(0, end);
}
