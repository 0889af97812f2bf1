import pairs from 'opencc-js/dict/STCharacters';
import { createRandom, pick, seedOf, shuffled } from '../random.ts';
import { clausesOf, createCutter, type Cut, type Cutter } from './cut.ts';
import type { Corpus } from './generate.ts';
import { numeralQuery } from './numeral-query.ts';
import { pinyinQuery } from './pinyin-query.ts';
import { queryClasses, type Query, type QueryClass } from './query.ts';
import { stripped } from './stripped.ts';

type Draft = Omit<Query, 'class'>;

/** So many queries of a class for the first `size` paragraphs of a corpus. */
export function queriesOf(
  name: QueryClass,
  corpus: Corpus,
  size: number,
  count: number,
  seed: number,
): readonly Query[] {
  const random = createRandom(seedOf(seed, size, queryClasses.indexOf(name)));
  const cutter = createCutter(corpus, size, random);
  return Array.from({ length: count }, () => ({ class: name, ...drafts[name](cutter) }));
}

const drafts: Readonly<Record<QueryClass, (cutter: Cutter) => Draft>> = {
  exact: (cutter) => draft(cutter.within(6, 16)),
  typing: (cutter) => {
    const { source, text } = cutter.within(6, 16);
    const prefix = text.slice(0, 1 + cutter.random(6));
    return { source, text: prefix, words: [stripped(prefix)] };
  },
  terms: termsQuery,
  width: widthQuery,
  traditional: (cutter) => {
    const cut = cutter.within(6, 16);
    return { ...draft(cut), text: [...cut.text].map((each) => traditional.get(each) ?? each).join('') };
  },
  numeral: numeralQuery,
  typo: (cutter) => {
    const cut = cutter.within(4, 12);
    return { ...draft(cut), text: withErrors(cut.text, 1, cutter) };
  },
  quotation: (cutter) => {
    const { id, text } = cutter.paragraph();
    const length = Math.min(60 + cutter.random(61), text.length);
    const start = cutter.random(text.length - length + 1);
    const cut = { source: id, text: text.slice(start, start + length).replace(/^\P{L}+|\P{L}+$/gu, '') };
    const errors = Math.round((cut.text.length * (30 + cutter.random(21))) / 1000);
    return { ...draft(cut), text: withErrors(cut.text, errors, cutter) };
  },
  pinyin: pinyinQuery,
};

/** Of several traditional forms the first, which is the usual one. */
const traditional = new Map(
  pairs.split('|').map((pair) => [...pair.split(' ').slice(0, 2)] as [string, string]),
);

function draft({ source, text }: Cut): Draft {
  return { source, text, words: [stripped(text)] };
}

/** Two or three words of a paragraph that do not touch, in any order. */
function termsQuery(cutter: Cutter): Draft {
  const { random } = cutter;
  for (;;) {
    const { id, text } = cutter.paragraph();
    const runs = text.match(/\p{Script=Han}{6,}/gu) ?? [];
    const count = 2 + random(2);
    if (runs.length < count) continue;
    const words = shuffled(random, runs)
      .slice(0, count)
      .map((run) => {
        const length = 2 + random(3);
        const start = random(run.length - length + 1);
        return run.slice(start, start + length);
      });
    return { source: id, text: words.join(' '), words };
  }
}

/** Half of these reach over the end of a clause; what is no word is written otherwise, left out or put in. */
function widthQuery(cutter: Cutter): Draft {
  const { random } = cutter;
  const cut = random(2) === 0 ? cutter.within(6, 16) : acrossClauses(cutter);
  const isFullWidth = random(2) === 0;
  const text = [...cut.text]
    .map((character) => {
      if (/[0-9A-Za-z]/.test(character))
        return isFullWidth ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character;
      if (/[\p{L}\p{N}]/u.test(character)) return character;
      return pick(random, ['', HALF_WIDTH[character] ?? '', '、', '，']);
    })
    .join('');
  const words = [stripped(cut.text)];
  if (text !== cut.text) return { source: cut.source, text, words };
  const at = 2 + random(text.length - 3);
  const quoted = `${text.slice(0, at)}${pick(random, ['“', '"', '，', ',', '·', '「', '-'])}${text.slice(at)}`;
  return { source: cut.source, text: quoted, words };
}

const HALF_WIDTH: Readonly<Record<string, string>> = {
  ...{ '，': ',', '；': ';', '。': '.', '、': ',', '：': ':', '“': '"', '”': '"' },
  ...{ '（': '(', '）': ')', '《': '<', '》': '>' },
};

function acrossClauses({ random, paragraph }: Cutter): Cut {
  for (;;) {
    const { id, text } = paragraph();
    const ends = clausesOf(text)
      .slice(0, -2)
      .reduce<number[]>((all, clause) => [...all, (all.at(-1) ?? -1) + 1 + clause.length], []);
    const end = pick(random, ends);
    const cut = text.slice(Math.max(0, end - 3 - random(5)), end + 4 + random(5));
    if (/^[\p{L}\p{N}].*[\p{L}\p{N}]$/u.test(cut)) return { source: id, text: cut };
  }
}

const SHORTEST = 4;

/** Characters that are wrong, missing or too many, each at another place and not at the ends. */
function withErrors(text: string, errors: number, cutter: Cutter): string {
  const { random } = cutter;
  const characters = [...text];
  const inner = shuffled(
    random,
    Array.from({ length: characters.length - 2 }, (_, i) => i + 1),
  );
  for (const at of inner.slice(0, errors)) {
    const character = characters[at] ?? '';
    const other = cutter.character();
    const strange = other === text[at] ? '甲' : other;
    // What is typed keeps four characters: fewer do not say what was meant.
    const wrong = [strange, character + strange, ...(text.length > SHORTEST ? [''] : [])];
    characters[at] = pick(random, wrong);
  }
  return characters.join('');
}
