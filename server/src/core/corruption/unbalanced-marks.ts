import { isChinese } from '../script.ts';
import type { Paragraph, Statement } from '../statement/model.ts';
import type { Sign } from './sign.ts';

interface Mark {
  readonly mark: string;
  /** Where it stands in the paragraph. */
  readonly at: number;
}

interface Unbalanced {
  readonly open: readonly Mark[];
  readonly close: readonly Mark[];
}

/** Each closing mark with the one that it closes; brackets count as one whatever their width. */
const PAIRS: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '」': '「',
  '』': '『',
  '》': '《',
  '〉': '〈',
  '）': '(',
  ')': '(',
};
const OPENING = new Set(Object.values(PAIRS));
const QUOTATION_MARKS = new Set('“‘「『');
/** `a)`, `(一)`, `12）` at the start or after a mark: an enumeration, where a bracket may stand alone. */
const ENUMERATOR = /(?:^|[\s，。；：、,.;:])[\p{Script=Han}\p{L}\d]{1,3}$/u;

/**
 * Marks that have no counterpart in their paragraph. A quotation that goes on over several paragraphs is no fault:
 * each of them begins with the mark anew, or only the last one closes it.
 */
export function unbalancedMarks({ metadata, source, paragraphs }: Statement): Sign[] {
  const chinese = isChinese(metadata.language);
  const found = paragraphs.map(({ span }) => unbalanced(source.slice(span.start, span.end), chinese));
  return paragraphs.flatMap((paragraph, i) => {
    const { open, close } = found[i] ?? { open: [], close: [] };
    const next = paragraphs[i + 1];
    const goesOn = (mark: string): boolean =>
      QUOTATION_MARKS.has(mark) &&
      next !== undefined &&
      (source.startsWith(mark, next.span.start) || closes(found[i + 1], mark));
    const cameHere = (mark: string): boolean => {
      const opening = PAIRS[mark] ?? '';
      return (
        QUOTATION_MARKS.has(opening) && (found[i - 1]?.open.some((each) => each.mark === opening) ?? false)
      );
    };
    return [
      ...open.filter(({ mark }) => !goesOn(mark)).map((mark) => signOf(paragraph, mark, 'opening')),
      ...close.filter(({ mark }) => !cameHere(mark)).map((mark) => signOf(paragraph, mark, 'closing')),
    ].sort((a, b) => a.span.start - b.span.start);
  });
}

function closes(next: Unbalanced | undefined, mark: string): boolean {
  return next?.close.some((each) => PAIRS[each.mark] === mark) ?? false;
}

function signOf({ span, address }: Paragraph, { mark, at }: Mark, side: 'opening' | 'closing'): Sign {
  const place = { start: span.start + at, end: span.start + at + 1 };
  return { kind: 'unbalanced-marks', span: place, address, reasonValues: { mark, side } };
}

function unbalanced(words: string, chinese: boolean): Unbalanced {
  const open = new Map<string, Mark[]>();
  const close: Mark[] = [];
  for (let at = 0; at < words.length; at++) {
    const mark = words[at] ?? '';
    const kind = mark === '（' ? '(' : mark;
    const opening = PAIRS[mark];
    if ((opening === undefined && !OPENING.has(kind)) || !isMark(words, at, mark, chinese)) continue;
    if (opening === undefined) {
      const all = open.get(kind);
      if (all === undefined) open.set(kind, [{ mark, at }]);
      else all.push({ mark, at });
    } else if (open.get(opening)?.pop() === undefined) {
      const enumerates = opening === '(' && ENUMERATOR.test(words.slice(Math.max(0, at - 4), at));
      if (!enumerates) close.push({ mark, at });
    }
  }
  return { open: [...open.values()].flat(), close };
}

/** False for what only looks like a mark: an apostrophe, and quotation marks of languages that set them otherwise. */
function isMark(words: string, at: number, mark: string, chinese: boolean): boolean {
  if (mark === '’' || mark === '‘')
    return chinese && !/[\p{Script=Latin}\p{Script=Cyrillic}\d]/u.test(words[at - 1] ?? '');
  return (mark !== '“' && mark !== '”') || chinese;
}
