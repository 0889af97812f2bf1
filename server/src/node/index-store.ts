import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { decodeSegment, encodeSegment } from '../core/search/index/segment-file.ts';
import type { Segment } from '../core/search/index/segment.ts';
import type { Sounds } from '../core/search/index/sounds.ts';
import type { IndexStore, StoredSegment } from '../service/index-store.ts';
import type { Warn } from '../service/warn.ts';

/** Raised when the form of the files changes in a way that the build does not tell. */
const VERSION = 1;
const MANIFEST = 'index.json';
const SEGMENT = /^segment-[0-9a-f-]{36}\.bin$/;

/** The first line of the manifest is the checksum of the second, which is this as JSON. */
interface Manifest {
  readonly version: number;
  readonly build: string;
  readonly segments: readonly {
    readonly file: string;
    readonly crc: number;
    readonly gone: readonly number[];
  }[];
}

/** A segment that has a file. Its sounds may be made later, and then it needs another. */
interface Stored {
  readonly file: string;
  readonly crc: number;
  readonly hasSounds: boolean;
}

/**
 * Keeps an index in a folder: a file for each segment, written once under a new name, and a manifest that names them,
 * put in place of the old one last. `build` is whatever the index depends on besides the texts: an index of another
 * build is as none. `warn` is told what went wrong, for the log.
 */
export function createIndexStore(folder: string, build: string, warn: Warn): IndexStore {
  const stored = new WeakMap<Segment, Stored>();

  const read = async (): Promise<readonly StoredSegment[] | undefined> => {
    const manifest = readManifest(await readFile(join(folder, MANIFEST), 'utf8'));
    if (manifest?.version !== VERSION || manifest.build !== build) return undefined;
    const segments = await Promise.all(
      manifest.segments.map(async ({ file, crc, gone }): Promise<StoredSegment> => {
        const bytes = await readWhole(join(folder, file));
        const decoded = crc32(bytes) === crc ? decodeSegment(bytes) : undefined;
        if (decoded === undefined) throw new Error(`${file} is damaged`);
        const live = decoded.segment.live.map((_, card) => (gone.includes(card) ? 0 : 1));
        stored.set(decoded.segment, { file, crc, hasSounds: decoded.sounds !== undefined });
        return { ...decoded, live };
      }),
    );
    return segments;
  };

  const writeSegment = async (segment: Segment, sounds: Sounds | undefined): Promise<Stored> => {
    const known = stored.get(segment);
    if (known !== undefined && (known.hasSounds || sounds === undefined)) return known;
    const file = `segment-${randomUUID()}.bin`;
    const pieces = encodeSegment(segment, sounds);
    await writeWhole(join(folder, file), pieces);
    const crc = pieces.reduce((sum, piece) => crc32(piece, sum), 0);
    const made = { file, crc, hasSounds: sounds !== undefined };
    stored.set(segment, made);
    return made;
  };

  const write = async (segments: readonly StoredSegment[]): Promise<void> => {
    await mkdir(folder, { recursive: true });
    const named: Manifest['segments'][number][] = [];
    for (const { segment, live, sounds } of segments) {
      const { file, crc } = await writeSegment(segment, sounds);
      const gone = [...live.entries()].flatMap(([card, counts]) => (counts === 1 ? [] : [card]));
      named.push({ file, crc, gone });
    }
    const manifest: Manifest = { version: VERSION, build, segments: named };
    const text = JSON.stringify(manifest);
    const temporary = join(folder, `${MANIFEST}.${randomUUID()}`);
    await writeWhole(temporary, [Buffer.from(`${checksum(text)}\n${text}`)]);
    await rename(temporary, join(folder, MANIFEST));
    const names = new Set(named.map(({ file }) => file));
    const old = (await readdir(folder)).filter((name) => SEGMENT.test(name) && !names.has(name));
    await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
  };

  let last: Promise<void> = Promise.resolve();
  return {
    load: () =>
      read().catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') warn('index.unreadable', { folder, error: String(error) });
        return undefined;
      }),
    // One after another: the files of one would be gone before the manifest of another.
    save: (segments) =>
      (last = last
        .then(() => write(segments))
        .catch((error: unknown) => {
          warn('index.unwritable', { folder, error: String(error) });
        })),
  };
}

function readManifest(text: string): Manifest | undefined {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (text.slice(0, end) !== checksum(body)) throw new Error(`${MANIFEST} is damaged`);
  return JSON.parse(body) as Manifest;
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A buffer of its own: segments keep it, and read numbers from it at even places. */
async function readWhole(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(size);
    let at = 0;
    while (at < size) {
      const { bytesRead } = await file.read(bytes, at, size - at);
      if (bytesRead === 0) throw new Error(`${path} is shorter than it was`);
      at += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}

/** On the disk when it resolves, so that what names it later never names nothing. */
async function writeWhole(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (const piece of pieces) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
