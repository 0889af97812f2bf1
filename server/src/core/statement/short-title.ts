import type { Statement } from './model.ts';

/** The short title if the statement has one. */
export function shortTitle({ metadata }: Pick<Statement, 'metadata'>): string {
  return metadata.titleShort ?? metadata.title;
}
