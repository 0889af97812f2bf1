/** What script a text is written in, as far as joining lines and naming languages need to know. */

const HAN_LIKE_MARKS: ReadonlySet<number> = new Set(Array.from('“”‘’—…·', (mark) => mark.charCodeAt(0)));

/**
 * True for Han characters and the full-width marks that go with them: between two such no space is written. By
 * numbers, for it is asked of every character of a wrapped text.
 */
export function isHanLike(codePoint: number): boolean {
  if (codePoint < 0x2e80) return codePoint >= 0xb7 && HAN_LIKE_MARKS.has(codePoint);
  return (
    codePoint <= 0x303f ||
    (codePoint >= 0x31c0 && codePoint <= 0x9fff) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0xff00 && codePoint <= 0xffef) ||
    (codePoint >= 0x20000 && codePoint <= 0x3ffff)
  );
}

/** The BCP 47 language that the script of a text suggests; English where nothing else shows. */
export function languageOf(text: string): 'zh-CN' | 'ru' | 'en' {
  const { han, cyrillic, latin } = countScripts(text.slice(0, 4000));
  // A Han character carries about as much as three letters.
  if (han * 3 >= cyrillic && han * 3 >= latin && han > 0) return 'zh-CN';
  return cyrillic > latin ? 'ru' : 'en';
}

function countScripts(text: string): {
  readonly han: number;
  readonly cyrillic: number;
  readonly latin: number;
} {
  let [han, cyrillic, latin] = [0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // The common characters by their number; a regular expression tells of the others.
    if (unit < 0x80) {
      if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) latin++;
    } else if (unit >= 0x4e00 && unit < 0x9f00) {
      han++;
    } else if (unit >= 0x410 && unit < 0x450) {
      cyrillic++;
    } else if (!isCommonMark(unit)) {
      const codePoint = text.codePointAt(i) ?? 0;
      const character = String.fromCodePoint(codePoint);
      if (codePoint > 0xffff) i++;
      if (/\p{Script=Han}/u.test(character)) han++;
      else if (/\p{Script=Cyrillic}/u.test(character)) cyrillic++;
      else if (/\p{Script=Latin}/u.test(character)) latin++;
    }
  }
  return { han, cyrillic, latin };
}

/** General punctuation, and marks of CJK and full width: “ ” — 、 。 《 》 ， ： */
function isCommonMark(unit: number): boolean {
  return (
    (unit >= 0x2000 && unit < 0x2070) ||
    (unit >= 0x3000 && unit < 0x3005) ||
    (unit >= 0x3008 && unit < 0x3020) ||
    (unit >= 0xff01 && unit < 0xff20)
  );
}

/** True for a letter of a script that writes its words apart, for a digit and for a mark that combines with either. */
export function isSpaced(character: string): boolean {
  return /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d\p{M}]/u.test(character);
}

/** True for `zh`, `zh-CN`, `zh-Hant` and the like. */
export function isChinese(language: string): boolean {
  return /^zh\b/i.test(language);
}
