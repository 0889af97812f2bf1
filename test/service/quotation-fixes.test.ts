import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { formatCitation } from '../../server/src/core/citation/format-citation.ts';
import { inScriptOf } from '../../server/src/core/traditional.ts';
import type { Statement } from '../../server/src/core/statement/model.ts';
import { parseStatement } from '../../server/src/core/statement/parse.ts';
import type { DraftAction } from '../../server/src/service/draft-action.ts';
import type { QuotationStatus } from '../../server/src/service/quotation-status.ts';
import type { Service } from '../../server/src/service/service.ts';
import { actionsAt, after, levelsOf, noteOf } from './quoting.ts';
import { shippedFiles, shippedWorld } from './workspace.ts';

let service: Service;
let statements: readonly Statement[];

beforeAll(async () => {
  ({ service } = await shippedWorld());
  statements = Object.entries(shippedFiles()).flatMap(
    ([uri, text]) => parseStatement(uri, text).statement ?? [],
  );
});

interface Slip {
  readonly at: number;
  readonly kind: 'substitution' | 'omission' | 'addition';
  readonly words: string;
}

interface Where {
  readonly statement: number;
  readonly paragraph: number;
  readonly start: number;
  readonly length: number;
  readonly style: 'curly' | 'corner' | 'block';
  readonly behind: string;
}

/** What happens to a quotation on its way into a draft, at a place given as a share of it. */
const slip: fc.Arbitrary<Slip> = fc.record({
  at: fc.double({ min: 0.15, max: 0.85, noNaN: true }),
  kind: fc.constantFrom('substitution', 'omission', 'addition'),
  words: fc.constantFrom('某', '重大', '的', '极端', '，', '我们', '和'),
});
const cut: fc.Arbitrary<Where> = fc.record({
  statement: fc.nat(),
  paragraph: fc.nat(),
  start: fc.double({ min: 0, max: 0.6, noNaN: true }),
  length: fc.integer({ min: 24, max: 70 }),
  style: fc.constantFrom('curly', 'corner', 'block'),
  behind: fc.constantFrom('。', '，其后还有话。', '\n\n另一段。'),
});

interface Cut {
  readonly statement: Statement;
  readonly address: string;
  readonly words: string;
}

function take({ statement: i, paragraph, start, length }: Where): Cut | undefined {
  const statement = statements[i % statements.length];
  const own = statement?.paragraphs[paragraph % statement.paragraphs.length];
  if (statement === undefined || own === undefined) return undefined;
  const from = Math.floor(own.text.length * start);
  return { statement, address: own.address, words: own.text.slice(from, from + length) };
}

function slipped(words: string, slips: readonly Slip[]): string {
  return slips.reduce((text, { at, kind, words: other }) => {
    const place = Math.floor(text.length * at);
    const rest = kind === 'addition' ? place : place + 2;
    return text.slice(0, place) + (kind === 'omission' ? '' : other) + text.slice(rest);
  }, words);
}

function draftOf(
  words: string,
  citation: string,
  { style, behind }: Pick<Where, 'style' | 'behind'>,
): string {
  const changed = (marks: readonly [string, string]): string =>
    words.replace(/“/g, marks[0]).replace(/”/g, marks[1]);
  if (style === 'block') return `前文。\n\n> ${words}\n>\n> ${citation}\n${behind}`;
  if (style === 'corner') return `前文「${inScriptOf('聲', changed(['『', '』']))}」${citation}${behind}`;
  return `前文“${changed(['‘', '’'])}”${citation}${behind}`;
}

function statusOf(text: string): Promise<QuotationStatus> {
  return service.quotationStatus(noteOf(text), { least: 4 });
}

/** After each of the actions nothing is left to be said, or after one about one place of several, less than before. */
async function expectMended(text: string, actions: readonly DraftAction[], places: number): Promise<void> {
  for (const action of actions) {
    const made = after(text, action);
    const { total, verbatim } = await statusOf(made);
    const left = (await service.quotationFindings(noteOf(made), levelsOf())).length;
    expect({ made, total }).toEqual({ made, total: 1 });
    if (places === 1 || action.title === ALL)
      expect({ made, verbatim, left }).toEqual({ made, verbatim: 1, left: 0 });
    else expect(left, made).toBeLessThan(places);
  }
}

const ALL = 'Restore all wording of this quotation';

test('every way to mend what was altered makes the quotation word for word', async () => {
  const seen = { altered: 0, mended: 0 };
  await fc.assert(
    fc.asyncProperty(cut, fc.array(slip, { minLength: 1, maxLength: 3 }), async (where, slips) => {
      const own = take(where);
      if (own === undefined) return;
      const citation = formatCitation(own.statement, own.address);
      const text = draftOf(slipped(own.words, slips), citation, where);
      const { altered, total } = await statusOf(text);
      if (altered !== 1 || total !== 1) return;
      seen.altered++;
      const findings = await service.quotationFindings(noteOf(text), levelsOf());
      const places = findings.filter(({ code }) => code === 'quote-altered').length;
      const actions = await actionsAt(service, text, 'quote-altered');
      // One for the whole quotation, or the one place that there is.
      if (actions.some(({ title }) => places === 1 || title === ALL)) seen.mended++;
      await expectMended(text, actions, places);
    }),
    { numRuns: 200, seed: 6 },
  );
  expect(seen.altered).toBeGreaterThan(130);
  expect(seen.mended).toBeGreaterThan(seen.altered * 0.97);
}, 120_000);

test('every place that is offered for a misplaced quotation has its words', async () => {
  const seen = { misplaced: 0, mended: 0 };
  await fc.assert(
    fc.asyncProperty(cut, fc.nat(), async (where, other) => {
      const own = take(where);
      const wrong = own?.statement.paragraphs[other % own.statement.paragraphs.length]?.address;
      if (own === undefined || wrong === undefined) return;
      const text = draftOf(own.words, formatCitation(own.statement, wrong), where);
      const { misplaced, total } = await statusOf(text);
      if (misplaced !== 1 || total !== 1) return;
      seen.misplaced++;
      const actions = await actionsAt(service, text, 'quote-misplaced');
      if (actions.length > 0) seen.mended++;
      await expectMended(text, actions, 1);
    }),
    { numRuns: 100, seed: 7 },
  );
  expect(seen.misplaced).toBeGreaterThan(50);
  expect(seen.mended).toBe(seen.misplaced);
}, 120_000);
