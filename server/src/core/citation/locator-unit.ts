import { HAN_NUMERAL, parseNumber } from './locator-number.ts';

/**
 * What a number in a locator counts. `any` is a number that does not say: the 4 and the 3 of `4.3`, the 三 of
 * 四（三）; it follows the address, whatever stands there.
 */
export type LevelKind = 'preamble' | 'part' | 'chapter' | 'section' | 'article' | 'paragraph' | 'any';

/** `4`, `4.3`, `5(2)(a)` or 四（三）. */
export interface NumberPath {
  /** From the outermost inwards; never empty. */
  readonly numbers: readonly number[];
  /** How many of them stand before any parenthesis. */
  readonly dotted: number;
}

/** One number, or a run of them. */
export interface UnitItem {
  readonly from: NumberPath;
  readonly to?: NumberPath;
}

/** Numbers under one label, as 第3、5段 or `paras. 3-5` has them. */
export interface Unit {
  readonly kind: LevelKind;
  /** Never empty. */
  readonly items: readonly UnitItem[];
  /** True for numbers without any label, as in 4.3. */
  readonly isBare?: true;
}

/** What joins a unit to the one before it. */
export type Connector = 'none' | 'comma' | 'list' | 'range' | 'of';

export interface ReadUnits {
  readonly connector: Connector;
  /** More than one where a label names two levels: PP3 is the preamble and its third paragraph. */
  readonly units: readonly Unit[];
  readonly end: number;
}

/** Reads a connector and what it joins, at `start` of a folded text. `undefined` if no unit stands there. */
export function readUnit(text: string, start: number, isFirst: boolean): ReadUnits | undefined {
  const joints: Joint[] = isFirst ? [{ connector: 'none', end: start }] : readJoints(text, start);
  for (const { connector, end } of joints) {
    const read =
      readPreamble(text, end) ?? readHanUnit(text, end) ?? readLabelled(text, end) ?? readBare(text, end);
    if (read !== undefined) return { connector, ...read };
  }
  return undefined;
}

interface Joint {
  readonly connector: Connector;
  readonly end: number;
}

interface Read {
  readonly units: readonly Unit[];
  readonly end: number;
}

const JOINTS: readonly (readonly [Connector, RegExp])[] = [
  ['range', / *(?:-{1,2}|~|至|到|\bto\b|\bthrough\b|(?<= )по(?= )) */iuy],
  ['list', / *(?:、|和|及|以及|与|與|,? *\band\b|,? *(?<= )и(?= )|&) */iuy],
  ['comma', / *,(?: *(?:and|и) )? */iuy],
  ['of', / +of(?: +the)? +/iuy],
  ['none', /(?:的|之|中的?)? */uy],
];

/** Every reading of what stands between two units, the most explicit first. */
function readJoints(text: string, start: number): Joint[] {
  const joints: Joint[] = [];
  for (const [connector, pattern] of JOINTS) {
    const match = matchAt(pattern, text, start);
    if (match !== undefined) joints.push({ connector, end: start + match[0].length });
  }
  return joints;
}

const PREAMBLE =
  /(?:(?:序言|前言|引言|导言|導言|序文|前文)(?:部分|段)?|preamble|преамбул(?:а|ы|е|у))(?![a-zа-я])|第[0〇零]部分/iuy;
/** UN usage: preambular and operative paragraphs. PP and OP are capitals; `pp.` are pages. */
const PREAMBULAR = /(?:PP(?= *\d)|[Pp]reambular(?= +par)|[Pp]reamb?\.(?= +par)) */uy;
const OPERATIVE = /(?:OP(?= *\d)|[Oo]perative(?= +par)|[Oo]p\.(?= +par)|执行部分|執行部分) */uy;

function readPreamble(text: string, start: number): Read | undefined {
  const preamble: Unit = { kind: 'preamble', items: [{ from: single(0) }] };
  const preambular = matchAt(PREAMBULAR, text, start);
  const prefix = preambular ?? matchAt(OPERATIVE, text, start);
  if (prefix === undefined) {
    const whole = matchAt(PREAMBLE, text, start);
    return whole === undefined ? undefined : { units: [preamble], end: start + whole[0].length };
  }
  const at = start + prefix[0].length;
  const paragraphs = /^[PO]P/.test(prefix[0])
    ? readNumbers(text, at, 'paragraph', true)
    : (readHanUnit(text, at) ?? readLabelled(text, at));
  if (paragraphs === undefined || paragraphs.units.some(({ kind }) => kind !== 'paragraph')) return undefined;
  return {
    units: [...(preambular === undefined ? [] : [preamble]), ...paragraphs.units],
    end: paragraphs.end,
  };
}

const HAN_UNITS: readonly (readonly [RegExp, LevelKind])[] = [
  [/(?:部分|部(?![门門委长長])|编|編)/uy, 'part'],
  [/章/uy, 'chapter'],
  [/[节節]/uy, 'section'],
  [/[条條]/uy, 'article'],
  [/(?:自然段|段落|段|款)/uy, 'paragraph'],
  [/[项項点點目]/uy, 'any'],
];
const HAN_SEPARATOR = / *(?:、|,|和|及|与|與) *(?:第 *)?/uy;
const HAN_RANGE = / *(?:-{1,2}|~|至|到) *(?:第 *)?/uy;
const HAN_OR_ARABIC = new RegExp(`(?:\\d{1,6}|${HAN_NUMERAL})`, 'uy');

/** 第四部分, 第3—5段, 第3、5段, 第四至第六部分; 3段 without 第; and, as Pandoc's Chinese terms have it, 段 3. */
function readHanUnit(text: string, start: number): Read | undefined {
  const ordinal = matchAt(/第 */uy, text, start);
  if (ordinal === undefined && !/\d/.test(text.charAt(start))) return readHanLabelFirst(text, start);
  const items: UnitItem[] = [];
  let at = start + (ordinal?.[0].length ?? 0);
  for (;;) {
    const from = numberAt(HAN_OR_ARABIC, text, at);
    if (from === undefined) return undefined;
    at = from.end;
    const range = matchAt(HAN_RANGE, text, at);
    const to = range === undefined ? undefined : numberAt(HAN_OR_ARABIC, text, at + range[0].length);
    items.push(
      to === undefined ? { from: single(from.value) } : { from: single(from.value), to: single(to.value) },
    );
    at = to?.end ?? at;
    const space = matchAt(/ */uy, text, at)?.[0].length ?? 0;
    for (const [pattern, kind] of HAN_UNITS) {
      const unit = matchAt(pattern, text, at + space);
      if (unit !== undefined) return withParenthesised(text, at + space + unit[0].length, { kind, items });
    }
    const separator = matchAt(HAN_SEPARATOR, text, at);
    if (separator === undefined || items.length > 50) return undefined;
    at += separator[0].length;
  }
}

function readHanLabelFirst(text: string, start: number): Read | undefined {
  for (const [pattern, kind] of HAN_UNITS) {
    const label = matchAt(pattern, text, start);
    if (label !== undefined && kind !== 'any') return readNumbers(text, start + label[0].length, kind, false);
  }
  return undefined;
}

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

function readLabelled(text: string, start: number): Read | undefined {
  for (const { kind, one, many } of LABELS) {
    const plural = matchAt(many, text, start);
    const label = plural ?? matchAt(one, text, start);
    if (label === undefined) continue;
    return readNumbers(text, start + label[0].length, kind, plural !== undefined);
  }
  return undefined;
}

/** What may follow a bare number: an end, a mark, or what joins it to another. Not a word: 三国, `I think`, 2017年. */
const AFTER_BARE =
  / *(?:$|[^\p{L}\p{N}% °]|第|(?:to|and|и|по)(?= )|[至到和及与與](?=[\d〇一二三四五六七八九十第]))/uy;

/** 4.3, 四.3, IV.3, 四（三）: numbers that carry no label. */
function readBare(text: string, start: number): Read | undefined {
  const path = readPath(text, start);
  // A number of more than three digits is a year, not a place in a statement.
  if (path === undefined || (path.numbers[0] ?? 0) > 999) return undefined;
  if (matchAt(AFTER_BARE, text, path.end) === undefined) return undefined;
  return { units: [{ kind: 'any', items: [{ from: path }], isBare: true }], end: path.end };
}

/** The numbers after a label: one or a run; after a plural, a list of them. */
function readNumbers(text: string, start: number, kind: LevelKind, isPlural: boolean): Read | undefined {
  const items: UnitItem[] = [];
  let end = start;
  let at = start + (matchAt(/ */uy, text, start)?.[0].length ?? 0);
  for (;;) {
    const from = readPath(text, at);
    if (from === undefined || isWordAt(text, from.end)) break;
    end = from.end;
    const range = matchAt(/ *(?:-{1,2}|~| to |至|到) */iuy, text, end);
    const to = range === undefined ? undefined : readPath(text, end + range[0].length);
    if (to === undefined || isWordAt(text, to.end)) items.push({ from });
    else {
      items.push({ from, to });
      end = to.end;
    }
    const separator = matchAt(
      isPlural ? / *(?:,? *(?:and|и) |[、,和及&]) */iuy : / *(?:and |[、和及&]) */iuy,
      text,
      end,
    );
    if (separator === undefined || items.length > 50) break;
    at = end + separator[0].length;
  }
  return items.length === 0 ? undefined : { units: [{ kind, items }], end };
}

/** True where a number runs into a word: `3rd`, `4abc`. A Han character may follow one directly. */
function isWordAt(text: string, at: number): boolean {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Nd}%]/u.test(text.slice(at, at + 2));
}

/** 第一部分（二）: what stands in parentheses right after a unit lies within it. */
function withParenthesised(text: string, at: number, unit: Unit): Read {
  const inner: Unit[] = [];
  let end = at;
  const isSingle = unit.items.length === 1 && unit.items[0]?.to === undefined;
  while (isSingle && inner.length < 6) {
    const read = numberAt(PARENTHESISED, text, end);
    if (read === undefined) break;
    inner.push({ kind: 'any', items: [{ from: single(read.value) }] });
    end = read.end;
  }
  return { units: [unit, ...inner], end };
}

const PATH_NUMBER = new RegExp(`(?:\\d{1,6}|[IVX]{1,8}|${HAN_NUMERAL})`, 'uy');
const DOTTED_NUMBER = new RegExp(`[.·](?:\\d{1,6}|${HAN_NUMERAL})`, 'uy');

function readPath(text: string, start: number): (NumberPath & { readonly end: number }) | undefined {
  const first = numberAt(PATH_NUMBER, text, start);
  if (first === undefined) return undefined;
  const numbers = [first.value];
  let dotted = 1;
  let end = first.end;
  while (numbers.length < 8) {
    const dot = dotted === numbers.length ? numberAt(DOTTED_NUMBER, text, end) : undefined;
    const next = dot ?? numberAt(PARENTHESISED, text, end);
    if (next === undefined) break;
    numbers.push(next.value);
    if (dot !== undefined) dotted++;
    end = next.end;
  }
  return { numbers, dotted, end };
}

const PARENTHESISED = new RegExp(`\\( ?(?:\\d{1,4}|[ivxlc]{1,6}|[a-z]|${HAN_NUMERAL}) ?\\)`, 'uy');

function numberAt(pattern: RegExp, text: string, start: number): { value: number; end: number } | undefined {
  const match = matchAt(pattern, text, start);
  if (match === undefined) return undefined;
  const value = parseNumber(match[0].replace(/[().· ]/g, ''));
  return value === undefined ? undefined : { value, end: start + match[0].length };
}

function single(number: number): NumberPath {
  return { numbers: [number], dotted: 1 };
}

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text) ?? undefined;
}
