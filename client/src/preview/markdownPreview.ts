import * as vscode from 'vscode';
import type { Corpus } from '../corpus/connection.ts';
import type { Disposable } from '../disposable.ts';
import { createKnownReferences } from './knownReferences.ts';
import type { MarkdownIt } from './markdownIt.ts';
import { addReferences } from './plugin.ts';
import { relativeHref } from './relativeHref.ts';

/** What the extension gives to VS Code's Markdown preview. */
export interface MarkdownPreview extends Disposable {
  /** Called by the preview, once for each engine that it makes. */
  extendMarkdownIt<Engine extends MarkdownIt>(md: Engine): Engine;
}

const SETTING = 'pincite.preview.citations';

/** Citations in VS Code's Markdown preview: by titles, with the passage under the pointer, without any script. */
export function createMarkdownPreview(corpus: Corpus, log: vscode.LogOutputChannel): MarkdownPreview {
  const refresh = (): void => {
    // Also forgets what the preview has parsed.
    vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, (error: unknown) => {
      log.warn('preview-refresh-failed', String(error));
    });
  };
  const known = createKnownReferences(corpus, refresh);
  const isOn = (): boolean => vscode.workspace.getConfiguration().get(SETTING, true);
  const listeners = [
    corpus.onDidChange(() => {
      known.forget();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTING)) refresh();
      if (event.affectsConfiguration('pincite.citation.style')) known.forget();
    }),
  ];
  return {
    extendMarkdownIt: (md) =>
      addReferences(md, {
        referencesIn: (text) => (isOn() ? known.in(text) : undefined),
        hrefFrom: (env, target) => {
          const document = documentOf(env);
          return document && relativeHref(document, vscode.Uri.parse(target));
        },
        isLeftAlone: (env) => documentOf(env)?.path.endsWith('.statement.md') === true,
      }),
    dispose: () => {
      vscode.Disposable.from(...listeners, known).dispose();
    },
  };
}

/** The document that is rendered; `undefined` for a text without one. */
function documentOf(env: unknown): vscode.Uri | undefined {
  const { currentDocument } = (env ?? {}) as { readonly currentDocument?: unknown };
  return currentDocument instanceof vscode.Uri ? currentDocument : undefined;
}
