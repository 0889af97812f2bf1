import type { PassageName } from '../../../server/src/lsp/protocol.ts';

/** Text that was copied or is dragged, and the passages behind it. */
export interface Copied {
  /** As it stands on the clipboard; empty where only passages are dragged. */
  readonly text: string;
  readonly passages: readonly PassageName[];
  /** The words that were selected in a statement; absent for the whole passages. */
  readonly words?: string;
  /** What pasting is expected to give. */
  readonly wants: 'quotation' | 'citation';
}

/** What `Copied` travels as between editors, views and the tree of one window. */
export const copiedMime = 'application/vnd.pincite.copied+json';

export function writeCopied(copied: Copied): string {
  return JSON.stringify(copied);
}

/** `undefined` for anything but what `writeCopied` wrote. */
export function readCopied(json: string): Copied | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { text, passages, words, wants } = value as Readonly<Record<string, unknown>>;
  if (typeof text !== 'string' || !Array.isArray(passages)) return undefined;
  if (wants !== 'quotation' && wants !== 'citation') return undefined;
  if (passages.length === 0 || !passages.every(isPassage)) return undefined;
  return { text, passages, wants, ...(typeof words === 'string' && { words }) };
}

function isPassage(value: unknown): value is PassageName {
  if (typeof value !== 'object' || value === null) return false;
  const { key, address } = value as Readonly<Record<string, unknown>>;
  return typeof key === 'string' && typeof address === 'string';
}

/** What a command of ours put on the clipboard last. VS Code lets commands put nothing there but text. */
export interface ClipboardMemory {
  remember(copied: Copied): void;
  /** What was copied, if the clipboard still has this text; line ends may differ. */
  recall(text: string): Copied | undefined;
}

export function createClipboardMemory(): ClipboardMemory {
  let last: Copied | undefined;
  const plain = (text: string): string => text.replace(/\r\n/g, '\n');
  return {
    remember: (copied) => {
      last = copied;
    },
    recall: (text) => (last !== undefined && plain(last.text) === plain(text) ? last : undefined),
  };
}

/** Nobody quotes less without saying more, and no passage is as long as the upper limit. */
const SHORTEST = 16;
const LONGEST = 20_000;

/** Whether a text is worth looking for in the statements: at least eight Han characters, or twice as many others. */
export function isWorthLocating(text: string): boolean {
  if (text.length > LONGEST) return false;
  let width = 0;
  for (const character of text) {
    if (/[\p{L}\p{N}]/u.test(character)) width += /\p{Script=Han}/u.test(character) ? 2 : 1;
    if (width >= SHORTEST) return true;
  }
  return false;
}
