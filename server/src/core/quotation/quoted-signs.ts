import type { Span } from '../span.ts';

/** What a writer puts into a quotation of his own. Offsets count from the start of the text that was read. */
export interface Sign {
  /** Words left out; words of the writer's, which may stand in place of some; a remark, which stands in place of none. */
  readonly kind: 'ellipsis' | 'insertion' | 'remark';
  readonly span: Span;
}

const OPEN = '[[［(（〔【<]';
const CLOSE = '[\\]］)）〕】>]';
const BRACKETED = '[[［〔【]';
const DOTS = '(?:[…⋯‥]+|\\.{3,}|\\. \\. \\.(?: \\.)?|。{3,}|·{6,})';
const OMITTED = '(?:[前上中下后後]?略|省略|以[上下]略|omitted|пропуск)';
const SIC = '(?:sic|原文如此|原文|так в (?:тексте|оригинале|документе))\\s*[!！]?';
/** `（笔者注：…）`, `（着重号为引者所加）`, `[emphasis added]`, `(курсив мой)`. */
const NOTE =
  '(?:(?:笔者|筆者|作者|引者|编者|編者|译者|譯者)[^()（）[\\]［］]{0,80}|(?:着重号|着重號|著重號|黑体|粗体|斜体|下划线)[^()（）[\\]［］]{0,40}|(?:emphasis|italics|my emphasis)\\b[^()[\\]]{0,40}|(?:курсив|выделено)[^()[\\]]{0,40})';

const SIGNS = new RegExp(
  [
    `(?<ellipsis>${OPEN}\\s*(?:${DOTS}|${OMITTED})\\s*${CLOSE}|${DOTS})`,
    `(?<remark>${OPEN}\\s*(?:${SIC}|${NOTE})\\s*${CLOSE})`,
    `(?<insertion>${BRACKETED}[^[\\]［］〔〕【】]{1,80}[\\]］〕】])`,
  ].join('|'),
  'giu',
);

/** The signs of a text, in order: `……`, `[...]`, `（略）`; `[the parties]`; `[sic]`, `（原文如此）`. */
export function findSigns(text: string): Sign[] {
  return Array.from(text.matchAll(SIGNS), ({ 0: sign, index, groups }) => {
    const kind =
      groups?.['ellipsis'] === undefined
        ? groups?.['remark'] === undefined
          ? 'insertion'
          : 'remark'
        : 'ellipsis';
    return { kind, span: { start: index, end: index + sign.length } };
  });
}
