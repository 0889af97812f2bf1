import type { TextDocument } from 'vscode-languageserver-textdocument';
import { createDraft, type Draft } from '../service/draft.ts';
import { normaliseUri } from './uri.ts';

/** One draft for each version of an open document, so that its citations are found once. */
export function createDrafts(open: (uri: string) => TextDocument | undefined) {
  const cache = new WeakMap<TextDocument, { readonly version: number; readonly draft: Draft }>();
  return (uri: string): Draft | undefined => {
    const document = open(uri);
    if (document === undefined) return undefined;
    const cached = cache.get(document);
    if (cached?.version === document.version) return cached.draft;
    const draft = createDraft(normaliseUri(uri), document.getText());
    cache.set(document, { version: document.version, draft });
    return draft;
  };
}
