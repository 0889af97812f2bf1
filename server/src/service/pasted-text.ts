/**
 * A text of another program as words to look for: without the marks of a Markdown quotation or heading at the start of
 * its lines. Paragraphs stay parted by line breaks.
 */
export function plainWords(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^\s*(?:>\s?)*\s*(?:#{1,6}\s+)?/, '').trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}
