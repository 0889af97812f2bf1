import type { BibliographyFormat } from './bibliography-format.ts';

/**
 * The citation keys of a bibliography, whoever wrote it; `undefined` for a text that is none. A modest reader: it may
 * take more for keys than are, and misses none that is written in a usual way.
 */
export function readKeys(format: BibliographyFormat, text: string): ReadonlySet<string> | undefined {
  switch (format) {
    case 'csl-json':
      return readJsonKeys(text);
    case 'csl-yaml':
      return new Set(matches(text, YAML_ID));
    case 'biblatex':
      return readBibKeys(text);
    case 'ris':
      return new Set(matches(text, /^ID {2}- (.+?)\s*$/gm));
  }
}

/** `- id: key` at the start of a line, `{id: key, …}` within it, the key with or without quotation marks. */
const YAML_ID =
  /(?:^[ \t]*(?:-[ \t]+)*|[{,][ \t]*)["']?id["']?[ \t]*:[ \t]+(?:"([^"\n]+)"|'([^'\n]+)'|([^\s,}"'#][^\s,}]*))/gm;
const BIB_ENTRY = /@([A-Za-z]+)\s*[{(]\s*([^\s,{}()"=]+)\s*,/g;
/** BibLaTeX and Pandoc know an entry by other keys too. */
const BIB_IDS = /\bids\s*=\s*[{"]([^{}"]*)[}"]/gi;

function readJsonKeys(text: string): ReadonlySet<string> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  // Pandoc also reads an object that holds the list.
  const items = [json, get(json, 'references'), get(json, 'items')].find(Array.isArray);
  if (items === undefined) return undefined;
  return new Set(
    (items as readonly unknown[])
      .flatMap((item) => [get(item, 'id'), get(item, 'citation-key')])
      .filter((id) => typeof id === 'string' || typeof id === 'number')
      .map(String),
  );
}

function readBibKeys(text: string): ReadonlySet<string> {
  const entries = [...text.matchAll(BIB_ENTRY)]
    .filter(([, type = '']) => !/^(?:comment|string|preamble)$/i.test(type))
    .map(([, , key = '']) => key);
  const others = matches(text, BIB_IDS).flatMap((ids) => ids.split(',').map((id) => id.trim()));
  return new Set([...entries, ...others]);
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(
    ([, ...groups]) => groups.find((group: string | undefined) => group !== undefined) ?? '',
  );
}

function get(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
