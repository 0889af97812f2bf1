/** A mark that ends a sentence; a point only before a space and something that begins one, and not after one letter. */
const END = /[。！？!?]|(?<!\b\p{L})[.．](?=\s+[\p{Lu}\p{Script=Han}“"「『«„‹[(]|\s*$)/u;

/** True if a sentence ends somewhere in a text. */
export function endsSentenceBetween(text: string): boolean {
  return END.test(text);
}

/** True if only the mark that ends the sentence, closing marks and white space stand in a text. */
export function isRightBehind(text: string): boolean {
  return /^\s*[。．.!！?？,，;；:：]?[”’」』»›"')）]*\s*$/u.test(text);
}
