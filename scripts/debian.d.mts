export function findCommand(command: string): string | undefined;
export function ensureDebian(packageName: string, command: string): string | undefined;
export function ensureDebianFile(packageName: string, file: string): string | undefined;
