/** The names that babel has for languages, where Pandoc reads them as the same language. */
const BABEL: Readonly<Record<string, string>> = {
  ar: 'arabic',
  de: 'ngerman',
  'de-de': 'ngerman',
  en: 'english',
  'en-gb': 'british',
  'en-us': 'american',
  es: 'spanish',
  'es-es': 'spanish',
  fr: 'french',
  'fr-fr': 'french',
  ja: 'japanese',
  'ja-jp': 'japanese',
  pt: 'portuguese',
  'pt-pt': 'portuguese',
  ru: 'russian',
  'ru-ru': 'russian',
};

/** A language for `langid`: by its name for LaTeX, or by its tag where Pandoc knows no name of it (Chinese, Korean). */
export function langidOf(tag: string): string {
  const name = tag.toLowerCase();
  return (Object.hasOwn(BABEL, name) ? BABEL[name] : undefined) ?? tag.replace(/[^A-Za-z0-9-]/g, '');
}
