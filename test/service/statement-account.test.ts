import { describe, expect, test } from 'vitest';
import { createDraft } from '../../server/src/service/draft.ts';
import { trade, TRADE, tradeWorld } from './trade-corpus.ts';
import { createWorld, show } from './workspace.ts';

/** What is wrong with the statement: the words that are marked, and the code. */
async function check(text: string, changed: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { service } = await tradeWorld({ ...changed, [TRADE]: text });
  const draft = createDraft(TRADE, text);
  const findings = await service.diagnostics(draft, { unknownKey: 'off', doubtfulPlaces: 'off' });
  return findings.map(({ range, code, severity }) => {
    const words = text.slice(draft.lines.offsetAt(range.start), draft.lines.offsetAt(range.end));
    return `${severity} ${code} ${words}`;
  });
}

describe('what the corpus check has against a statement file', () => {
  test('is nothing for a sound one', async () => {
    expect(await check(trade)).toEqual([]);
  });

  test('shows where a character is none of any witness', async () => {
    expect(await check(trade.replace('开放三个口岸，并', '开放三个品岸，并'))).toContain(
      'error text-not-carried 品',
    );
  });

  test('shows at the line of the front matter that causes it', async () => {
    expect(await check(trade.replace('source: two.txt', 'source: three.txt'))).toContain(
      'error witness-source-missing three.txt',
    );
    expect(await check(trade.replace('[[1, 4]]', '[[1, 40]]'))).toContain(
      'error witness-out-of-range [1, 40]',
    );
    expect(await check(trade.replace('研究and办理', '研究AND办理'))).toContain(
      'error emendation-witness 研究AND办理',
    );
    const other = trade
      .replace('id: trade', 'id: other')
      .replace(/ {2}- \{siglum: A.*\n/, '')
      .replace('[[1, 4]]', '[[4, 4]]');
    const claimed = await check(trade, { 'file:///corpus/statements/a.statement.md': other });
    expect(claimed.every((each) => each.startsWith('error source-claimed-twice'))).toBe(true);
  });

  test('is not asked for where no folder of sources lies beside it', async () => {
    const uri = 'file:///notes/trade.statement.md';
    const { service } = await createWorld({ [uri]: trade });
    const options = { unknownKey: 'off', doubtfulPlaces: 'off' } as const;
    expect(await service.diagnostics(createDraft(uri, trade), options)).toEqual([]);
  });

  test('has the place in the source beside it', async () => {
    const text = trade.replace('开放三个口岸，并', '开放三个品岸，并');
    const { service } = await tradeWorld({ [TRADE]: text });
    const found = await service.diagnostics(createDraft(TRADE, text), { unknownKey: 'off' });
    const [place] = found.find(({ code }) => code === 'text-not-carried')?.related ?? [];
    expect(place && `${place.uri} ${show(place.range)} ${place.message}`).toMatch(
      /^file:\/\/\/corpus\/sources\/(?:one|two)\.txt .* 口$/u,
    );
  });
});
