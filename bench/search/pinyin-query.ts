import { pinyin } from 'pinyin-pro';
import { pick } from '../random.ts';
import type { Cutter } from './cut.ts';
import type { Query } from './query.ts';

type Manner = (word: string, cutter: Cutter) => string;

/** The manners of writing Chinese words in Latin letters, or partly so. */
const manners: Readonly<Record<string, Manner>> = {
  initials: (word) => syllables(word).map(initial).join(''),
  'full, joined': (word, { random }) => pick(random, [syllables, typed])(word).join(''),
  'full, spaced': (word) => typed(word).join(' '),
  'full, with tones': (word) => pinyin(word, { type: 'array', toneSandhi: false }).join(' '),
  'mixed with Han': (word, { random }) => {
    const at = 1 + random(word.length - 1);
    const latin = pinyin(word, { type: 'array', toneType: 'none', v: true });
    const rest = pick(random, [latin.slice(at).join(''), latin.slice(at).map(initial).join('')]);
    return pick(random, [word.slice(0, at) + rest, latin.slice(0, at).join('') + word.slice(at)]);
  },
};

/** The first words of a clause, two to four characters; four where nothing but initials is typed. */
export function pinyinQuery(cutter: Cutter): Omit<Query, 'class'> {
  const manner = pick(cutter.random, Object.keys(manners));
  const least = manner === 'initials' ? 4 : 2;
  for (;;) {
    const { source, text } = cutter.opening(least, 4);
    const write = manners[manner];
    if (write === undefined || !syllables(text).every((each) => /^[a-zü]+$/.test(each))) continue;
    return { manner, source, text: write(text, cutter), words: [text] };
  }
}

function syllables(word: string): string[] {
  return pinyin(word, { type: 'array', toneType: 'none' });
}

/** As it comes from a keyboard without ü. */
function typed(word: string): string[] {
  return pinyin(word, { type: 'array', toneType: 'none', v: true });
}

function initial(syllable: string): string {
  return syllable.slice(0, 1);
}
