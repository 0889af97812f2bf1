/** Tells the log what goes wrong that no user can mend: a stable name and the details. */
export type Warn = (event: string, details: Readonly<Record<string, string>>) => void;
