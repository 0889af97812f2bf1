import picomatch from 'picomatch';

/** Patterns are written with either slash; parentheses and a leading `!` stand for themselves, as in names of files. */
const OPTIONS = { windows: true, dot: true, noextglob: true, nonegate: true, posix: true } as const;

/** True if an argument of the command line is a pattern for paths, for shells that leave patterns to the command. */
export function isGlob(path: string): boolean {
  return picomatch.scan(slashed(path), OPTIONS).isGlob;
}

/** The folder below which everything lies that a pattern can match; empty for the working directory. */
export function globBase(pattern: string): string {
  return picomatch.scan(slashed(pattern), OPTIONS).base;
}

/** What matches a pattern, as a test of paths with `/`. */
export function globMatcher(pattern: string): (path: string) => boolean {
  return picomatch(slashed(pattern), OPTIONS);
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
