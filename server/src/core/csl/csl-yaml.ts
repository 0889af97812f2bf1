import { Document, isSeq, visit } from 'yaml';
import type { CslItem } from './csl-item.ts';

/** What is no text of an item; the rest Pandoc reads as Markdown. */
const PLAIN: ReadonlySet<string> = new Set(['id', 'type', 'language']);

/** CSL-YAML, as Pandoc reads it: a list `references`, whose texts are Markdown. */
export function writeCslYaml(items: readonly CslItem[]): string {
  const document = new Document({ references: items.map(escapeItem) });
  visit(document, {
    Pair: (_, { key, value }) => {
      // [[2025, 5, 8]] in one line.
      const name = key as { readonly value?: unknown } | null;
      if (name?.value === 'date-parts' && isSeq(value)) value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function escapeItem(item: CslItem): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, PLAIN.has(name) ? value : escapeValue(value)]),
  );
}

function escapeValue(value: unknown): unknown {
  if (typeof value === 'string') return escapeMarkdown(value);
  if (Array.isArray(value)) return value.map(escapeValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, escapeValue(each)]));
}

/** Only marks that would mean something are escaped, so that other readers of YAML see few of the backslashes. */
function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\*`$^~@[\]<>|]/g, '\\$&')
      .replace(/&(?=#?\w+;)/g, '\\&')
      // Between letters an underscore is one.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      // Dashes and dots that would run together.
      .replace(/-(?=-)/g, '\\-')
      .replace(/\.(?=\.\.)/g, '\\.')
      // At the start what would open a list, a heading, a line block or a quotation.
      .replace(/^(?:[-+:#%](?=\s|$|#)|-(?=-))/, '\\$&')
      .replace(/^(\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+|#))([.)])(?=\s|$)/, '$1\\$2')
  );
}
