import { describe, expect, test } from 'vitest';
import { loadReadings } from '../../../../server/src/core/search/pinyin/readings.ts';
import { readings } from './typed.ts';

function readingsOf(character: string): string {
  const unit = character.charCodeAt(0);
  const main = (readings.main[unit] ?? 0) - 1;
  const ids = readings.several(unit) ?? (main < 0 ? [] : [main]);
  expect(ids[0] ?? -1).toBe(main);
  return ids.map((id) => readings.syllables[id]).join(' ');
}

function initialsOf(character: string): string {
  const mask = readings.initials[character.charCodeAt(0)] ?? 0;
  return Array.from('abcdefghijklmnopqrstuvwxyz')
    .filter((_, i) => (mask & (1 << i)) !== 0)
    .join('');
}

describe('readings', () => {
  test.each([
    ['战', 'zhan', 'z'],
    ['略', 'lve', 'l'],
    ['重', 'zhong chong', 'cz'],
    ['行', 'xing hang heng', 'hx'],
    ['会', 'hui kuai', 'hk'],
    ['率', 'lv shuai', 'ls'],
    ['女', 'nv ru', 'nr'],
    ['两', 'liang', 'l'],
    ['不', 'bu fou', 'bf'],
    ['好', 'hao', 'h'],
    ['欸', 'ai ei e', 'ae'],
    ['戰', 'zhan', 'z'],
  ])('%s is read %s', (character, spoken, initials) => {
    expect(readingsOf(character)).toBe(spoken);
    expect(initialsOf(character)).toBe(initials);
  });

  test('digits are read as the Han digits that are folded to them', () => {
    expect(Array.from('0123456789', readingsOf)).toEqual('ling yi er san si wu liu qi ba jiu'.split(' '));
  });

  test('nothing else has a reading', () => {
    for (const character of 'aZ，。 é\0\ud83d\uffff龿') {
      expect(readingsOf(character)).toBe('');
      expect(initialsOf(character)).toBe('');
    }
  });

  test('syllables are toneless and there are as many as Chinese has', () => {
    expect(readings.syllables.every((syllable) => /^[a-z]{1,6}$/.test(syllable))).toBe(true);
    expect(new Set(readings.syllables).size).toBe(readings.syllables.length);
    expect(readings.syllables.length).toBeGreaterThan(400);
    expect(readings.syllables.length).toBeLessThan(430);
  });

  test('no character has more initials than a gram has room for', () => {
    const most = Math.max(...readings.initials.map((mask) => mask.toString(2).replaceAll('0', '').length));
    expect(most).toBe(4);
  });

  test('they are loaded once', () => {
    expect(loadReadings()).toBe(loadReadings());
  });
});
