/** The text of docs/styles.md. */
export function stylesTable(): string;
