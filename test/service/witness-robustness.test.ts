import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDraft } from '../../server/src/service/draft.ts';
import { withChanges } from '../../server/src/core/statement/front-matter-edit.ts';
import { sources, trade, TRADE, tradeWorld } from './trade-corpus.ts';

const B = 'file:///corpus/sources/two.txt';
const words = [
  '\n',
  '---\n',
  '- ',
  '[',
  '}',
  '"',
  ': ',
  '三',
  '。',
  '',
  '\t',
  '#',
  '|',
  '𠮷',
  '\ud800',
  '99999999',
];

/** A text with some stretches of it replaced, at places from 0 to 1. */
const damaged = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), fc.constantFrom(...words)), {
      maxLength: 4,
    })
    .map((cuts) =>
      cuts.reduce((current, [place, length, word]) => {
        const start = Math.floor(place * current.length);
        const end = Math.min(start + length, current.length);
        return withChanges(current, [{ span: { start, end }, text: word }]);
      }, text),
    );

test('nothing that stands in a statement or a source makes its features fail', async () => {
  await fc.assert(
    fc.asyncProperty(damaged(trade), damaged(sources[B]), fc.nat(2000), async (text, source, place) => {
      const { service } = await tradeWorld({ [TRADE]: text, [B]: source });
      const draft = createDraft(TRADE, text);
      const at = draft.lines.positionAt(place % (text.length + 1));
      await service.hover(draft, place % (text.length + 1), { maxCharacters: 99 });
      await service.diagnostics(draft, { unknownKey: 'off', doubtfulPlaces: 'information' });
      await service.provenance('trade', '1');
      await service.witnessText('trade', '', 'B');
      const actions = await service.actions(TRADE, { start: at, end: at }, { snippets: true });
      for (const { edits } of actions) expect(edits.length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});
