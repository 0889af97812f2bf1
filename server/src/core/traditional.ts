import pairs from 'opencc-js/dict/STCharacters';
import { simplified } from './script-fold.ts';

/**
 * Words whose characters are not written in their usual form: 系 is 系 in 系統, but 係 in 關係. Those that statements
 * use; what is in none of them has the usual form.
 */
const WORDS = new Map(
  (
    '关系關係 联系聯繫 维系維繫 标准標準 准则準則 准备準備 水准水準 基准基準 制造製造 复杂複雜 重复重複 复合複合 ' +
    '特征特徵 象征象徵 尽管儘管 尽快儘快 尽早儘早 尽量儘量 采取採取 采用採用 采购採購 开采開採 宣布宣佈 公布公佈 ' +
    '发布發佈 颁布頒佈 分布分佈 散布散佈 合并合併 兼并兼併 吞并吞併 委托委託 注册註冊 周期週期 周年週年 历法曆法 日历日曆 ' +
    '致密緻密 占领佔領 侵占侵佔 占据佔據 干部幹部 骨干骨幹 主干主幹 才干才幹 干净乾淨 干旱乾旱 饥荒饑荒 批准批准 干涉干涉 ' +
    '干预干預 干扰干擾 若干若干 相干相干'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(2)] as const),
);

/** The usual traditional form of a simplified character; read when somebody first asks. */
let table: ReadonlyMap<string, string> | undefined;

/**
 * Writes words in the script of a text: in traditional characters if it has any, in simplified ones if it has those, else
 * as they are. Where a simplified character stands for several (发: 發, 髮), the one that its word has or the text, else
 * the usual one. What is written is the same word for `simplified`.
 */
export function inScriptOf(text: string, words: string): string {
  if (isTraditional(text)) return toTraditional(words, text);
  return isSimplified(text) ? toSimplified(words) : words;
}

/** True if a text has a character that is written otherwise in simplified script. */
export function isTraditional(text: string): boolean {
  return toSimplified(text) !== text;
}

function isSimplified(text: string): boolean {
  return Array.from(text).some((character) => usualForm(character) !== character);
}

function toTraditional(words: string, text: string): string {
  const used = new Map(Array.from(text, (character) => [toSimplified(character), character] as const));
  const characters = Array.from(words);
  return characters
    .map((character, i) => {
      const plain = toSimplified(character);
      const form =
        WORDS.get(`${plain}${characters[i + 1] ?? ''}`)?.charAt(0) ??
        WORDS.get(`${characters[i - 1] ?? ''}${plain}`)?.charAt(1);
      const own = used.get(plain);
      const usual = form ?? (own === undefined || own === plain ? usualForm(character) : own);
      return toSimplified(usual) === plain ? usual : character;
    })
    .join('');
}

function toSimplified(words: string): string {
  return Array.from(words, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x3400 ? character : String.fromCodePoint(simplified(code));
  }).join('');
}

function usualForm(character: string): string {
  table ??= new Map(
    pairs.split('|').map((pair) => {
      const [from = '', to = ''] = pair.split(' ');
      return [from, to];
    }),
  );
  return table.get(character) ?? character;
}
