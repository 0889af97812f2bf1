/*
 * What stands before and after a formatted citation. A note may say anything; only what introduces a citation and
 * nothing else is taken for a part of it, so that no remark of an author ever ends up in a bracket.
 */

const BEFORE = new RegExp(
  `^(?:${[
    ...[
      '(?:可|并|另|又|也|亦|还|分别)?(?:参见|参阅|参看|参考|详见|见)',
      '转引自',
      '引自',
      '例如',
      '比较',
      '对照',
      '比如',
    ],
    ...[
      'see,? e\\.g\\.,?',
      'see,? for example,?',
      'see also',
      'see generally',
      'see',
      'but see',
      'but cf\\.',
    ],
    ...['cf\\.', 'compare', 'contra', 'e\\.g\\.,?', 'also', 'quoted in', 'cited in', 'accord'],
    ...['см\\. также', 'см\\.', 'ср\\.', 'напр\\.', 'например,?', 'цит\\. по:?'],
  ].join('|')})`,
  'iu',
);

const AFTER = new RegExp(
  `[，,;；、]?\\s*(?:${[
    ...[
      '[（(]?(?:强调|着重号|重点|黑体|粗体|下划线|译文|着重)(?:为|系|由)?(?:笔者|引者|作者|本文作者)(?:所)?(?:加|改)[)）]?',
    ],
    ...['(?:以?下同|等|及以下|以下)'],
    ...['\\(?(?:emphasis|italics|translation) (?:added|mine|ours|in (?:the )?original)\\)?'],
    ...['(?:and )?passim', 'et seq\\.?', 'and elsewhere'],
    ...['\\(?(?:курсив|выделено) (?:мой|наш|мною|нами|автором)\\)?', 'и далее'],
  ].join('|')})$`,
  'iu',
);

/** A text without the words that introduce a citation, and these; empty where there are none. */
export function takeBefore(text: string): { readonly words: string; readonly rest: string } {
  const words = BEFORE.exec(text)?.[0] ?? '';
  const rest = text.slice(words.length);
  // `seed` is no `see`; before a Han character no space may be left.
  const isWord =
    !/[\p{Script=Latin}\p{Script=Cyrillic}]$/u.test(words) ||
    !/^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(rest);
  return isWord ? { words, rest: rest.trimStart() } : { words: '', rest: text };
}

/** A text without the words that end a citation, and these with their mark; empty where there are none. */
export function takeAfter(text: string): { readonly words: string; readonly rest: string } {
  const words = AFTER.exec(text)?.[0] ?? '';
  return { words, rest: text.slice(0, text.length - words.length) };
}

/** True for words that may stand before a key. */
export function isBefore(text: string): boolean {
  const { words, rest } = takeBefore(text.trim());
  return words !== '' && rest === '';
}

/** True for words that may stand after a locator, or none. */
export function isAfter(text: string): boolean {
  return takeAfter(text).rest.trim() === '';
}
