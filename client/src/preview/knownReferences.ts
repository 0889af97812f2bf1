import * as vscode from 'vscode';
import type { PreviewResult } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import type { Disposable } from '../disposable.ts';
import { isDraft } from '../languages.ts';
import { findReferences, isSameResult, type References } from './references.ts';

/** What the server said about texts that were rendered. Rendering waits for nothing: it shows what is known. */
export interface KnownReferences extends Disposable {
  /** What is known of a text; the server is asked for what is not, and the previews are rendered again if it differs. */
  in(text: string): References | undefined;
  /** Forgets what was said and asks again about the texts that are open. */
  forget(): void;
}

/** Nobody waits longer between two keystrokes and the preview. */
const ASK_DELAY = 150;
const MOST_TEXTS = 20;
const MOST_REFERENCES = 1000;

export function createKnownReferences(
  corpus: Pick<Corpus, 'preview'>,
  renderAgain: () => void,
): KnownReferences {
  /** By text, what was said about it. */
  const answers = new Map<string, PreviewResult>();
  /** By text, what it was rendered with. */
  const rendered = new Map<string, PreviewResult>();
  /** Every reference that is known, by what is written: text that is being typed keeps the others. */
  const citations = new Map<string, PreviewResult['citations'][number]>();
  const links = new Map<string, PreviewResult['links'][number]>();
  const pending = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  const guess = (text: string): PreviewResult => ({
    citations: [...citations.values()].filter(({ raw }) => text.includes(raw)),
    links: [...links.values()].filter(({ href }) => text.includes(href)),
  });
  const learn = (text: string, answer: PreviewResult): void => {
    keep(answers, text, answer, MOST_TEXTS);
    for (const citation of answer.citations) keep(citations, citation.raw, citation, MOST_REFERENCES);
    for (const link of answer.links) keep(links, link.href, link, MOST_REFERENCES);
  };
  const ask = async (): Promise<void> => {
    const texts = [...pending];
    pending.clear();
    // Of what was typed in the meantime the last counts; other drafts may be in sight too.
    const asked = texts.filter((text, at) => at === texts.length - 1 || isOpen(text));
    const isNew = await Promise.all(
      asked.map(async (text) => {
        const answer = await corpus.preview({ text });
        if (answer === undefined) return false;
        learn(text, answer);
        const before = rendered.get(text);
        return before !== undefined && !isSameResult(before, answer);
      }),
    );
    if (!isOver && isNew.includes(true)) renderAgain();
  };
  const askSoon = (text: string): void => {
    if (isOver) return;
    // As the last of those that wait.
    pending.delete(text);
    pending.add(text);
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), ASK_DELAY);
  };
  return {
    in: (text) => {
      if (!/@|pincite:/i.test(text)) return undefined;
      const answer = answers.get(text);
      if (answer === undefined) askSoon(text);
      const shown = answer ?? guess(text);
      keep(rendered, text, shown, MOST_TEXTS);
      return findReferences(shown);
    },
    forget: () => {
      answers.clear();
      for (const text of rendered.keys()) if (isOpen(text)) askSoon(text);
    },
    dispose: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
}

/** Puts in as the newest, and takes the oldest out where there are too many. */
function keep<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}

/** True for the text of a draft as it is now. */
function isOpen(text: string): boolean {
  return vscode.workspace.textDocuments.some(
    (document) => isDraft(document) && document.getText().replace(/\r\n?/g, '\n') === text,
  );
}
