import type { MarkdownDocument } from '../markdown-document.ts';
import { readBlocks, type BlockReading } from './block-reading.ts';
import { braces } from './braces.ts';
import { createCover } from './covered.ts';
import { gluedKeys } from './glued-key.ts';
import { hanAfterKey } from './han-after-key.ts';
import { keysAfterHan } from './key-after-han.ts';
import { keysNotAscii } from './key-not-ascii.ts';
import { foreignLabels } from './label-language.ts';
import { nestedCitations } from './nested-citation.ts';
import { pageTraps } from './page-trap.ts';
import { prefixesWithoutSpace } from './prefix-without-space.ts';
import type { Trap, TrapContext } from './trap.ts';

/** The traps of one block. */
export interface BlockTraps {
  readonly reading: BlockReading;
  /** In the order of the text; never empty. */
  readonly traps: readonly Trap[];
}

/** Finds the citations of a document whose form goes wrong downstream. What is no citation and not meant as one is none. */
export function findTraps(document: MarkdownDocument, context: TrapContext): BlockTraps[] {
  const found: BlockTraps[] = [];
  for (const reading of readBlocks(document)) {
    const traps = trapsIn(reading, context);
    if (traps.length > 0) found.push({ reading, traps });
  }
  return found;
}

/** The traps of a block, in the order of the text. */
export function trapsIn(reading: BlockReading, context: TrapContext): Trap[] {
  const glued = gluedKeys(reading);
  const traps = [
    ...nestedCitations(reading),
    ...prefixesWithoutSpace(reading, glued, context),
    ...keysAfterHan(reading, glued, context),
    ...hanAfterKey(reading, context),
    ...keysNotAscii(reading, context),
    ...braces(reading, context),
    ...pageTraps(reading, context),
    ...foreignLabels(reading, context),
  ];
  // In a link, whose words are no place for a citation, nothing is anybody's to correct.
  const isInLink = createCover(reading.links.map(({ span }) => span));
  return traps.sort((a, b) => a.span.start - b.span.start).filter(({ span }) => !isInLink(span.start));
}
