/** True if an argument of the command line is a pattern for paths, for shells that leave patterns to the command. */
export function isGlob(path: string): boolean {
  return /[*?]|\[[^\]]+\]|\{[^{}]*,[^{}]*\}/.test(path);
}

/** The folder below which everything lies that a pattern can match; empty for the working directory. */
export function globBase(pattern: string): string {
  const parts = slashed(pattern).split('/');
  const first = parts.findIndex(isGlob);
  return parts.slice(0, first < 0 ? parts.length - 1 : first).join('/');
}

/**
 * What matches a pattern, as an expression over paths with `/`: `*` and `?` within a part, `**` over any number of
 * parts, `[abc]`, `[!abc]` and `{a,b}`. What is none of these matches itself.
 */
export function globExpression(pattern: string): RegExp {
  let source = '';
  const text = slashed(pattern).replace(/^(?:\.\/)+/, '');
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const sign = /^(?:\*\*\/|\*\*|\*|\?|\[!?[^\]]+\]|\{[^{}]*,[^{}]*\})/.exec(rest)?.[0];
    source += sign === undefined ? escape(text.charAt(at)) : expressionOf(sign);
    at += sign?.length ?? 1;
  }
  return new RegExp(`^(?:\\./)?${source}$`, 'u');
}

function expressionOf(sign: string): string {
  if (sign === '**/') return '(?:[^/]+/)*';
  if (sign === '**') return '.*';
  if (sign === '*') return '[^/]*';
  if (sign === '?') return '[^/]';
  if (sign.startsWith('{')) {
    // What stands between braces may hold the other signs.
    const choices = sign.slice(1, -1).split(',');
    return `(?:${choices.map((each) => globExpression(each).source.slice('^(?:\\.\\/)?'.length, -1)).join('|')})`;
  }
  const isNot = sign.startsWith('[!');
  const members = sign.slice(isNot ? 2 : 1, -1).replace(/[\\\]^]/g, '\\$&');
  return `[${isNot ? '^/' : ''}${members}]`;
}

function escape(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}

/** Patterns are written with either slash where paths are; a backslash is no escape. */
function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
