import { addressAt, findPassage } from '../core/passage.ts';
import type { Range } from '../core/span.ts';
import type { Library } from './library.ts';
import { treePath, type TreeNode } from './tree.ts';

export interface PassageAt {
  readonly key: string;
  /** A run if the range reaches over several paragraphs; empty for the statement as a whole. */
  readonly address: string;
  readonly path: readonly TreeNode[];
}

/** The passage at a range of a statement file; `undefined` if the file is no statement that its key names. */
export function passageAt({ corpus }: Library, uri: string, range: Range): PassageAt | undefined {
  const statement = corpus.byUri(uri);
  if (statement === undefined || corpus.byKey(statement.key) !== statement) return undefined;
  const { lines } = statement;
  const address = addressAt(statement, {
    start: lines.offsetAt(range.start),
    end: lines.offsetAt(range.end),
  });
  const first = address === '' ? undefined : findPassage(statement, address)?.paragraphs[0];
  return { key: statement.key, address, path: treePath(statement, first) };
}
