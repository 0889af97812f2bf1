import * as l10n from '@vscode/l10n';
import type { Files } from './files.ts';
import type { CslFile } from './note-settings.ts';
import type { Refusal } from './refusal.ts';

/** A CSL file that holds a style of its own. */
export interface CslStyle {
  readonly uri: string;
  readonly text: string;
}

/**
 * Reads the CSL file that a user named. One that only names another style is followed to that one if it lies beside it
 * or in the folder above, as CSL's own collection has them; nothing is fetched.
 */
export async function readCslStyle(files: Files, csl: CslFile): Promise<CslStyle | Refusal> {
  const { asked, uris, setting } = csl;
  const style = await firstOf(files, uris);
  if (style === undefined) {
    return { refused: l10n.t('The CSL file {0} does not exist. Correct {1}.', asked, setting) };
  }
  if ('reason' in style) {
    return { refused: l10n.t('The CSL file {0} cannot be read ({1}).', asked, style.reason) };
  }
  if (!/<style\b[^>]*\bxmlns\s*=\s*["']http:\/\/purl\.org\/net\/xbiblio\/csl["']/.test(style.text)) {
    return {
      refused: l10n.t('{0} is not a CSL style. Correct {1}.', asked, setting),
    };
  }
  if (/<citation\b/.test(style.text)) return style;
  const parent = parentOf(style.text);
  if (parent === undefined) {
    return {
      refused: l10n.t('The CSL style {0} says nothing about citations. Name another in {1}.', asked, setting),
    };
  }
  const found = await firstOf(
    files,
    [`${parent}.csl`, `../${parent}.csl`].map((path) => beside(style.uri, path)),
  );
  if (found !== undefined && 'text' in found && /<citation\b/.test(found.text)) return found;
  return {
    refused: l10n.t('The CSL style {0} only names another, {1}. Put {1}.csl beside it.', asked, parent),
  };
}

type Read = CslStyle | { readonly reason: string };

async function firstOf(files: Files, uris: readonly string[]): Promise<Read | undefined> {
  for (const uri of uris) {
    const content = await files.read(uri);
    if (content.kind === 'text') return { uri, text: content.text };
    // What is no text is no style either: the caller says so.
    if (content.kind === 'not-utf8') return { uri, text: '' };
    if (content.kind === 'unreadable') return { reason: content.reason };
  }
  return undefined;
}

/** The name of the style that a dependent one stands for: `nature` of `http://www.zotero.org/styles/nature`. */
function parentOf(text: string): string | undefined {
  const link = /<link\b[^>]*\brel\s*=\s*["']independent-parent["'][^>]*>/.exec(text)?.[0];
  return /\bhref\s*=\s*["'][^"']*\/([A-Za-z0-9-]+)(?:\.csl)?["']/.exec(link ?? '')?.[1];
}

function beside(uri: string, path: string): string {
  const parts = uri.split('/').slice(0, -1);
  if (path.startsWith('../')) parts.pop();
  return [...parts, path.replace(/^\.\.\//, '')].join('/');
}
