import { createDraft, type Draft } from '../../server/src/service/draft.ts';
import type { PinFinding } from '../../server/src/service/pin-findings.ts';
import type { Pinned } from '../../server/src/service/pins.ts';
import type { Refusal } from '../../server/src/service/refusal.ts';
import { createService, type Service } from '../../server/src/service/service.ts';
import {
  allRoots,
  CONFIGURED,
  memoryFiles,
  statementFile,
  WORKSPACE,
  type MemoryFiles,
} from './workspace.ts';

export const NOTE = `${WORKSPACE}/note.md`;
export const PINS = `${NOTE}.pins.json`;

/** A corpus of one statement, `accord`, whose paragraphs can be changed, and a note that cites it. */
export interface PinnedWorld {
  readonly service: Service;
  readonly files: MemoryFiles;
  /** The statement has these paragraphs from now on. */
  setParagraphs(...paragraphs: readonly string[]): Promise<void>;
  /** Another file of the corpus; without a text it is gone. */
  setFile(name: string, text?: string): Promise<void>;
  draft(text: string): Draft;
  pin(text: string): Promise<Pinned | Refusal>;
  findings(text: string): Promise<readonly PinFinding[]>;
  /** Each finding as `severity code [what it is about]: message`. */
  told(text: string): Promise<string[]>;
  /** What is in the file of pins; `undefined` if there is none. */
  pinText(): Promise<string | undefined>;
}

export async function pinnedWorld(...paragraphs: readonly string[]): Promise<PinnedWorld> {
  const statement = `${CONFIGURED}/accord.statement.md`;
  const textOf = (words: readonly string[]): string => statementFile('accord', words.join('\n\n'));
  const files = memoryFiles({ [statement]: textOf(paragraphs) });
  const service = createService({
    files,
    pause: () => Promise.resolve(),
    writeFile: async (uri, text) => {
      await files.write(uri, text);
      return undefined;
    },
  });
  files.onChange((uri) => service.loader.fileChanged(uri));
  await service.loader.load(allRoots);
  const draft = (text: string): Draft => createDraft(NOTE, text);
  const findings = (text: string) => service.pins.findings(draft(text));
  return {
    ...{ service, files, draft, findings },
    setParagraphs: (...words) => files.write(statement, textOf(words)),
    setFile: (name, text) =>
      text === undefined ? files.remove(`${CONFIGURED}/${name}`) : files.write(`${CONFIGURED}/${name}`, text),
    pin: (text) => service.pins.pin(draft(text)),
    told: async (text) => {
      const { lines } = draft(text);
      return (await findings(text)).map(({ severity, code, range, message }) => {
        const words = text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
        return `${severity} ${code} ${words}: ${message}`;
      });
    },
    pinText: async () => {
      const content = await files.read(PINS);
      return content.kind === 'text' ? content.text : undefined;
    },
  };
}
