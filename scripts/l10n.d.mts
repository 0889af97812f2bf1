/** Every text of the sources that a user reads, sorted. */
export function collectTexts(): Promise<Readonly<Record<string, string>>>;
