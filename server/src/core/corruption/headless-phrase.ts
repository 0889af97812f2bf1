import { isChinese } from '../script.ts';
import type { Statement } from '../statement/model.ts';
import type { Sign } from './sign.ts';

/** `在内` as the end of a phrase, not of a word: not 在内部, 在内政问题上. */
const INSIDE = /在内(?=[的，。；、）,;)])/g;
const INCLUDES = /包括|包含|涵盖|涉及|连同|囊括|[含连算]/;
/** How far before `在内` the word may stand that leads to it: the longest list of the shipped texts takes 15 characters. */
const LONGEST_LIST = 300;

/** `……在内的` that no `包括` leads to: grammar needs both, so the beginning of the phrase has been lost. */
export function headlessPhrases({ metadata, source, paragraphs }: Statement): Sign[] {
  if (!isChinese(metadata.language)) return [];
  return paragraphs.flatMap(({ span, address }) =>
    [...source.slice(span.start, span.end).matchAll(INSIDE)].flatMap((match): Sign[] => {
      const start = span.start + match.index;
      const sentence = source
        .slice(Math.max(span.start, start - LONGEST_LIST), start)
        .split(/[。！？]/)
        .at(-1);
      if (INCLUDES.test(sentence ?? '')) return [];
      // The words before it belong to what was lost, so they are marked as well.
      const clause =
        /[^，。；：、,;:]*$/.exec(source.slice(Math.max(span.start, start - 40), start))?.[0] ?? '';
      return [
        {
          kind: 'spliced-sentence',
          span: { start: start - clause.length, end: start + match[0].length },
          address,
          reasonValues: { words: match[0], needs: '包括' },
        },
      ];
    }),
  );
}
