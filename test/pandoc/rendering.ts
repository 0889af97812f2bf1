import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { officialStyle } from './official-styles.ts';

/** Prints `{key <label=locator>, words after it}`, so that it shows what citeproc has read. */
const PROBE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>probe</title><id>probe</id><updated>2025-01-01T00:00:00+00:00</updated></info>
  <citation><layout prefix="{" suffix="}" delimiter="|"><text variable="title"/>
    <group prefix=" &lt;" suffix="&gt;" delimiter="="><label variable="locator" form="long"/><text variable="locator"/></group>
  </layout></citation>
</style>
`;

export type StyleOfTest = 'probe' | 'default' | 'apa';

export interface Reference {
  readonly key: string;
  readonly title: string;
  readonly author: string;
}

export interface Rendering {
  readonly references: readonly Reference[];
  readonly style: StyleOfTest;
  /** The `lang` of the document; none for English by default. */
  readonly language?: string;
}

/** A Pandoc that renders paragraphs with citeproc; one text comes back for each. */
export interface Renderer {
  readonly name: string;
  render(paragraphs: readonly string[], rendering: Rendering): Promise<string[]>;
}

/** The styles that this machine has. */
export function stylesHere(): StyleOfTest[] {
  return ['probe', 'default', ...(officialStyle('apa') === undefined ? [] : (['apa'] as const))];
}

/** Pandoc 3.10, which is always there, and the installed one. */
export function renderers(): Renderer[] {
  const installed = spawnSync('pandoc', ['--version'], { encoding: 'utf8' });
  return [newPandoc, ...(installed.status === 0 ? [installedPandoc] : [])];
}

const newPandoc: Renderer = {
  name: 'Pandoc 3.10',
  render: async (paragraphs, rendering) => {
    const { convert } = await import('pandoc-wasm');
    const csl = styleOf(rendering.style);
    const { stdout, stderr } = await convert(
      { ...options, ...(csl === undefined ? {} : { csl: 'style.csl' }) },
      documentOf(paragraphs, rendering),
      csl === undefined ? {} : { 'style.csl': csl },
    );
    if (stdout === '') throw new Error(stderr);
    return paragraphsOf(stdout, paragraphs.length);
  },
};

const options = { from: 'markdown', to: 'plain', citeproc: true, wrap: 'none' };

const installedPandoc: Renderer = {
  name: 'the installed Pandoc',
  render: (paragraphs, rendering) => {
    const csl = styleOf(rendering.style);
    const args = ['-f', 'markdown', '-t', 'plain', '--citeproc', '--wrap=none'];
    if (csl !== undefined) {
      const folder = mkdtempSync(path.join(tmpdir(), 'pincite-csl-'));
      onTestFinished(() => {
        rmSync(folder, { recursive: true });
      });
      writeFileSync(path.join(folder, 'style.csl'), csl);
      args.push('--csl', path.join(folder, 'style.csl'));
    }
    const output = execFileSync('pandoc', args, {
      ...{ input: documentOf(paragraphs, rendering), encoding: 'utf8' },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    return Promise.resolve(paragraphsOf(output, paragraphs.length));
  },
};

/** The text of a style; `undefined` for the one that Pandoc has in itself. */
function styleOf(style: StyleOfTest): string | undefined {
  if (style === 'probe') return PROBE;
  const file = style === 'apa' ? officialStyle('apa') : undefined;
  return file === undefined ? undefined : readFileSync(file, 'utf8');
}

function documentOf(paragraphs: readonly string[], { references, language }: Rendering): string {
  const items = references.map(({ key, title, author }) => ({
    ...{ id: key, title, author: [{ literal: author }] },
    ...{ type: 'article-newspaper', issued: '2025-05-09', 'container-title': '人民日报' },
  }));
  // JSON is YAML.
  const front = { ...(language === undefined ? {} : { lang: language }), references: items };
  const lines = Object.entries(front).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  // What has no citation keeps its place.
  const texts = paragraphs.map((text, i) => `#${String(i)}# ${text}`);
  return `---\nsuppress-bibliography: true\n${lines.join('\n')}\n---\n\n${texts.join('\n\n')}\n`;
}

function paragraphsOf(output: string, count: number): string[] {
  // After an abbreviation Pandoc writes a space that does not break.
  const found = output
    .replaceAll('\u00a0', ' ')
    .split(/\n{2,}/)
    .flatMap((text) => /^#\d+# ?([^]*)$/.exec(text)?.[1]?.trim() ?? []);
  if (found.length !== count)
    throw new Error(`${String(found.length)} of ${String(count)} paragraphs: ${output}`);
  return found;
}
