/**
 * Puts a text in a file in place of what it held, or makes the file: a reader sees the old text or the new one. No folder
 * is made. Gives the system's own word for what went wrong, e.g. `EACCES`; nothing if it is written. Never rejects.
 */
export type WriteFile = (uri: string, text: string) => Promise<string | undefined>;
