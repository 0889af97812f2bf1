import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseStatement } from '../../server/src/core/statement/parse.ts';
import { expected, type ExpectedParagraph } from './expected.ts';
import {
  hashOfSource,
  linesOf,
  rawLine,
  readCorpusFile,
  regularise,
  sourceFiles,
  sourceHashes,
  type LineRef,
  type SourceName,
} from './sources.ts';

interface FrontMatter {
  readonly id: string;
  readonly title: string;
  readonly 'title-short': string;
  readonly completeness: string;
  readonly regularised: readonly string[];
  readonly witnesses: readonly { siglum: string; source: string; lines: readonly [number, number][] }[];
  readonly emendations: readonly { at: string; witness: string; reading: string; reason: string }[];
  readonly doubts?: readonly { at: string; text: string; reason: string }[];
}

type Furniture = readonly ({ readonly source: string; readonly reason: string } & (
  { readonly lines: readonly [number, number][] } | { readonly line: number; readonly text: string }
))[];

const keys = Object.keys(expected);
const sourceNames = Object.keys(sourceFiles) as SourceName[];
const furniture = parse(readCorpusFile('furniture.yaml')) as Furniture;

function statementFile(key: string): { readonly front: FrontMatter; readonly body: string } {
  const match = /^---\n(.*?)\n---\n(.*)$/s.exec(readCorpusFile(`statements/${key}.statement.md`));
  if (match === null) throw new Error(`${key} has no front matter`);
  return { front: parse(match[1] ?? '') as FrontMatter, body: match[2] ?? '' };
}

interface Paragraphs {
  readonly headings: { section: number; text: string; inline: boolean }[];
  readonly paragraphs: { address: string; text: string }[];
  readonly colophon: string[];
}

/** What the product's own parser makes of a statement. */
function paragraphsOf(key: string): Paragraphs {
  const uri = `file:///corpus/statements/${key}.statement.md`;
  const { statement, problems } = parseStatement(uri, readCorpusFile(`statements/${key}.statement.md`));
  expect(problems).toEqual([]);
  if (statement === undefined) throw new Error(`${key} is no statement`);
  const { source, sections, paragraphs, colophon } = statement;
  return {
    headings: sections
      .filter(({ kind }) => kind !== 'preamble')
      .map(({ number, headingSpan }) => {
        const written = source.slice(headingSpan.start, headingSpan.end);
        return { section: number, text: written.replace(/^## /, ''), inline: !written.startsWith('#') };
      }),
    paragraphs: paragraphs.map(({ address, text }) => ({ address, text })),
    colophon: colophon.map(({ start, end }) => source.slice(start, end)),
  };
}

function nameOf(file: string): SourceName {
  const name = sourceNames.find((candidate) => sourceFiles[candidate] === file);
  if (name === undefined) throw new Error(`no such source: ${file}`);
  return name;
}

function refs(file: string, ranges: readonly (readonly [number, number])[]): LineRef[] {
  const name = nameOf(file);
  return ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index): LineRef => `${name}:${from + index}`),
  );
}

/** The lines of all witnesses of a statement that are not blank. */
function witnessLines(front: FrontMatter): LineRef[] {
  return front.witnesses
    .flatMap(({ source, lines }) => refs(source, lines))
    .filter((ref) => rawLine(ref).trim() !== '');
}

function joined(paragraph: ExpectedParagraph): string {
  return paragraph.from.map((ref) => regularise(rawLine(ref))).join('');
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** The paragraph as the table has it: source lines joined, replacements made, inline marker taken off. */
function expectedText(paragraph: ExpectedParagraph, markers: readonly string[]): string {
  let text = joined(paragraph);
  for (const [from, to] of paragraph.but) {
    expect(occurrences(text, from), `${paragraph.address}: “${from}” stands once`).toBe(1);
    text = text.replace(from, to);
  }
  const marker = markers.find((candidate) => text.startsWith(candidate));
  return marker === undefined ? text : text.slice(marker.length);
}

/** The text at an address; at a section's address, its marker and all its paragraphs. */
function textAt(key: string, address: string): string {
  const { headings, paragraphs } = paragraphsOf(key);
  const own = paragraphs.filter((paragraph) => paragraph.address === address);
  const inside = paragraphs.filter((paragraph) => paragraph.address.startsWith(`${address}.`));
  const heading = headings.find(({ section }) => String(section) === address && inside.length > 0);
  return (heading?.text ?? '') + [...own, ...inside].map(({ text }) => text).join('\n');
}

describe('the received files', () => {
  test.each(sourceNames)('%s is byte for byte as received', (name) => {
    expect(hashOfSource(name)).toBe(sourceHashes[name]);
  });

  test('every line that is not blank is claimed once, by a witness or as furniture', () => {
    const claims = [
      ...keys.flatMap((key) => witnessLines(statementFile(key).front)),
      ...furniture.flatMap((item) => ('lines' in item ? refs(item.source, item.lines) : [])),
    ];
    const all = sourceNames.flatMap((name) =>
      linesOf(name).flatMap((line, index): LineRef[] => (line.trim() === '' ? [] : [`${name}:${index + 1}`])),
    );
    expect(claims.toSorted()).toEqual(all.toSorted());
  });

  test('furniture that is part of a line stands in that line, and the line belongs to a witness', () => {
    const claimed = new Set(keys.flatMap((key) => witnessLines(statementFile(key).front)));
    for (const item of furniture) {
      if (!('line' in item)) continue;
      const ref: LineRef = `${nameOf(item.source)}:${item.line}`;
      expect(rawLine(ref)).toContain(item.text);
      expect(claimed).toContain(ref);
    }
  });

  test('furniture that is called a repetition repeats', () => {
    expect(rawLine('004:147')).toBe(rawLine('004:145'));
    expect(rawLine('004:149')).toBe(rawLine('004:145'));
    expect(rawLine('002:203')).toBe(rawLine('002:199'));
    const tail = furniture.find((item) => 'line' in item && item.line === 201);
    const text = tail !== undefined && 'text' in tail ? tail.text : '';
    expect(text).not.toBe('');
    const meeting = '战略进攻性与战略防御性武器,';
    expect(rawLine('002:197').endsWith(meeting + text)).toBe(true);
    expect(rawLine('002:201').endsWith(meeting + text)).toBe(true);
  });

  test('every piece of furniture gives a reason', () => {
    for (const item of furniture) expect(item.reason).not.toBe('');
  });
});

describe.each(keys)('%s', (key) => {
  const table = expected[key];
  if (table === undefined) throw new Error(`no table for ${key}`);
  const { front, body } = statementFile(key);
  const markers = table.headings.flatMap(({ text, inline }) => (inline ? [text] : []));

  test('has the paragraphs that its sources have, at their addresses', () => {
    expect(paragraphsOf(key).paragraphs).toEqual(
      table.paragraphs.map((paragraph) => ({
        address: paragraph.address,
        text: expectedText(paragraph, markers),
      })),
    );
  });

  test('begins each paragraph with the words read in the source', () => {
    const begins = paragraphsOf(key).paragraphs.map(({ address, text }, index) => {
      const words = table.paragraphs[index]?.begins ?? '';
      return { address, begins: text.slice(0, words.length) };
    });
    expect(begins).toEqual(table.paragraphs.map(({ address, begins: words }) => ({ address, begins: words })));
  });

  test('has the headings that its sources have', () => {
    expect(paragraphsOf(key).headings).toEqual(table.headings);
    for (const ref of table.headingLines) expect(rawLine(ref)).toMatch(/^(## )?[一二三四五六七八九十]$/);
  });

  test('has the colophon that its sources have', () => {
    expect(paragraphsOf(key).colophon).toEqual(table.colophon.map(({ text }) => text));
    for (const { text, from } of table.colophon) {
      const cells = rawLine(from)
        .split('|')
        .map(regularise)
        .filter((cell) => cell !== '');
      expect(text).toBe(cells.join('\u3000'));
    }
  });

  test('is named by its key and titled as in its source', () => {
    expect(front.id).toBe(key);
    expect(front.title).toBe(regularise(rawLine(table.title).replace(/^#+ /, '')));
    expect(front['title-short'].length).toBeLessThanOrEqual(20);
    expect(front.completeness).toBe(table.completeness);
  });

  test('uses every line of its witnesses once', () => {
    const used: LineRef[] = [
      ...table.paragraphs.flatMap(({ from }) => from),
      ...table.colophon.map(({ from }) => from),
      ...table.headingLines,
      ...table.parallel,
      table.title,
    ];
    expect(used.toSorted()).toEqual(witnessLines(front).toSorted());
  });

  test('is fit for print: full-width punctuation and no spaces', () => {
    const text = body.replace(/^## /gm, '');
    expect(text.match(/[,:;?!()]/g)).toBeNull();
    expect(text.match(/[^\S\n\u3000]/g)).toBeNull();
    expect(
      paragraphsOf(key)
        .paragraphs.map((paragraph) => paragraph.text)
        .join(''),
    ).not.toMatch(/\s/);
    expect(front.regularised).toEqual(['width', 'spacing']);
  });

  test('differs from its witnesses only where an emendation or another witness says so', () => {
    const others = witnessLines(front).map((ref) => regularise(rawLine(ref)));
    for (const { address, from, but } of table.paragraphs) {
      for (const [before, after] of but) {
        const emended = front.emendations.some(
          ({ at, witness, reading }) =>
            (at === address || address.startsWith(`${at}.`)) &&
            (before.includes(regularise(witness)) || regularise(witness).includes(before.replace(/。$/, ''))) &&
            (after.includes(reading) || reading.includes(after)),
        );
        const attested = after !== '' && others.some((line) => line.includes(after));
        const dropped =
          after === '' &&
          furniture.some(
            (item) =>
              'line' in item &&
              from.includes(`${nameOf(item.source)}:${item.line}`) &&
              regularise(item.text) === before,
          );
        expect(emended || attested || dropped, `${address}: “${before}” → “${after}”`).toBe(true);
      }
    }
  });

  test('declares emendations whose reading stands at its address and whose witness string stands in the source', () => {
    for (const { at, witness, reading, reason } of front.emendations) {
      const rows = table.paragraphs.filter(({ address }) => address === at || address.startsWith(`${at}.`));
      expect(rows.some(({ from }) => from.some((ref) => rawLine(ref).includes(witness)))).toBe(true);
      expect(occurrences(textAt(key, at), reading), `${at}: ${reading}`).toBe(1);
      expect(body).not.toContain(regularise(witness));
      expect(reason).not.toBe('');
    }
  });

  test('declares doubts about words that stand, unchanged, in the text and in the source', () => {
    for (const { at, text, reason } of front.doubts ?? []) {
      const paragraph = table.paragraphs.find(({ address }) => address === at);
      expect(occurrences(textAt(key, at), text), `${at}: ${text}`).toBe(1);
      expect(paragraph && joined(paragraph), `${at}: ${text}`).toContain(text);
      expect(reason).not.toBe('');
    }
  });
});
