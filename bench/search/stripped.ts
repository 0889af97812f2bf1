/** A text without punctuation, symbols and spaces, in one width and case: what counts as its words in this benchmark. */
export function stripped(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}
