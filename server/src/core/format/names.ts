/** How a style joins names. */
export interface NameForm {
  readonly separator: string;
  /** Before the last of two. */
  readonly and: string;
  /** Before the last of more than two; that of two where it is absent. */
  readonly lastAnd?: string;
  /** More names than these are shortened. */
  readonly most: number;
  /** How many of a shortened list remain. */
  readonly kept: number;
  /** What stands for the others. */
  readonly others: string;
}

/** `A`, `A and B`, `A, B, and C`, `A et al.`; empty for nobody. */
export function joinNames(names: readonly string[], form: NameForm): string {
  const { separator, and, lastAnd = and, most, kept, others } = form;
  if (names.length > most) return `${names.slice(0, kept).join(separator)}${others}`;
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  return `${names.slice(0, -1).join(separator)}${names.length === 2 ? and : lastAnd}${last}`;
}
