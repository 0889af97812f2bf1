import { describe, expect, test } from 'vitest';
import {
  createCorpus,
  origins,
  type Corpus,
  type CorpusChange,
  type Origin,
} from '../../server/src/core/corpus.ts';
import { createLineIndex } from '../../server/src/core/span.ts';
import { parseStatement } from '../../server/src/core/statement/parse.ts';

/** Puts a statement of one paragraph into a file; without words the file holds nothing that can be used. */
function put(
  corpus: Corpus,
  file: string,
  key: string,
  words: string,
  origin: Origin = origins.workspace,
): void {
  const uri = `file:///${file}.statement.md`;
  const source = `---\nid: ${key}\ntitle: ${key}\nevent-date: 2025-0${String(1 + (words.length % 9))}-01\n---\n\n${words}\n`;
  corpus.set(uri, origin, { ...parseStatement(uri, source), lines: createLineIndex(source) });
}

function textOf(corpus: Corpus, key: string): string | undefined {
  return corpus.byKey(key)?.paragraphs[0]?.text;
}

/** Problems by file, as `file code`. */
function problemsOf(corpus: Corpus): string[] {
  return [...corpus.problems()].flatMap(([uri, { problems }]) =>
    problems.map(({ code }) => `${uri.replace(/^file:\/\/\/|\.statement\.md$/g, '')} ${code}`),
  );
}

test('a statement is found by key and by file, and a changed file replaces what it held', () => {
  const corpus = createCorpus();
  put(corpus, 'f', 'a', 'Old.');
  put(corpus, 'f', 'a', 'New.');
  expect(textOf(corpus, 'a')).toBe('New.');
  expect(corpus.byUri('file:///f.statement.md')?.key).toBe('a');
  expect(corpus.statements()).toHaveLength(1);
  put(corpus, 'f', 'b', 'Other.');
  expect(textOf(corpus, 'a')).toBeUndefined();
  expect(textOf(corpus, 'b')).toBe('Other.');
});

test('of one key in two files the nearer origin wins, then the first file by name, and all is told', () => {
  const corpus = createCorpus();
  put(corpus, 'z', 'a', 'Shipped.', origins.shipped);
  put(corpus, 'y', 'a', 'Configured.', origins.configured);
  expect(textOf(corpus, 'a')).toBe('Configured.');
  expect(problemsOf(corpus)).toEqual(['y replaces-shipped']);
  put(corpus, 'x', 'a', 'Also configured.', origins.configured);
  expect(textOf(corpus, 'a')).toBe('Also configured.');
  expect(problemsOf(corpus).toSorted()).toEqual(['x replaces-shipped', 'y duplicate-key']);
  corpus.delete('file:///x.statement.md');
  expect(textOf(corpus, 'a')).toBe('Configured.');
  corpus.delete('file:///y.statement.md');
  expect(textOf(corpus, 'a')).toBe('Shipped.');
  expect(problemsOf(corpus)).toEqual([]);
});

test('a file that cannot be used keeps its problems and hides nothing', () => {
  const corpus = createCorpus();
  put(corpus, 'f', 'a', 'Text.');
  put(corpus, 'g', 'b', '');
  expect(corpus.statements().map(({ key }) => key)).toEqual(['a']);
  expect(problemsOf(corpus)).toEqual(['g no-text']);
  expect(corpus.uris()).toEqual(['file:///f.statement.md', 'file:///g.statement.md']);
  corpus.delete('file:///g.statement.md');
  expect(problemsOf(corpus)).toEqual([]);
});

test('statements are listed newest first', () => {
  const corpus = createCorpus();
  put(corpus, 'f', 'a', 'x');
  put(corpus, 'g', 'b', 'xxx');
  put(corpus, 'h', 'c', 'xx');
  expect(corpus.statements().map(({ key }) => key)).toEqual(['b', 'c', 'a']);
});

describe('listeners are told what went and what came', () => {
  function record(): { corpus: Corpus; events: string[]; stop: () => void } {
    const corpus = createCorpus();
    const events: string[] = [];
    const names = (statements: CorpusChange['added']): string =>
      statements.map(({ key, paragraphs }) => `${key}:${paragraphs[0]?.text ?? ''}`).join(',');
    const stop = corpus.onChange(({ removed, added }) => events.push(`-${names(removed)} +${names(added)}`));
    return { corpus, events, stop };
  }

  test('of a file that is put in, changed, given another key and taken out', () => {
    const { corpus, events, stop } = record();
    put(corpus, 'f', 'a', 'One.');
    put(corpus, 'f', 'a', 'Two.');
    put(corpus, 'f', 'b', 'Three.');
    corpus.delete('file:///f.statement.md');
    corpus.delete('file:///never.statement.md');
    stop();
    put(corpus, 'f', 'a', 'Unheard.');
    expect(events).toEqual(['- +a:One.', '-a:One. +a:Two.', '-a:Two. +b:Three.', '-b:Three. +']);
  });

  test('only of what becomes visible or invisible', () => {
    const { corpus, events } = record();
    put(corpus, 'g', 'a', 'Shown.');
    put(corpus, 'z', 'a', 'Hidden.', origins.shipped);
    corpus.delete('file:///g.statement.md');
    corpus.clear();
    expect(events).toEqual(['- +a:Shown.', '- +', '-a:Shown. +a:Hidden.', '-a:Hidden. +']);
  });
});
