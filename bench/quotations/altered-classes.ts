import type { Random } from '../random.ts';
import { citedFor, type CaseClass } from './case.ts';
import { cutClauses, cutWords, standsSomewhere } from './cut.ts';
import { add, changeMark, leaveOut, replaceWord, substitute } from './damage.ts';
import { traditional, withEllipsis } from './forms.ts';
import { isSpaced, type Material } from './material.ts';

type Make = (words: string, material: Material, random: Random) => string | undefined;

/** Words that are changed in a known way; with the place that they are from, or without any citation. */
export function alterations(isUncited: boolean): CaseClass[] {
  const altered = (name: string, change: Make, languages?: CaseClass['languages']): CaseClass => ({
    ...{ name, expected: 'altered', isUncited, ...(languages && { languages }) },
    make: (material, random) => {
      const { source, text } = cutWords(material, random);
      const words = change(text, material, random);
      if (words === undefined || standsSomewhere(material, words)) return undefined;
      return { words, sources: [source], cited: isUncited ? [] : citedFor(source, random) };
    },
  });
  const ofClauses = (
    name: string,
    count: number,
    change: (parts: string[], marks: string[]) => string,
  ): CaseClass => ({
    ...{ name, expected: 'altered', isUncited },
    make: (material, random) => {
      const { source, clauses, marks } = cutClauses(material, random, count, isSpaced(material) ? 12 : 5);
      const words = change([...clauses], [...marks]);
      if (standsSomewhere(material, words)) return undefined;
      return { words, sources: [source], cited: isUncited ? [] : citedFor(source, random) };
    },
  });
  return [
    altered('one character replaced', substitute),
    altered('one character added', add),
    altered('one character left out', leaveOut),
    altered('one word replaced', replaceWord),
    {
      ...altered('one mark changed', changeMark),
      make: (material, random) => {
        const { source, text } = cutWords(material, random);
        const words = changeMark(text, material, random);
        return words === undefined
          ? undefined
          : { words, sources: [source], cited: isUncited ? [] : citedFor(source, random) };
      },
    },
    altered(
      'traditional, one replaced',
      (words, material, random) => traditional(substitute(words, material, random), random),
      ['zh'],
    ),
    altered('ellipsis, one replaced', (words, material, random) => {
      const cut = withEllipsis(words, random, isSpaced(material));
      // Of the first piece one inside: what is left out is not seen.
      const [first = ''] = cut.split(/[^\p{L}\p{N}]*(?:…|\.{3}|[[（［]| \. \.)/u);
      return first.length < 4 ? undefined : substitute(first, material, random) + cut.slice(first.length);
    }),
    ofClauses('one clause left out', 3, ([a = '', , c = ''], [, mark = '']) => a + mark + c),
    ofClauses(
      'two clauses swapped',
      3,
      ([a = '', b = '', c = ''], [one = '', two = '']) => b + one + a + two + c,
    ),
  ];
}
