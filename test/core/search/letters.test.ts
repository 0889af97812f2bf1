import { describe, expect, test } from 'vitest';
import { createPassageIndex } from '../../../server/src/core/search/passage-index.ts';
import { statementEntry } from '../../../server/src/core/search/statement-entry.ts';
import { parseStatement } from '../../../server/src/core/statement/parse.ts';

function index(language: string, ...paragraphs: readonly string[]) {
  const source = `---\nid: text-${language}\ntitle: A text\nevent-date: 2020-01-01\nlanguage: ${language}\n---\n\n${paragraphs.join('\n\n')}\n`;
  const { statement } = parseStatement(`file:///text-${language}.statement.md`, source);
  if (statement === undefined) throw new Error('no statement');
  const made = createPassageIndex();
  made.put(statementEntry(statement));
  return made;
}

const english = index(
  'en',
  'The parties will start consultations.',
  'Every Party shall respect Article 5 of the Treaty.',
  'The Café Accords – naïve as they were – banned anti-ballistic missiles.',
  'Nuclear-weapon States reaffirm that a nuclear war cannot be won and must never be fought.',
);
const russian = index(
  'ru',
  'Стороны подтверждают всё сказанное о разоружении.',
  'Все государства несут ответственность за мир.',
  'Нестратегическое оружие и мой дом.',
);

/** Address and matched words. */
async function found(of: ReturnType<typeof index>, query: string): Promise<string[]> {
  const { hits } = await of.search(query, 9);
  return hits.map(
    ({ address, text, matches }) =>
      `${address}: ${matches.map(([start, end]) => text.slice(start, end)).join(' | ')}`,
  );
}

describe('texts in letters', () => {
  test.each([
    ['article 5', ['2: Article 5']],
    ['ARTICLE', ['2: Article']],
    ['cafe accords', ['3: Café Accords']],
    ['naive', ['3: naïve']],
    ['antiballistic', ['3: anti-ballistic']],
    ['nuclear weapon states', ['4: Nuclear-weapon States']],
    ['war nuclear', ['4: Nuclear | nuclear war']],
    ['nuclaer war', ['4: nuclear war']],
    ['reafirm that a nuclear war can not be one', ['4: reaffirm that a nuclear war cannot be won']],
  ])('%s → %j', async (query, expected) => {
    expect(await found(english, query)).toEqual(expected);
  });

  test('are found at the beginnings of words first, then within them', async () => {
    expect(await found(english, 'art')).toEqual(['2: art | Art', '1: art | art']);
    expect(await found(russian, 'страт')).toEqual(['3: страт']);
  });

  test.each([
    ['все', ['1: всё', '2: Все']],
    ['ВСЁ', ['1: всё', '2: Все']],
    ['мой', ['3: мой']],
    ['мои', []],
    ['разоружение', ['1: разоружени']],
  ])('%s → %j', async (query, expected) => {
    expect(await found(russian, query)).toEqual(expected);
  });
});
