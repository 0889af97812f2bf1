import { readPins, type PinFault } from '../core/pins/read-pins.ts';
import type { Pins } from '../core/pins/pin.ts';
import { lastPart } from './file-name.ts';
import type { Files } from './files.ts';
import { faultMessage, unreadablePins } from './pin-messages.ts';

/** What lies beside a draft as its pins. */
export type PinFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'pins'; readonly text: string; readonly pins: Pins }
  /** `line` is the one to look at, 0-based. */
  | { readonly kind: 'damaged'; readonly message: string; readonly line: number };

/** The file of a draft's pins: `note.md.pins.json` beside `note.md`. */
export function pinUri(draft: string): string {
  return `${draft}.pins.json`;
}

/** The draft whose pins a file has. */
export function draftOfPins(uri: string): string {
  return uri.replace(/\.pins\.json$/, '');
}

/** True for a file of pins, by its name. */
export function isPinFile(uri: string): boolean {
  return uri.endsWith('.pins.json');
}

export interface PinFiles {
  /** What lies beside a draft now. Read again only where its stamp is another. */
  read(draft: string): Promise<PinFile>;
}

/** So many files are remembered. */
const MOST = 500;

export function createPinFiles(files: Files): PinFiles {
  const known = new Map<string, { readonly stamp: string; readonly file: PinFile }>();
  const readAnew = async (uri: string): Promise<{ stamp?: string; file: PinFile }> => {
    const content = await files.read(uri);
    switch (content.kind) {
      case 'missing':
        return { file: { kind: 'none' } };
      case 'unreadable':
        return { file: { kind: 'damaged', message: unreadablePins(lastPart(uri), content.reason), line: 0 } };
      case 'not-utf8':
        return { file: damaged(uri, { kind: 'not-json', line: content.before.split('\n').length - 1 }) };
      case 'text': {
        const { text, stamp } = content;
        const read = readPins(text);
        const file: PinFile =
          'fault' in read ? damaged(uri, read.fault) : { kind: 'pins', text, pins: read.pins };
        return { file, ...(stamp !== undefined && { stamp }) };
      }
    }
  };
  return {
    read: async (draft) => {
      const uri = pinUri(draft);
      const stamp = await files.stamp(uri);
      const before = known.get(uri);
      if (before !== undefined && before.stamp === stamp) return before.file;
      const read = await readAnew(uri);
      known.delete(uri);
      if (known.size >= MOST) known.clear();
      if (read.stamp !== undefined) known.set(uri, { stamp: read.stamp, file: read.file });
      return read.file;
    },
  };
}

function damaged(uri: string, fault: PinFault): PinFile {
  return { kind: 'damaged', message: faultMessage(lastPart(uri), fault), line: fault.line ?? 0 };
}
