import { readdirSync, readFileSync } from 'node:fs';
import { formatCitation } from '../server/src/core/citation/format-citation.ts';
import type { Statement } from '../server/src/core/statement/model.ts';
import { parseStatement } from '../server/src/core/statement/parse.ts';
import { createRandom, pick, type Random } from './random.ts';
import { readMaterial } from './search/material.ts';

const folder = new URL('../corpus/statements/', import.meta.url);

/** What of a hundred quotations is not as its source has it. */
const SHARES = { altered: 6, misplaced: 3, invented: 2 };

/**
 * A draft in Chinese of so many characters with so many quotations of the shipped statements, each with its citation, a
 * few of them altered by a character, cited with another passage, or made up. Every quotation stands in a paragraph
 * with prose around it.
 */
export function createDraftText(characters: number, quotations: number, seed: number): string {
  const random = createRandom(seed);
  const { clauses } = readMaterial();
  const statements = readStatements();
  const parts: string[] = ['# 草稿\n'];
  let length = 0;
  for (let i = 0; i < quotations; i++) {
    const quotation = quotationOf(statements, clauses, random);
    let prose = '';
    const wanted = Math.round(((i + 1) * characters) / quotations) - length - quotation.length - 20;
    while (prose.length < wanted) prose += `${pick(random, clauses)}${random(3) === 0 ? '。' : '，'}`;
    const paragraph = `${prose.replace(/，$/, '。')}\n\n声明指出，${quotation}\n`;
    length += paragraph.length + 1;
    parts.push(paragraph);
  }
  return parts.join('\n');
}

function quotationOf(statements: readonly Statement[], clauses: readonly string[], random: Random): string {
  const statement = pick(random, statements);
  const { text, address } = pick(random, statement.paragraphs);
  const start = random(Math.max(1, text.length - 60));
  const words = text
    .slice(start, start + 12 + random(48))
    .replace(/“/g, '‘')
    .replace(/”/g, '’');
  const kind = random(100);
  const { altered, misplaced, invented } = SHARES;
  if (kind < altered) {
    const at = 4 + random(Math.max(1, words.length - 8));
    return cite(`${words.slice(0, at)}某${words.slice(at + 1)}`, statement, address);
  }
  if (kind < altered + misplaced) return cite(words, statement, pick(random, statement.paragraphs).address);
  if (kind < altered + misplaced + invented)
    return cite(`${pick(random, clauses)}，${pick(random, clauses)}`, statement, address);
  return cite(words, statement, address);
}

function cite(words: string, statement: Statement, address: string): string {
  return `“${words}”${formatCitation(statement, address)}。`;
}

function readStatements(): Statement[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const { statement } = parseStatement(name, readFileSync(new URL(name, folder), 'utf8'));
      return statement === undefined ? [] : [statement];
    });
}
