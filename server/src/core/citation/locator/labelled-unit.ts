import { matchAt } from '../sticky.ts';
import type { LevelKind, UnitReading } from './unit.ts';
import { readNumbers } from './unit-numbers.ts';

/** Labels with their plurals; a plural lets a list of numbers follow. */
const LABELS: readonly { readonly kind: LevelKind; readonly one: RegExp; readonly many: RegExp }[] = [
  {
    kind: 'paragraph',
    one: /(?:(?:paragraph|para|par)(?![a-z])\.?|¶|абз(?:\.|ац(?:а|е)?(?![а-я]))|п\.|пункт(?:а|е)?(?![а-я]))/iuy,
    many: /(?:(?:paragraphs|paras|pars)(?![a-z])\.?|¶ ?¶|абзац(?:ы|ев|ах)|пп\.|пункт(?:ы|ов|ах))/iuy,
  },
  {
    kind: 'section',
    one: /(?:(?:section|sect|sec|s)(?![a-z])\.?|§|разд(?:\.|ел(?:а|е)?(?![а-я])))/iuy,
    many: /(?:(?:sections|sects|secs|ss)(?![a-z])\.?|§ ?§|раздел(?:ы|ов|ах))/iuy,
  },
  {
    kind: 'article',
    one: /(?:(?:article|art)(?![a-z])\.?|ст(?:\.|ать(?:я|и|е)(?![а-я])))/iuy,
    many: /(?:(?:articles|arts)(?![a-z])\.?|стст\.|стать?(?:ях|ей))/iuy,
  },
  {
    kind: 'chapter',
    one: /(?:(?:chapter|chap|ch)(?![a-z])\.?|гл(?:\.|ав(?:а|ы|е)(?![а-я])))/iuy,
    many: /(?:(?:chapters|chaps|chs)(?![a-z])\.?|глав(?:ах)?(?![а-я]))/iuy,
  },
  {
    kind: 'part',
    one: /(?:(?:part|pt)(?![a-z])\.?|ч(?:\.|аст(?:ь|и)(?![а-я])))/iuy,
    many: /(?:(?:parts|pts)(?![a-z])\.?|част(?:ей|ях))/iuy,
  },
];

/** `para. 3`, `§§ 4-6`, разд. 4: a label before its numbers. */
export function readLabelled(text: string, start: number): UnitReading | undefined {
  for (const { kind, one, many } of LABELS) {
    const plural = matchAt(many, text, start);
    const label = plural ?? matchAt(one, text, start);
    if (label === undefined) continue;
    return readNumbers(text, start + label[0].length, kind, plural !== undefined);
  }
  return undefined;
}
