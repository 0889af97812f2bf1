// Texts of whatever Unicode has that gives trouble.

import fc from 'fast-check';

/** What folds to itself, to nothing, to something else, to less and to more; and what combines across all of them. */
const TROUBLE = [
  ...['战', '略', '国', '一', '〇', '十', '戰', '穩', '鬥', '𠮷', '𡞵', '㜢', '𪚥', '\uf902'],
  ...['㈱', '㍿', '㈠', '①', '㍻', 'ﬁ', 'ß', 'ẞ', 'ǽ', '\ufdfa', 'Å'],
  ...['Ｇ', '２', '０', 'A', 'b', 'é', 'e\u0301', 'ё', 'ѓ', 'г\u0301', 'и\u0306', 'Ж', 'ς', 'Ἀ', 'İ', 'ı'],
  ...['\u0301', '\u0308', '\u20dd', '\ufe0f', '\u{e0100}', '\u200d', '\u200b', '\u00ad', '\ufeff'],
  ...['😀', '👨‍👩‍👧', '🇨🇳', '❤️', '\ud842', '\udfb7', '\ud83d'],
  ...[
    'ก',
    'ำ',
    'กำ',
    '่',
    'ᄒ',
    'ᅡ',
    'ᆫ',
    '한',
    'カ',
    '\u3099',
    'ガ',
    'ｶ',
    'ﾞ',
    'क',
    '्',
    'ष',
    'ب',
    'ّ',
    'א',
    'ְ',
  ],
  ...[
    '，',
    '。',
    '“',
    '”',
    '—',
    ' ',
    '\u3000',
    '\n',
    '\r\n',
    '\t',
    '\0',
    '\u0001',
    '\ue000',
    '\uffff',
    '.',
    '-',
  ],
];

export const anyText = fc.string({
  unit: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...TROUBLE) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }) },
  ),
  maxLength: 40,
});
