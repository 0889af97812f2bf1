import { beforeAll, describe, expect, test } from 'vitest';
import { createService } from '../../server/src/service/service.ts';
import type { Service } from '../../server/src/service/service.ts';
import { accords, findingsIn, LAW, levelsOf, noteOf, PARTNERSHIP, said, STABILITY } from './quoting.ts';
import { shippedCorpusWorld } from './sources.ts';
import { allRoots, createWorld, memoryFiles, settle, show, SHIPPED } from './workspace.ts';

let service: Service;
let small: Service;

beforeAll(async () => {
  ({ service } = await shippedCorpusWorld());
  ({ service: small } = await createWorld(accords));
});

describe('a quotation that is word for word', () => {
  test('is not spoken of, whatever its width, script, marks, emphasis, ellipses and insertions', async () => {
    const text = [
      `“核战争打不赢也打不得”[@${STABILITY}，第15段]。`,
      `「核戰爭打不贏也打不得」[@${STABILITY}，第15段]。`,
      `“双方坚信，各国人民**命运与共**……保障自身安全”[@${STABILITY}，第2段]。`,
      `“军事联盟[和同盟]的破坏性、扩张性极强”[@${STABILITY}，第5段]。`,
    ].join('\n\n');
    expect(await said(service, text)).toEqual([]);
  });

  test('is told to be set otherwise if somebody wants that', async () => {
    const text = `「發生核衝突的風險上升」[@${STABILITY}，第4段]。`;
    expect(await said(service, text)).toEqual([]);
    expect(await said(service, text, { 'quote-form': 'hint' })).toEqual([
      'quote-form «「發生核衝突的風險上升」» Word for word, but set otherwise than the source: simplified or traditional characters.',
    ]);
  });

  test('has the marks of quotations within it that its own marks want', async () => {
    const text = `“进一步推进所谓‘延伸威慑’和‘核共享’安排”[@${STABILITY}，第12段]。`;
    expect(await said(service, text, { 'quote-form': 'hint' })).toEqual([]);
  });
});

describe('an altered quotation', () => {
  test('is marked at the differing characters, with what the source has', async () => {
    const text = `“鉴于当前国际社会在国际和地区安全领域面临重大挑战”[@${STABILITY}，第1段]。`;
    expect(await said(service, text)).toEqual([
      'quote-altered «重大» “重大” stands in the source as “严峻”.',
    ]);
  });

  test('leads to the place in the statement', async () => {
    const text = `“鉴于当前国际社会在国际和地区安全领域面临重大挑战”[@${STABILITY}，第1段]。`;
    const [finding] = await findingsIn(service, text);
    const statement = service.list().find(({ key }) => key === STABILITY);
    const [place] = finding?.related ?? [];
    expect(place?.uri).toBe(`${SHIPPED}/statements/${STABILITY}.statement.md`);
    expect(place?.message).toBe(`第1段 of “${statement?.titleShort ?? ''}”`);
    // The preamble stands in line 28 of the file; 严峻 are its 84th and 85th characters.
    expect(place && show(place.range)).toBe('28:84-28:86');
  });

  test('is marked around what is left out', async () => {
    const text = `“双方强调维持大国关系对解决全球战略性问题的重要性”[@${STABILITY}，第3段]。`;
    expect(await said(service, text)).toEqual(['quote-altered «持大» The source has “建设性” here.']);
  });

  test('is marked at what is added', async () => {
    const text = `“双方强调维持建设性大国关系对解决全球战略性问题的极端重要性”[@${STABILITY}，第3段]。`;
    expect(await said(service, text)).toEqual(['quote-altered «极端» “极端” does not stand in the source.']);
  });

  test('has one finding for each place, and none for what is as it should be', async () => {
    const text = `“双方主张在中俄《防止在外空放置武器、对外空物体使用或威胁使用武力条约》草案基础上，尽早启动具有法律约束力的双边文书谈判”[@${STABILITY}，第10段]。`;
    expect(await said(service, text)).toEqual([
      'quote-altered «早» “早” stands in the source as “快”.',
      'quote-altered «双» “双” stands in the source as “多”.',
    ]);
  });

  test('is marked by whole words in scripts with spaces', async () => {
    const text =
      '“The Parties shall organize regular consultations on matters of trade and investments” [@treaty, ¶ 1].';
    expect(await said(small, text)).toEqual([
      'quote-altered «organize» “organize” stands in the source as “organise”.',
      'quote-altered «investments» “investments” stands in the source as “investment”.',
    ]);
  });

  test('may follow a witness that the text does not follow', async () => {
    expect(
      await said(service, `“决心在尊重各国资情和主权的基础上”[@${PARTNERSHIP}，第五部分第20段]。`),
    ).toEqual([
      'quote-altered «资» “资” stands in the source as “国”. Witness A reads so; the text follows B.',
    ]);
    // 证本B: 强反拦截
    expect(await said(service, `“在加强反拦截能力的同时”[@${STABILITY}，第6段]。`)).toEqual([
      'quote-altered «反拦» The source has “导” here. Witness B reads so; the text follows A.',
    ]);
    expect(
      await said(service, `“决心在尊重各国民情和主权的基础上”[@${PARTNERSHIP}，第五部分第20段]。`),
    ).toEqual(['quote-altered «民» “民” stands in the source as “国”.']);
  });

  test('may follow a witness that was emended', async () => {
    // The witness has 可持续发展的的重要因素.
    const found = await said(service, `“可持续发展的的重要因素”[@${PARTNERSHIP}，第十部分第3段]。`);
    expect(found).toEqual([
      'quote-altered «的» “的” does not stand in the source. The witness reads so; the text is emended.',
    ]);
  });
});

describe('a misplaced quotation', () => {
  const words = '“应摒弃冷战思维和零和博弈”';

  test('says where in the cited statement its words stand', async () => {
    expect(await said(service, `${words}[@${STABILITY}，第2段]`)).toEqual([
      `quote-misplaced «${words}» These words stand in 第3段, not in 第2段.`,
    ]);
  });

  test('says of another statement which it is', async () => {
    expect(await said(service, `${words}[@${LAW}，第一部分第1段]`)).toEqual([
      `quote-misplaced «${words}» These words stand in 第3段 of “中俄全球战略稳定联合声明”, not in 第一部分第1段 of “中俄维护国际法权威联合声明”.`,
    ]);
  });

  test('says so of a passage that does not exist, too', async () => {
    expect(await said(service, `${words}[@${STABILITY}，第99段]`)).toEqual([
      `quote-misplaced «${words}» These words stand in 第3段.`,
    ]);
  });

  test('names all places, the newest statement first', async () => {
    const text = '“双方支持扩大边境贸易”[@fourth，第2段]';
    const [finding] = await findingsIn(small, text);
    const places = ['第2段 of “甲丙联合声明”', '第2段 of “甲丁联合声明”', '第2段 of “甲乙联合声明”'];
    expect(finding?.message).toBe(
      `These words stand in ${places.join(', ')}, not in 第2段 of “甲戊联合声明”.`,
    );
    expect(finding?.related?.map(({ message }) => message)).toEqual(places);
  });

  test('names those of the cited statement first', async () => {
    const [finding] = await findingsIn(small, '“双方支持扩大边境贸易”[@first，第1段]');
    expect(finding?.related?.map(({ message }) => message.slice(0, 3))).toEqual(['第2段', '第2段', '第2段']);
    expect(finding?.related?.[0]?.message).toBe('第2段 of “甲乙联合声明”');
  });

  test('says whether the witnesses differ there', async () => {
    const [finding] = await findingsIn(
      service,
      `“决心在尊重各国国情和主权的基础上”[@${PARTNERSHIP}，第五部分第19段]。`,
    );
    expect(finding?.related?.[0]?.message).toMatch(
      /^第五部分第20段 of “中俄深化全面战略协作伙伴关系联合声明” \(the witnesses differ there: .*A “资”, B as here\)$/u,
    );
    const [other] = await findingsIn(service, `${words}[@${STABILITY}，第2段]`);
    expect(other?.related?.[0]?.message).toBe('第3段 of “中俄全球战略稳定联合声明”');
  });
});

describe('a quotation that is found nowhere', () => {
  const invented = '“双方一致认为月球应当共同开发并设立永久基地”';

  test('is a warning, with what was cited', async () => {
    const [finding, ...others] = await findingsIn(service, `${invented}[@${STABILITY}，第3段]`);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'quote-not-found',
      severity: 'warning',
      message:
        'These words were found neither in 第3段 of “中俄全球战略稳定联合声明” nor elsewhere in the corpus.',
    });
  });

  test('may stand in the part that a statement has lost', async () => {
    const [finding] = await findingsIn(service, `${invented}[@${LAW}]`);
    expect(finding).toMatchObject({
      severity: 'information',
      message:
        'These words were found neither in “中俄维护国际法权威联合声明” nor elsewhere in the corpus. “中俄维护国际法权威联合声明” breaks off in its source: they may stand in the part that is missing.',
    });
  });

  test('is a warning where a passage is cited that the statement has whole', async () => {
    const [finding] = await findingsIn(service, `${invented}[@${LAW}，第一部分第1段]`);
    expect(finding?.severity).toBe('warning');
    const [last] = await findingsIn(service, `${invented}[@${LAW}，第十部分]`);
    expect(last?.severity).toBe('information');
  });

  test('never is worth more than the setting says', async () => {
    const [finding] = await findingsIn(service, `${invented}[@${LAW}]`, { 'quote-not-found': 'hint' });
    expect(finding?.severity).toBe('hint');
    expect(await findingsIn(service, `${invented}[@${LAW}]`, { 'quote-not-found': 'off' })).toEqual([]);
  });
});

describe('a quotation without a citation', () => {
  const long = '“双方谴责将商业航天系统用于干涉主权国家内政、介入他国武装冲突的行为”';

  test('is told of where it is long and word for word', async () => {
    const [finding] = await findingsIn(service, `他们说${long}，如此而已。`);
    expect(finding).toMatchObject({
      code: 'quote-uncited',
      severity: 'hint',
      message: 'These words stand in 第11段 of “中俄全球战略稳定联合声明”; no citation says so.',
    });
    expect(finding && show(finding.range)).toBe(`1:4-1:${String(4 + long.length)}`);
  });

  test('is left alone where it is short, or somebody else’s, or where that is off', async () => {
    expect(await said(service, '所谓“零和博弈”并不新鲜。')).toEqual([]);
    expect(await said(service, '古人云：“学而时习之，不亦说乎？有朋自远方来，不亦乐乎？”')).toEqual([]);
    expect(await said(service, `他们说${long}。`, { 'quote-uncited': 'off' })).toEqual([]);
  });
});

describe('what nobody can know', () => {
  test('is not spoken of: the key of another bibliography', async () => {
    expect(await said(service, '“双方一致认为月球应当共同开发”[@smith2020, p. 3]。')).toEqual([]);
  });

  test('is not called misplaced or not found while statements are being read', async () => {
    const files = memoryFiles(accords);
    const loading = createService({ files, pause: () => Promise.resolve() });
    const gate = files.hold();
    const done = loading.loader.load(allRoots);
    await settle();
    // The folders first, then one file alone.
    for (const { uri } of allRoots) await gate.release(uri);
    await gate.release('file:///corpus/first.statement.md');
    const text =
      '“双方支持扩大边境贸易”[@first，第1段]，“双方将在月球设立基地”[@first，第2段]，“双方同意每月举行外长会晤”[@first，第1段]。';
    const draft = noteOf(text);
    expect(loading.status()).toMatchObject({ statements: 1, loading: true });
    const codes = async (): Promise<string[]> =>
      (await loading.quotationFindings(draft, levelsOf())).map(({ code }) => code);
    expect(await codes()).toEqual(['quote-altered']);
    expect(await loading.quotationStatus(draft, { least: 4 })).toMatchObject({ loading: true, total: 1 });
    await gate.release();
    await done;
    expect(await codes()).toEqual(['quote-misplaced', 'quote-not-found', 'quote-altered']);
    expect(await loading.quotationStatus(draft, { least: 4 })).toMatchObject({
      ...{ loading: false, total: 3, verbatim: 0, altered: 1, misplaced: 1, notFound: 1 },
    });
  });
});

describe('the status of a draft', () => {
  test('counts its quotations by verdict, each with a sentence', async () => {
    const text = [
      `“核战争打不赢也打不得”[@${STABILITY}，第15段]，“应摒弃冷战思维”[@${STABILITY}，第3段]。`,
      `“双方强调维持大国关系对解决全球战略性问题的极端重要性”[@${STABILITY}，第3段]。`,
      `他们说“双方谴责将商业航天系统用于干涉主权国家内政”。`,
    ].join('\n\n');
    const { quotations, ...counts } = await service.quotationStatus(noteOf(text), { least: 4 });
    expect(counts).toEqual({
      ...{ total: 3, verbatim: 2, altered: 1, misplaced: 0, notFound: 0, uncited: 1, loading: false },
    });
    expect(quotations.map(({ verdict, message }) => [verdict, message])).toEqual([
      ['verbatim', 'Word for word in 第15段 of “中俄全球战略稳定联合声明”.'],
      ['verbatim', 'Word for word in 第3段 of “中俄全球战略稳定联合声明”.'],
      ['altered', 'Differs in 2 places from 第3段 of “中俄全球战略稳定联合声明”.'],
      ['uncited', 'These words stand in 第11段 of “中俄全球战略稳定联合声明”; no citation says so.'],
    ]);
  });

  test('follows a change of the corpus', async () => {
    const world = await createWorld(accords);
    const draft = noteOf('“双方支持扩大边境贸易”[@first，第2段]。');
    expect(await world.service.quotationStatus(draft, { least: 4 })).toMatchObject({ verbatim: 1 });
    const uri = 'file:///corpus/first.statement.md';
    await world.files.write(uri, accords[uri].replace('边境', '口岸'));
    expect(await world.service.quotationStatus(draft, { least: 4 })).toMatchObject({ verbatim: 0 });
  });
});
