import { readdirSync, readFileSync } from 'node:fs';
import { parseStatement } from '../../server/src/core/statement/parse.ts';
import { createRandom, shuffled } from '../random.ts';

/** What generated paragraphs are made of, taken from the shipped statements. */
export interface Material {
  /** What stands between two of ，；。; without marks that have lost their other half. */
  readonly clauses: readonly string[];
  /** Those with which paragraphs open (双方重申…), as often as they do. */
  readonly openings: readonly string[];
  /** By character, what follows it within a clause, as often as it does. */
  readonly successors: ReadonlyMap<string, string>;
  /** The first characters of clauses, as often as they stand there. */
  readonly starts: string;
  /** The characters of the statements, the frequent first, then the other common characters of Chinese. */
  readonly alphabet: readonly string[];
}

const folder = new URL('../../corpus/statements/', import.meta.url);
/** A clause that opens a paragraph must not read as the number of a section. */
const LIKE_A_MARKER = /^[\p{N}〇零一二三四五六七八九十第序附前总结]/u;

export function readMaterial(): Material {
  const clauses: string[] = [];
  const openings: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    const { statement } = parseStatement(name, readFileSync(new URL(name, folder), 'utf8'));
    for (const { text } of statement?.paragraphs ?? []) {
      const own = text.split(/[，；。：]/).map(withoutHalves);
      const [first = ''] = own;
      if (isClause(first) && !LIKE_A_MARKER.test(first)) openings.push(first);
      clauses.push(...own.filter(isClause));
    }
  }
  return { clauses, openings, ...chainOf(clauses) };
}

function isClause(text: string): boolean {
  return text.length >= 3 && text.length <= 40 && /^\p{Script=Han}/u.test(text) && !/\s/.test(text);
}

/** Without quotation marks, brackets and the like whose counterpart is in another clause. */
function withoutHalves(text: string): string {
  let result = text.trim();
  for (const [open = '', close = ''] of ['“”', '《》', '（）', '‘’']) {
    if (
      result.split(open).length !== result.split(close).length ||
      result.indexOf(open) > result.indexOf(close)
    )
      result = result.replaceAll(open, '').replaceAll(close, '');
  }
  return result;
}

function chainOf(clauses: readonly string[]): Pick<Material, 'successors' | 'starts' | 'alphabet'> {
  const successors = new Map<string, string>();
  const counts = new Map<string, number>();
  let starts = '';
  for (const clause of clauses) {
    const characters = clause.replace(/[^\p{Script=Han}]/gu, '');
    starts += characters.slice(0, 1);
    for (let i = 0; i < characters.length; i++) {
      const [character = '', next = ''] = characters.slice(i, i + 2);
      counts.set(character, (counts.get(character) ?? 0) + 1);
      successors.set(character, (successors.get(character) ?? '') + next);
    }
  }
  const own = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([character]) => character);
  const others = shuffled(createRandom(1), commonCharacters()).filter((character) => !counts.has(character));
  return { successors, starts, alphabet: [...own, ...others] };
}

/** The 3,755 characters of the first level of GB 2312. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gbk');
  const cells = Array.from({ length: 40 * 94 }, (_, i) => [0xb0 + Math.floor(i / 94), 0xa1 + (i % 94)]);
  return cells
    .map((bytes) => decoder.decode(Uint8Array.from(bytes)))
    .filter((character) => /^\p{Script=Han}$/u.test(character));
}
