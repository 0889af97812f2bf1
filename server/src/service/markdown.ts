/** Escapes a text so that Markdown shows each character of it as it is. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~$&]/g, '\\$&')
    .replace(/^(\s*)([-+=])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/gm, '$1\\$2')
    .replace(/!(?=\\\[)/g, '\\!');
}

/** A link that editors open at a line: `file:///a.md#L12`. */
export function placeLink(label: string, uri: string, line: number): string {
  return `[${escapeMarkdown(label)}](${uri.replace(/[()]/g, encodeURIComponent)}#L${String(line + 1)})`;
}
