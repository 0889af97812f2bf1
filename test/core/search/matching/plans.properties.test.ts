import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../../server/src/core/fold.ts';
import { END } from '../../../../server/src/core/search/index/postings.ts';
import { countUnits, type Segment } from '../../../../server/src/core/search/index/segment.ts';
import { writeSegment } from '../../../../server/src/core/search/index/segment-writer.ts';
import { atOnce } from '../../../../server/src/core/search/index/slices.ts';
import { writeSounds } from '../../../../server/src/core/search/index/sounds.ts';
import type { Matcher } from '../../../../server/src/core/search/matching/matcher.ts';
import { planTerm } from '../../../../server/src/core/search/matching/matcher.ts';
import { createPhraseMatcher } from '../../../../server/src/core/search/matching/phrase-matcher.ts';
import { createSoundMatcher } from '../../../../server/src/core/search/matching/sound-matcher.ts';
import { readSoundPatterns } from '../../../../server/src/core/search/pinyin/sound-pattern.ts';
import { entry } from '../entries.ts';
import { readings } from '../pinyin/typed.ts';

function segmentOf(texts: readonly string[]): Segment {
  return atOnce(
    writeSegment([{ kind: 'entry', entry: entry({ key: 'k', sections: [[undefined, texts]] }) }]),
  );
}

function planned(matchers: readonly Matcher[], segment: Segment): number[] {
  const plan = planTerm(matchers, segment);
  const units: number[] = [];
  const walked = plan.cursor();
  for (let { unit } = walked; unit !== END; unit = walked.next()) units.push(unit);
  if (plan.estimate === 0) expect(units).toEqual([]);
  return units;
}

/** A plan may lead to a unit in vain, but leaves out none in which the matcher finds something. */
function check(matchers: readonly Matcher[], segment: Segment): void {
  const { text, starts } = segment;
  const units = Array.from({ length: countUnits(segment) }, (_, unit) => unit);
  const holding = units.filter((unit) =>
    matchers.some((matcher) => matcher.find(text, starts[unit] ?? 0, starts[unit + 1] ?? 0) >= 0),
  );
  const led = planned(matchers, segment);
  expect(led.filter((unit) => !units.includes(unit))).toEqual([]);
  expect(led).toEqual([...new Set(led)].sort((a, b) => a - b));
  expect(holding.filter((unit) => !led.includes(unit))).toEqual([]);
}

const character = fc.constantFrom(...Array.from('战略稳定西安重行1203abcgx'));
const texts = fc.array(fc.string({ unit: character, maxLength: 12 }), { maxLength: 12 });

describe('a plan leaves out nothing', () => {
  test('that holds a phrase', () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.string({ unit: character, minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
        (all, phrases) => {
          check(
            phrases.map((phrase) => createPhraseMatcher(fold(phrase).text)),
            segmentOf(all),
          );
        },
      ),
      { numRuns: 250 },
    );
  });

  test('that sounds as was typed, alone or beside letters, digits and characters', () => {
    const typed = fc.string({
      unit: fc.constantFrom(
        ...Array.from('战略西1203abcgx'),
        'zhan',
        'lve',
        'z',
        'l',
        'wen',
        'ding',
        'x',
        'xi',
        'an',
        'hang',
        'er',
        's',
      ),
      minLength: 1,
      maxLength: 5,
    });
    let patterns = 0;
    fc.assert(
      fc.property(texts, typed, (all, query) => {
        const segment = segmentOf(all);
        const sounds = atOnce(writeSounds(segment, readings));
        for (const pattern of readSoundPatterns(query, readings)) {
          patterns++;
          check([createSoundMatcher(pattern, { readings, sounds: () => sounds })], segment);
        }
      }),
      { numRuns: 250 },
    );
    expect(patterns).toBeGreaterThan(500);
  });

  test('where letters that stand in the text come before what sounds', () => {
    const segment = segmentOf(['abc1航', 'abc12航', 'x1航', 'g20峰会']);
    const sounds = atOnce(writeSounds(segment, readings));
    for (const query of ['abc1h', 'abc12hang', 'x1h', 'g20fenghui', 'g20f']) {
      const matchers = readSoundPatterns(query, readings).map((pattern) =>
        createSoundMatcher(pattern, { readings, sounds: () => sounds }),
      );
      check(matchers, segment);
      expect(planned(matchers, segment)).not.toEqual([]);
    }
  });

  test('where there are more lists than are put together', () => {
    // Some of 200 characters after each other one.
    const rare = Array.from({ length: 200 }, (_, i) => String.fromCharCode(0x4e00 + i * 97));
    const segment = segmentOf(
      Array.from({ length: 3000 }, (_, i) =>
        rare.map((each, j) => ((i * j) % 7 === 0 ? `战${each}a${each}` : '')).join(''),
      ),
    );
    for (const phrase of ['战', 'a', '略', `战${rare[7] ?? ''}`])
      check([createPhraseMatcher(phrase)], segment);
    const sounds = atOnce(writeSounds(segment, readings));
    for (const query of ['zhan', 'z', 'zh', 'zy', 'zhanyi'])
      for (const pattern of readSoundPatterns(query, readings))
        check([createSoundMatcher(pattern, { readings, sounds: () => sounds })], segment);
  });
});
