import { origins } from '../core/corpus.ts';
import { isStatementFile } from '../core/statement/parse.ts';
import { belongs, type Root } from './root.ts';

/** Markdown, Quarto and R Markdown. */
const MARKDOWN = /\.(?:md|markdown|qmd|rmd)$/i;
/** As language identifiers of editors go. */
const LANGUAGES: ReadonlySet<string> = new Set(['markdown', 'pandoc', 'quarto', 'rmd', 'rmarkdown']);
/** What folders are read without. */
const HIDDEN = /\/(?:\.[^/]*|node_modules)(?:\/|$)/;
/** Folders of a corpus that hold received files. */
const SOURCES = /\/sources\//i;

/** True for the name of a file that somebody may write in: Markdown of any kind, but no statement file. */
export function isDraftName(uri: string): boolean {
  return MARKDOWN.test(uri) && !isStatementFile(uri);
}

/** True for an open document that citations may stand in. A document that was never saved has a language and no name. */
export function isDraftDocument(uri: string, language: string | undefined): boolean {
  return !isStatementFile(uri) && (MARKDOWN.test(uri) || LANGUAGES.has(language ?? ''));
}

/**
 * True for a draft below a workspace folder: not in a hidden folder or `node_modules`, and no text that a corpus folder
 * makes a statement or a source.
 */
export function isWorkspaceDraft(uri: string, roots: readonly Root[]): boolean {
  return isDraftName(uri) && !isCorpusText(uri, roots) && roots.some((root) => isSeenBelow(uri, root));
}

/** True for a text that a corpus folder makes a statement, or keeps as a source. */
export function isCorpusText(uri: string, roots: readonly Root[]): boolean {
  return roots.some((root) => {
    if (belongs(uri, root)) return true;
    const below = pathBelow(uri, root);
    return root.origin !== origins.workspace && below !== undefined && SOURCES.test(below);
  });
}

function isSeenBelow(uri: string, root: Root): boolean {
  const below = root.origin === origins.workspace ? pathBelow(uri, root) : undefined;
  return below !== undefined && !HIDDEN.test(below);
}

/** The path from a root on, with a slash before it; `undefined` for what is not below the root. */
function pathBelow(uri: string, { uri: root }: Root): string | undefined {
  const base = root.replace(/\/+$/, '');
  return uri.startsWith(`${base}/`) ? uri.slice(base.length) : undefined;
}
