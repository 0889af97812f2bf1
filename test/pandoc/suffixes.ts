import { mulberry32 } from './snippets.ts';

/** What may follow a key: always the same for a seed. None says in so many words that it is a page. */
export function suffixes(seed: number, count: number): string[] {
  const random = mulberry32(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 1 + Math.floor(random() * 2) }, () => pick(WORDS));
    return pick(FIRST) + words.join(pick(BETWEEN)) + pick(LAST);
  });
}

const FIRST = [', ', ', ', ',', ' ', '，', '， ', ' , ', ': ', '、', '（', ',　'];
const WORDS = [
  ...[
    '第3段',
    '第四部分第3段',
    '3段',
    '段3',
    '第2版',
    '2017年',
    '见2017年',
    '第四部分',
    '四（三）',
    '四(3)',
    '第２段',
  ],
  ...[
    '第3—5段',
    '第三—5段',
    '第三-5段',
    '第三～5段',
    '第三:5段',
    '第3、5段',
    '四、3',
    '序言第1段',
    '《文》3',
    '①',
  ],
  ...[
    '4.3',
    '4.3-4.5',
    'IV.3',
    'iv',
    '12',
    '3-5',
    '第四部分.3',
    '(3)',
    '(第3段)',
    '第四部分[3]',
    '+3',
    '№3',
    '-3',
  ],
  ...['§ 4', '§4', '¶ 3', '¶3', '¶¶ 3-5', '§ 4, ¶ 3', 'art. 4', 'art.4', 'ch.4', 'par. 3', 'para3', 'para 3'],
  ...[
    'sec. 4',
    'sec.4',
    'para. 3',
    'paras. 3-5',
    'section 4',
    'chap. 2',
    'pt. 2',
    'note 3',
    'emphasis added',
    '着重',
  ],
];
const BETWEEN = [', ', '，', ' ', '、', ''];
const LAST = ['', '', '', ', 着重', '。', '）'];
