import { beforeAll, describe, expect, test } from 'vitest';
import type { Service } from '../../server/src/service/service.ts';
import {
  accords,
  actionsAt,
  after,
  findingsIn,
  LAW,
  levelsOf,
  noteOf,
  outcomes,
  said,
  STABILITY,
} from './quoting.ts';
import { settings } from './writing.ts';
import { shippedCorpusWorld } from './sources.ts';
import { createWorld, statementFile } from './workspace.ts';

let service: Service;
let small: Service;

beforeAll(async () => {
  ({ service } = await shippedCorpusWorld());
  ({ service: small } = await createWorld(accords));
});

async function titlesAt(text: string, words: string): Promise<string[]> {
  return (await actionsAt(service, text, { words })).map(({ title }) => title);
}

describe('restoring the wording', () => {
  test('puts the characters of the source in the place of those that differ', async () => {
    const text = `“面临重大挑战，双方遵循两国元首重要共识”[@${STABILITY}，第1段]。`;
    const actions = await actionsAt(service, text, 'quote-altered');
    expect(outcomes(text, actions)).toEqual({ 'Restore “严峻”': text.replace('重大', '严峻') });
    const [finding] = await findingsIn(service, text);
    expect(actions[0]?.about).toEqual([{ code: 'quote-altered', range: finding?.range }]);
    expect(actions[0]?.isPreferred).toBeUndefined();
  });

  test('takes out what was added', async () => {
    const text = `“双方强调维持建设性大国关系对解决全球战略性问题的极端重要性”[@${STABILITY}，第3段]。`;
    expect(outcomes(text, await actionsAt(service, text, 'quote-altered'))).toEqual({
      'Take out “极端”': text.replace('极端', ''),
    });
  });

  test('puts back what was left out, or says with an ellipsis that it is', async () => {
    const text = `“双方强调维持大国关系对解决全球战略性问题的重要性”[@${STABILITY}，第3段]。`;
    expect(outcomes(text, await actionsAt(service, text, 'quote-altered'))).toEqual({
      'Restore “建设性”': text.replace('维持', '维持建设性'),
      'Mark the omission with an ellipsis': text.replace('维持', '维持……'),
    });
  });

  test('keeps the spaces between words', async () => {
    const omitted = '“The Parties shall organise consultations on matters of trade” [@treaty, ¶ 1].';
    expect(outcomes(omitted, await actionsAt(small, omitted, 'quote-altered'))).toEqual({
      'Restore “regular”': omitted.replace('organise', 'organise regular'),
      'Mark the omission with an ellipsis': omitted.replace('organise', 'organise …'),
    });
    const added =
      '“The Parties shall all organise regular consultations on matters of trade” [@treaty, ¶ 1].';
    expect(outcomes(added, await actionsAt(small, added, 'quote-altered'))).toEqual({
      'Take out “all”': added.replace(' all', ''),
    });
  });

  test('writes traditional characters where the quotation does', async () => {
    const text = `「雙方強調維持大國關係對解決全球戰略性問題的重要性」[@${STABILITY}，第3段]。`;
    expect(outcomes(text, await actionsAt(service, text, 'quote-altered'))).toMatchObject({
      'Restore “建設性”': text.replace('維持', '維持建設性'),
    });
  });

  test('writes the marks of quotations within as the quotation wants them', async () => {
    const curly = `“进一步推进所谓‘延伸威慑’安排，同无核武器国家盟友”[@${STABILITY}，第12段]。`;
    expect(outcomes(curly, await actionsAt(service, curly, 'quote-altered'))).toMatchObject({
      'Restore “和‘核共享’”': curly.replace('安排', '和‘核共享’安排'),
    });
    const corner = `「進一步推進所謂『延伸威懾』安排，同無核武器國家盟友」[@${STABILITY}，第12段]。`;
    expect(outcomes(corner, await actionsAt(service, corner, 'quote-altered'))).toMatchObject({
      'Restore “和『核共享』”': corner.replace('安排', '和『核共享』安排'),
    });
    const block = `> 进一步推进所谓“延伸威慑”安排，同无核武器国家盟友开展所谓“联合”行动\n>\n> [@${STABILITY}，第12段]`;
    expect(outcomes(block, await actionsAt(service, block, 'quote-altered'))).toMatchObject({
      'Restore “和“核共享””': block.replace('安排', '和“核共享”安排'),
    });
  });

  test('sets a sign before what Markdown would take for markup', async () => {
    const world = await createWorld({
      'file:///corpus/a.statement.md': statementFile('a', '双方重申标有<号的条款仍然有效，并将继续执行。'),
    });
    const text = '“双方重申标有号的条款仍然有效，并将继续执行”[@a，第1段]。';
    const actions = await actionsAt(world.service, text, 'quote-altered');
    expect(outcomes(text, actions)['Restore “<”']).toBe(text.replace('有号', '有\\<号'));
  });

  test('is offered for one place, the whole quotation, and all of the document', async () => {
    const first = `“双方强调维持大国关系对解决全球战略性问题的极端重要性”[@${STABILITY}，第3段]。`;
    const second = `“面临重大挑战，双方遵循两国元首重要共识”[@${STABILITY}，第1段]。`;
    const text = `${first}\n\n${second}\n\n“核战争打不赢也打不得”[@${STABILITY}，第15段]。\n`;
    const whole = first.replace('维持', '维持建设性').replace('极端', '');
    const actions = await actionsAt(service, text, 'quote-altered');
    expect(outcomes(text, actions)).toEqual({
      'Restore “建设性”': text.replace('维持', '维持建设性'),
      'Mark the omission with an ellipsis': text.replace('维持', '维持……'),
      'Restore all wording of this quotation': text.replace(first, whole),
      'Restore the wording of all quotations in this document': text
        .replace(first, whole)
        .replace('重大', '严峻'),
    });
    expect(actions.at(-1)?.about).toHaveLength(3);
    // A cursor between the two places asks about the quotation as a whole.
    expect(await titlesAt(text, '对解决')).toEqual([
      'Restore all wording of this quotation',
      'Restore the wording of all quotations in this document',
    ]);
    expect(await titlesAt(text, '核战争')).toEqual([]);
  });

  test('happens to nobody who has not asked for it', async () => {
    const text = `“面临重大挑战，双方遵循两国元首重要共识”[@${STABILITY}，第1段]。`;
    const draft = noteOf(text);
    const quotations = { ...levelsOf(), writing: settings };
    const range = draft.lines.rangeOf({ start: 0, end: text.length });
    const all = await service.draftActions(draft, range, {
      ...{ downstream: 'warning', quotations },
      wants: (kind) => kind === 'source.fixAll.pincite',
    });
    expect(all).toEqual([]);
  });

  test('is not offered where what is altered is not told of', async () => {
    const text = `“面临重大挑战，双方遵循两国元首重要共识”[@${STABILITY}，第1段]。`;
    const options = { levels: { 'quote-altered': 'off' } } as const;
    expect(await actionsAt(service, text, { words: '重大' }, options)).toEqual([]);
  });
});

describe('setting a quotation as its source is set', () => {
  test('is offered where that is told of', async () => {
    const text = `「發生核衝突的風險上升」[@${STABILITY}，第4段]。`;
    const levels = { 'quote-form': 'hint' } as const;
    expect(await actionsAt(service, text, { words: '發生' })).toEqual([]);
    expect(outcomes(text, await actionsAt(service, text, 'quote-form', { levels }))).toEqual({
      'Set this quotation as its source is set': `「发生核冲突的风险上升」[@${STABILITY}，第4段]。`,
    });
  });
});

describe('citing where the words stand', () => {
  const words = '“应摒弃冷战思维和零和博弈”';

  test.each([
    ['in a bracket', `${words}[见 @${STABILITY}，第2段，黑体为作者所加]。`, '第2段', '第3段'],
    ['with numbers', `${words}[@${STABILITY}, 2]。`, ', 2', ', 第3段'],
    ['in the text', `@${STABILITY} [第2段]说${words}。`, '[第2段]', '[第3段]'],
    ['before the words', `据[@${STABILITY}，第2段]，${words}。`, '第2段', '第3段'],
    ['in a footnote', `${words}[^1]。\n\n[^1]: 见[@${STABILITY}，第2段]。`, '第2段', '第3段'],
    ['behind a title', `《中俄全球战略稳定联合声明》第2段说${words}。`, '第2段', '第3段'],
    ['of a link', `[声明](pincite:${STABILITY}#2)说${words}。`, '#2', '#3'],
  ])('changes nothing but the locator %s', async (_, text, old, wanted) => {
    const actions = await actionsAt(service, text, 'quote-misplaced');
    expect(outcomes(text, actions)).toEqual({ 'Cite 第3段 instead': text.replace(old, wanted) });
    const [action] = actions;
    expect(action && (await said(service, after(text, action)))).toEqual([]);
  });

  test('changes the words of a link with it where Pincite wrote them', async () => {
    const link = (n: number): string =>
      `[《中俄全球战略稳定联合声明》第${String(n)}段](pincite:${STABILITY}#${String(n)})`;
    const text = `${link(2)}说${words}。`;
    expect(outcomes(text, await actionsAt(service, text, 'quote-misplaced'))).toEqual({
      'Cite 第3段 instead': `${link(3)}说${words}。`,
    });
  });

  test('changes the key where the words are of another statement', async () => {
    const text = `${words}[见 @${LAW}，第一部分第1段]。`;
    expect(outcomes(text, await actionsAt(service, text, 'quote-misplaced'))).toEqual({
      'Cite 第3段 of “中俄全球战略稳定联合声明” instead': `${words}[见 @${STABILITY}，第3段]。`,
    });
    const bare = `${words}[@${LAW}]，@${LAW} 也这么说。`;
    expect(outcomes(bare, await actionsAt(service, bare, 'quote-misplaced'))).toEqual({
      'Cite 第3段 of “中俄全球战略稳定联合声明” instead': `${words}[@${STABILITY}，第3段]，@${LAW} 也这么说。`,
    });
  });

  test('offers every place, those of the cited statement first, then the newest', async () => {
    const text = '“双方支持扩大边境贸易”[@first，第1段]。';
    expect((await actionsAt(small, text, 'quote-misplaced')).map(({ title }) => title)).toEqual([
      'Cite 第2段 instead',
      'Cite 第2段 of “甲丙联合声明” instead',
      'Cite 第2段 of “甲丁联合声明” instead',
    ]);
  });

  test('changes the item of a bracket on which no other quotation relies', async () => {
    const text = `“核战争打不赢也打不得”和${words}[@${STABILITY}，第15段; @${STABILITY}，第2段]。`;
    expect(outcomes(text, await actionsAt(service, text, 'quote-misplaced'))).toEqual({
      'Cite 第3段 instead': text.replace('第2段', '第3段'),
    });
  });

  test('cites the place as well where another quotation relies on what is cited', async () => {
    const text = `“核战争打不赢也打不得”和${words}[@${STABILITY}，第15段]。`;
    const added = `“核战争打不赢也打不得”和${words}[@${STABILITY}，第15段; @${STABILITY}，第3段]。`;
    expect(outcomes(text, await actionsAt(service, text, 'quote-misplaced'))).toEqual({
      'Cite 第3段 as well': added,
    });
  });

  test('is offered at the citation, too', async () => {
    const text = `${words}[@${STABILITY}，第2段]。`;
    expect(await titlesAt(text, '第2段')).toEqual(['Cite 第3段 instead']);
  });

  test('is not offered where what is misplaced is not told of, or is found nowhere', async () => {
    const text = `${words}[@${STABILITY}，第2段]。`;
    const options = { levels: { 'quote-misplaced': 'off' } } as const;
    expect(await actionsAt(service, text, { words: '应摒弃' }, options)).toEqual([]);
    const invented = `“双方一致认为月球应当共同开发并设立永久基地”[@${STABILITY}，第3段]`;
    expect(await actionsAt(service, invented, 'quote-not-found')).toEqual([]);
  });
});

describe('a citation for words that have none', () => {
  const words = '“双方谴责将商业航天系统用于干涉主权国家内政、介入他国武装冲突的行为”';
  const text = `他们说${words}，如此而已。`;
  const title = 'Cite 第11段 of “中俄全球战略稳定联合声明”';

  test('is written behind them', async () => {
    const actions = await actionsAt(service, text, 'quote-uncited');
    expect(outcomes(text, actions)).toEqual({
      [title]: `他们说${words}[@${STABILITY}，第11段]，如此而已。`,
    });
  });

  test('has the form that the settings name', async () => {
    const link = await actionsAt(service, text, 'quote-uncited', { form: 'link' });
    expect(outcomes(text, link)[title]).toBe(
      `他们说${words}[《中俄全球战略稳定联合声明》第11段](pincite:${STABILITY}#11)，如此而已。`,
    );
    const [note] = await actionsAt(service, text, 'quote-uncited', { form: 'footnote' });
    expect(note && after(text, note)).toMatch(
      new RegExp(`^他们说${words}\\[\\^1\\]，如此而已。\n\n\\[\\^1\\]: `, 'u'),
    );
  });

  test('has a space before it where words have', async () => {
    const english =
      'They “shall organise regular consultations on matters of trade and investment”, they say.';
    const [action] = await actionsAt(small, english, 'quote-uncited');
    expect(action && after(english, action)).toBe(
      'They “shall organise regular consultations on matters of trade and investment” [@treaty, ¶ 1], they say.',
    );
  });
});
