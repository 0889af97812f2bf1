const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // An accent on nothing: Pandoc knows no name for it.
  '`': '\\`{}',
  '%': '\\%',
  '&': '\\&',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

/** Text that LaTeX, biber and Pandoc show as it is; straight quotation marks in pairs become curved ones. */
export function latexText(text: string): string {
  return (
    text
      // A straight one is a command in German and in Russian.
      .replace(/"([^"]*)"/g, '“$1”')
      .replace(/[\\{}~^`%&$#_]/g, (mark) => ESCAPES[mark] ?? mark)
      // Two of these run together into another mark.
      .replace(/([-'<>,])(?=\1)/g, '$1{}')
  );
}

/**
 * A title. Styles write English ones in small letters, with a capital where a sentence begins: words that are written
 * otherwise stand in braces.
 */
export function latexTitle(text: string, isEnglish: boolean): string {
  if (!isEnglish) return latexText(text);
  let begins = true;
  const words = text.replace(/"([^"]*)"/g, '“$1”').split(' ');
  return words
    .map((word) => {
      const isSafe = begins ? /^\P{L}*\p{Lu}\P{Lu}*$/u.test(word) : !/\p{Lu}/u.test(word);
      begins = /[.?!:…]\P{L}*$/u.test(word);
      return isSafe || word === '' ? latexText(word) : `{${latexText(word)}}`;
    })
    .join(' ');
}

/** An item of a list, in braces where an “and” would part it. */
export function latexLiteral(text: string): string {
  return /\sand\s/i.test(text) ? `{${latexText(text)}}` : latexText(text);
}

/** A URL or a DOI, which is not read as LaTeX: only what would end the field, or be no address, is encoded. */
export function verbatim(text: string): string {
  return text.replace(/[\\{}\s]/gu, (mark) => encodeURIComponent(mark));
}
