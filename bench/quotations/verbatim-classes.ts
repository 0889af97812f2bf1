import { findPassage } from '../../server/src/core/passage.ts';
import { pick, type Random } from '../random.ts';
import { citedFor, type CaseClass } from './case.ts';
import { cutWords } from './cut.ts';
import {
  emphasised,
  halfWidth,
  otherMarks,
  spaced,
  traditional,
  withEllipsis,
  withInsertion,
} from './forms.ts';
import { isSpaced, type Material } from './material.ts';

/** The very words, as one writer or another would set them. */
export function verbatims(): CaseClass[] {
  return [
    verbatim('as it stands', (words) => words),
    verbatim('half-width marks', halfWidth, ['zh']),
    verbatim('traditional script', traditional, ['zh']),
    verbatim('marks of another style', otherMarks),
    verbatim('spaces and line breaks', spaced),
    verbatim('emphasis and escapes', emphasised),
    verbatim('first letter changed', firstLetter, ['en', 'ru']),
    verbatim('ellipsis', (words, random, material) => withEllipsis(words, random, isSpaced(material))),
    verbatim('insertion', (words, random, material) => withInsertion(words, random, isSpaced(material))),
    overTwoParagraphs(),
  ];
}

function verbatim(
  name: string,
  change: (words: string, random: Random, material: Material) => string,
  languages?: CaseClass['languages'],
): CaseClass {
  return {
    ...{ name, expected: 'verbatim', ...(languages && { languages }) },
    make: (material, random) => {
      const { source, text } = cutWords(material, random);
      return { words: change(text, random, material), sources: [source], cited: citedFor(source, random) };
    },
  };
}

/** The end of one paragraph and the beginning of the next, as a run of both is cited. */
function overTwoParagraphs(): CaseClass {
  return {
    ...{ name: 'over two paragraphs', expected: 'verbatim' },
    make: (material, random) => {
      const source = pick(random, material.paragraphs);
      const { statement } = source;
      const index = statement.paragraphs.findIndex(({ address }) => address === source.address);
      const [first, second] = [statement.paragraphs[index], statement.paragraphs[index + 1]];
      const parent = (address: string): string => address.replace(/\.?[^.]*$/, '');
      if (first === undefined || second === undefined || parent(first.address) !== parent(second.address))
        return undefined;
      const run = findPassage(statement, `${first.address}-${second.address}`);
      const words = `${first.text}\n\n${second.text}`.replace(/[*_]/g, '');
      return run && { words, sources: [source], cited: [run] };
    },
  };
}

function firstLetter(words: string): string {
  const first = words.charAt(0);
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  return other + words.slice(1);
}
