import { LineCounter, parseDocument } from 'yaml';
import type { Pin, PinnedPassage, PinnedStatement, Pins } from './pin.ts';
import { passageHash, pinFormat, pinVersion } from './write-pins.ts';

/** Why a file is not read as pins. */
export interface PinFault {
  readonly kind: 'not-json' | 'not-pins' | 'later-version' | 'wrong-entry' | 'wrong-hash';
  /** 0-based; absent where no line can be named. */
  readonly line?: number;
}

/** Reads a file of pins, all of it or nothing: what was changed by hand or by a merge is not trusted. */
export function readPins(text: string): { readonly pins: Pins } | { readonly fault: PinFault } {
  const value = parseJson(text.replace(/^\ufeff/, ''));
  if (value === undefined) return { fault: { kind: 'not-json', ...lineOfFault(text) } };
  if (!isRecord(value) || value['format'] !== pinFormat) return { fault: { kind: 'not-pins' } };
  const version = value['version'];
  if (typeof version === 'number' && version > pinVersion) return { fault: { kind: 'later-version' } };
  const statements = list(value['statements'], readStatement);
  const pins = list(value['pins'], readPin);
  if (version !== pinVersion || statements === undefined || pins === undefined)
    return { fault: { kind: 'wrong-entry' } };
  for (const { passages } of pins)
    for (const { passage, hash } of passages)
      if (passageHash(passage) !== hash) return { fault: { kind: 'wrong-hash', ...lineOf(text, hash) } };
  return {
    pins: {
      statements,
      pins: pins.map((pin) => ({ ...pin, passages: pin.passages.map(({ passage }) => passage) })),
    },
  };
}

/** Where a file of pins has a passage; its first line if it has none such. 0-based. */
export function lineOfPassage(text: string, passage: PinnedPassage): number {
  return lineOf(text, passageHash(passage)).line ?? 0;
}

interface ReadPin extends Omit<Pin, 'passages'> {
  readonly passages: readonly { readonly passage: PinnedPassage; readonly hash: string }[];
}

function readStatement(value: unknown): PinnedStatement | undefined {
  if (!isRecord(value)) return undefined;
  const { key, title, version } = value;
  return isText(key) && isText(title) && isText(version) ? { key, title, version } : undefined;
}

function readPin(value: unknown): ReadPin | undefined {
  if (!isRecord(value)) return undefined;
  const { key, locator, quotation } = value;
  const written = locator ?? quotation;
  const passages = list(value['passages'], readPassage);
  if (!isText(key) || !isText(written) || passages === undefined || passages.length === 0) return undefined;
  return { key, kind: locator === undefined ? 'quotation' : 'citation', written, passages };
}

function readPassage(value: unknown): ReadPin['passages'][number] | undefined {
  if (!isRecord(value)) return undefined;
  const { address, hash } = value;
  const paragraphs = list(value['text'], (each) => (isText(each) ? each : undefined));
  return isText(address) && isText(hash) && paragraphs !== undefined
    ? { passage: { address, paragraphs }, hash }
    : undefined;
}

/** A list of which every item can be read; `undefined` for anything else. */
function list<T>(value: unknown, read: (item: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = value.map(read);
  const found = items.filter((item) => item !== undefined);
  return found.length === items.length ? found : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** JSON is YAML, and what reads YAML says where it stops. */
function lineOfFault(text: string): { readonly line?: number } {
  const marker = /^(?:<{7}|={7}|>{7})(?: |\r?$)/m.exec(text);
  if (marker !== null) return { line: linesBefore(text, marker.index) };
  try {
    const [error] = parseDocument(text, { lineCounter: new LineCounter() }).errors;
    const line = error?.linePos?.[0].line;
    return line === undefined ? {} : { line: line - 1 };
  } catch {
    // The library gives up on very deep nesting.
    return {};
  }
}

function lineOf(text: string, part: string): { readonly line?: number } {
  const at = text.indexOf(part);
  return at < 0 ? {} : { line: linesBefore(text, at) };
}

function linesBefore(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
