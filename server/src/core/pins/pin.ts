/**
 * What a citation or a quotation of a draft saw when it was pinned. It is known again by its key and by what was written:
 * the locator of a citation, or the words of a quotation that says less than the passage it cites.
 */
export interface Pin {
  readonly key: string;
  readonly kind: 'citation' | 'quotation';
  /** As it was written; of a citation without a locator empty. */
  readonly written: string;
  /** In the order in which they are cited; never empty. */
  readonly passages: readonly PinnedPassage[];
}

export interface PinnedPassage {
  /** Canonical; empty for the statement as a whole. */
  readonly address: string;
  /** The words of each paragraph. */
  readonly paragraphs: readonly string[];
}

/** A statement as it was when it was pinned. */
export interface PinnedStatement {
  readonly key: string;
  readonly title: string;
  /** SHA-256 of its file. */
  readonly version: string;
}

/** Everything that is pinned for one draft. */
export interface Pins {
  readonly statements: readonly PinnedStatement[];
  readonly pins: readonly Pin[];
}

/** What two pins have in common that belong to the same citation, however it is spaced. */
export function identityOf({ key, kind, written }: Omit<Pin, 'passages'>): string {
  return JSON.stringify([key, kind, written.normalize('NFKC').replace(/\s+/g, '')]);
}
