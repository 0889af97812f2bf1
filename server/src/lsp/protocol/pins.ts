// ---- client → server: requests ----

/** Writes what the citations and quotations of an open draft see beside it; `null` for what is no draft. */
export const pinRequest = 'pincite/pin';
export interface PinParams {
  readonly uri: string;
}
export type PinResult =
  | {
      /** The file of the pins. */
      readonly uri: string;
      /** How many citations and quotations have a pin now. */
      readonly pins: number;
      /** How many of them see something else than before, or were not pinned. */
      readonly changed: number;
    }
  /** Why nothing was written: one sentence, in the language of the user. */
  | { readonly refused: string };

// ---- client → server: commands ----

/** Pins again what stands in a range of an open draft; its arguments are the URI and the range. */
export const acceptCommand = 'pincite.acceptPassage';
