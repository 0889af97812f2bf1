import type { CslItem } from './csl-item.ts';

/** CSL-JSON, as citation managers and Pandoc read it. */
export function writeCslJson(items: readonly CslItem[]): string {
  return `${JSON.stringify(items, undefined, 2)}\n`;
}
