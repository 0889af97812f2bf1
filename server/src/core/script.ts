/** What script a text is written in, as far as joining lines and naming languages need to know. */

const HAN = /[\u2e80-\u303f\u31c0-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;

/** True for Han characters and the full-width marks that go with them: between two such no space is written. */
export function isHanLike(character: string): boolean {
  return HAN.test(character) || /[“”‘’—…·]/.test(character);
}

/** The BCP 47 language that the script of a text suggests; English where nothing else shows. */
export function languageOf(text: string): 'zh-CN' | 'ru' | 'en' {
  const sample = text.slice(0, 4000);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  const latin = count(/\p{Script=Latin}/gu);
  // A Han character carries about as much as three letters.
  if (han * 3 >= cyrillic && han * 3 >= latin && han > 0) return 'zh-CN';
  return cyrillic > latin ? 'ru' : 'en';
}

/** True for `zh`, `zh-CN`, `zh-Hant` and the like. */
export function isChinese(language: string): boolean {
  return /^zh\b/i.test(language);
}
