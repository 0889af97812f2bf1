import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findCitations } from '../../server/src/core/citation/citations.ts';
import { toCslItem } from '../../server/src/core/csl/csl-item.ts';
import { officialStyle } from './official-styles.ts';
import { paragraphsOf, type TreeCitation, type TreeParagraph } from './tree.ts';
import {
  converted,
  groups,
  locatorOf,
  singles,
  statements,
  triples,
  type WrittenText,
} from './written-citations.ts';

interface Pandoc {
  readonly name: string;
  /** The document as JSON, by citeproc with a style if one is given: empty for Pandoc's own. */
  read(markdown: string, csl?: string): Promise<string>;
}

const newPandoc: Pandoc = {
  name: 'Pandoc 3.10',
  read: async (markdown, csl) => {
    const { convert } = await import('pandoc-wasm');
    const hasFile = csl !== undefined && csl !== '';
    const { stdout, stderr } = await convert(
      {
        from: 'markdown-smart',
        to: 'json',
        citeproc: csl !== undefined,
        ...(hasFile ? { csl: 'style.csl' } : {}),
      },
      markdown,
      hasFile ? { 'style.csl': readFileSync(csl, 'utf8') } : {},
    );
    if (stdout === '') throw new Error(stderr);
    return stdout;
  },
};

const installedPandoc: Pandoc = {
  name: 'the installed Pandoc',
  read: (input, csl) => {
    const args = ['-f', 'markdown-smart', '-t', 'json'];
    if (csl !== undefined) args.push('--citeproc', ...(csl === '' ? [] : ['--csl', csl]));
    return Promise.resolve(
      execFileSync('pandoc', args, {
        ...{ input, encoding: 'utf8', maxBuffer: 2 ** 28 },
        stdio: ['pipe', 'pipe', 'ignore'],
      }),
    );
  },
};

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
const pandocs = [newPandoc, ...(hasPandoc ? [installedPandoc] : [])];

/** The same of a paragraph as we read it. */
function own(text: string): Omit<TreeParagraph, 'printed'> {
  const found: TreeCitation[][] = [];
  let around = '';
  let at = 0;
  for (const citation of findCitations(text)) {
    const { group, indexInGroup, groupSize, span, keySpan, key, prefix, form, suppressAuthor } = citation;
    const isLast = indexInGroup === groupSize - 1;
    const end =
      groupSize > 1 && !isLast ? span.end : group.end - (text.charAt(group.end - 1) === ']' ? 1 : 0);
    // Of a key in running text the bracket behind it holds nothing but the suffix.
    const suffix = text.slice(keySpan.end, end).replace(form === 'textual' ? /^ \[/ : /^$/, '');
    const mode = suppressAuthor ? 'suppressed' : form === 'textual' ? 'textual' : 'normal';
    if (indexInGroup === 0) {
      around += `${text.slice(at, group.start)}¤`;
      at = group.end;
      found.push([]);
    }
    found.at(-1)?.push({ key, prefix, suffix: suffix.trimEnd(), mode });
  }
  return { groups: found, around: around + text.slice(at) };
}

function documentOf(texts: readonly WrittenText[], front = ''): string {
  return `${front}${texts.map(({ text }) => text).join('\n\n')}\n`;
}

const written: readonly (readonly [string, readonly WrittenText[]])[] = [
  [`each of ${String(singles.length)} passages`, singles],
  ['400 groups of several passages', groups(21, 400)],
  ['400 citations with words before and behind', converted(22, 430).slice(0, 400)],
];

describe.each(pandocs)('$name reads as we do', (pandoc) => {
  test.each(written)(
    '%s: key, prefix, suffix, mode, group and the text around',
    { timeout: 120_000 },
    async (_, texts) => {
      const paragraphs = paragraphsOf(await pandoc.read(documentOf(texts)));
      expect(paragraphs).toHaveLength(texts.length);
      const different = texts.flatMap(({ text, passages }, i) => {
        const { groups: found = [], around = '' } = paragraphs[i] ?? {};
        const theirs = { groups: found, around };
        const keys = found.flat().map(({ key }) => key);
        const isSame =
          JSON.stringify(theirs) === JSON.stringify(own(text)) &&
          keys.join() === passages.map(({ statement }) => statement.key).join();
        return isSame ? [] : [{ text, theirs, own: own(text) }];
      });
      expect(different).toEqual([]);
    },
  );
});

test('the texts are as many as their names say', () => {
  expect(singles.length).toBeGreaterThan(800);
  expect(written.map(([, texts]) => texts.length).slice(1)).toEqual([400, 400]);
});

const printedTexts: readonly (readonly [string, readonly WrittenText[]])[] = [
  [`all passages in ${String(triples.length)} citations`, triples],
  ...written.slice(2),
];

const STYLES = [
  'apa',
  'chicago-fullnote-bibliography',
  'china-national-standard-gb-t-7714-2015-note',
] as const;

/** Pandoc's own style, which is always there, and the official ones that this machine has. */
const styles = ['', ...STYLES].map((name) => {
  const file = name === '' ? '' : officialStyle(name);
  return {
    name: name === '' ? 'the default' : name,
    file: file === '' || (file !== undefined && existsSync(file)) ? file : undefined,
  };
});

describe.each(pandocs)('$name with citeproc', (program) => {
  for (const { name, file } of styles) {
    describe.skipIf(file === undefined)(
      `in the style ${name}${file === undefined ? ' (not on this machine)' : ''}`,
      () => {
        test.each(
          printedTexts.flatMap(([what, texts]) => ['zh-CN', 'en'].map((lang) => ({ what, texts, lang }))),
        )('prints the locators of $what, lang $lang', { timeout: 300_000 }, async ({ texts, lang }) => {
          const references = statements.map((each) => toCslItem(each));
          const front = { lang, 'suppress-bibliography': true, references };
          const lines = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
          const json = await program.read(documentOf(texts, `---\n${lines.join('\n')}\n---\n\n`), file);
          const paragraphs = paragraphsOf(json);
          expect(paragraphs).toHaveLength(texts.length);
          const wrong = texts.flatMap(({ text, passages }, i) => {
            const { printed = '' } = paragraphs[i] ?? {};
            const lost = passages.map(locatorOf).filter((locator) => !isPrinted(locator, printed));
            // No paragraph is a page.
            const isRelabelled = /pp?\. ?(?=第)|页/u.test(printed);
            return lost.length === 0 && !isRelabelled ? [] : [{ text, lost, printed }];
          });
          expect(wrong).toEqual([]);
        });
      },
    );
  }
});

/** Chinese locators word for word; signs may become words of the style, but not their numbers. */
function isPrinted(locator: string, printed: string): boolean {
  if (/\p{Script=Han}/u.test(locator)) return printed.includes(locator);
  const numbers = locator.match(/\d+|\([a-z]\)/gu) ?? [];
  return new RegExp(numbers.map((each) => each.replace(/[()]/g, '\\$&')).join('[^\\d]*'), 'u').test(printed);
}
