import { beforeAll, describe, expect, test } from 'vitest';
import { pincite } from './command.ts';

const WORLD = 'cn-ru-2017-world-situation';
const STABILITY = 'cn-ru-2025-global-strategic-stability';

interface Resolved {
  readonly raw: string;
  readonly key: string;
  readonly addresses: readonly string[];
  readonly locator: string;
  readonly problems: readonly { readonly code: string }[];
}

/** Every locator that must be read, with its address by its numbers alone. */
const locators: readonly (readonly [locator: string, addresses: readonly string[]])[] = [
  ['第四部分第3段', ['4.3']],
  ['第4部分第三段', ['4.3']],
  ['第四节', ['4']],
  ['第三条', ['3']],
  ['第12段', ['12']],
  ['第3—5段', ['3-5']],
  ['第3、5段', ['3', '5']],
  ['序言第1段', ['0.1']],
  ['§4 ¶3', ['4.3']],
  ['§ 4, ¶ 3', ['4.3']],
  ['§ 4', ['4']],
  ['¶ 3', ['3']],
  ['sec. 4, para. 3', ['4.3']],
  ['para. 3', ['3']],
  ['paras. 3-5', ['3-5']],
  ['section 4, paragraph 3', ['4.3']],
  ['art. 4', ['4']],
  ['разд. 4, абз. 3', ['4.3']],
  ['4.3', ['4.3']],
  ['四.3', ['4.3']],
  ['四（3）', ['4.3']],
];

/** Those that name a passage of the statement of 2017, which has sections. */
const inSections = new Set([
  '第四部分第3段',
  '第4部分第三段',
  '第四节',
  '第三条',
  '序言第1段',
  '§4 ¶3',
  '§ 4, ¶ 3',
  '§ 4',
  'sec. 4, para. 3',
]);
for (const locator of ['section 4, paragraph 3', 'art. 4', 'разд. 4, абз. 3', '4.3', '四.3', '四（3）'])
  inSections.add(locator);
/** Those that name a passage of the statement on strategic stability, which has none. */
const inParagraphs = new Set(['第12段', '第3—5段', '第3、5段', '¶ 3', 'para. 3', 'paras. 3-5']);

async function resolve(citations: readonly string[]): Promise<Resolved[]> {
  const { out } = await pincite(['resolve', '-', '--json'], { input: citations.join('\n\n') });
  return JSON.parse(out) as Resolved[];
}

describe.each([
  ['，', 'a full-width comma'],
  [', ', 'a comma'],
])('after %j', (comma) => {
  let unknown: Resolved[] = [];
  let world: Resolved[] = [];
  let stability: Resolved[] = [];
  beforeAll(async () => {
    const cite = (key: string): Promise<Resolved[]> =>
      resolve(locators.map(([locator]) => `见[@${key}${comma}${locator}]。`));
    [unknown, world, stability] = await Promise.all([cite('nobody'), cite(WORLD), cite(STABILITY)]);
  });

  test('every locator is found', () => {
    for (const found of [unknown, world, stability])
      expect(found.map(({ locator }) => locator)).toEqual(locators.map(([locator]) => locator));
  });

  test.each(locators.map(([locator, addresses], i) => ({ locator, addresses, i })))(
    '$locator',
    ({ locator, addresses, i }) => {
      const codes = (found: Resolved | undefined): unknown => found?.problems.map(({ code }) => code);
      expect([unknown[i]?.addresses, codes(unknown[i])]).toEqual([addresses, ['unknown-key']]);
      const missing = addresses.map(() => 'no-such-passage');
      expect([world[i]?.addresses, codes(world[i])]).toEqual([
        addresses,
        inSections.has(locator) ? [] : missing,
      ]);
      expect([stability[i]?.addresses, codes(stability[i])]).toEqual([
        addresses,
        inParagraphs.has(locator) ? [] : missing,
      ]);
    },
  );
});

describe('forms of a citation', () => {
  test.each<readonly [string, readonly (readonly [key: string, addresses: readonly string[]])[]]>([
    [`[@${WORLD}]`, [[WORLD, []]]],
    [`见 @${WORLD} 。`, [[WORLD, []]]],
    [`[见 @${WORLD}，第四部分第3段]`, [[WORLD, ['4.3']]]],
    [
      `[@${WORLD}，第四部分; @${STABILITY}，第12段]`,
      [
        [WORLD, ['4']],
        [STABILITY, ['12']],
      ],
    ],
    [`@${WORLD} [第四部分第3段]`, [[WORLD, ['4.3']]]],
    [`@${WORLD} [§ 4, ¶ 3]`, [[WORLD, ['4.3']]]],
    [`[-@${WORLD}, § 4]`, [[WORLD, ['4']]]],
    [`[@{${WORLD}}，第四部分]`, [[WORLD, ['4']]]],
    [`[@${WORLD}, {第四部分第3段}]`, [[WORLD, ['4.3']]]],
    [`文字[@${WORLD}，第四部分]文字`, [[WORLD, ['4']]]],
    [`\`[@${WORLD}]\` <info@${WORLD}>`, []],
  ])('%s', async (text, expected) => {
    expect((await resolve([text])).map(({ key, addresses }) => [key, addresses])).toEqual(expected);
  });
});
