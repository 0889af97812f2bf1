export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

/** 0-based lines and UTF-16 characters. */
export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}
