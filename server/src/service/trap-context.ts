import { fold } from '../core/fold.ts';
import { foldedTitles } from '../core/citation/title-names.ts';
import type { TrapContext } from '../core/citation/downstream/trap.ts';
import type { Draft } from './draft.ts';
import { draftLanguage } from './draft-language.ts';
import type { Library } from './library.ts';

/** What the forms of a draft's citations are judged by. */
export function trapContext({ corpus }: Pick<Library, 'corpus'>, draft: Draft): TrapContext {
  const language = draftLanguage(draft);
  return {
    statement: (key) => corpus.byKey(key),
    keyOfTitle: (title) => {
      const name = fold(title).text;
      const [only, ...others] = corpus.statements().filter((each) => foldedTitles(each).includes(name));
      return others.length > 0 ? undefined : only?.key;
    },
    ...(language === undefined ? {} : { language }),
  };
}
