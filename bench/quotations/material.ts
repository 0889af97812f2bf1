import { readdirSync, readFileSync } from 'node:fs';
import type { Statement } from '../../server/src/core/statement/model.ts';
import { parseStatement } from '../../server/src/core/statement/parse.ts';

/** Statements in one language that quotations are cut from. */
export interface Material {
  readonly language: 'zh' | 'en' | 'ru';
  readonly statements: readonly Statement[];
  /** Every paragraph that is long enough to be quoted from. */
  readonly paragraphs: readonly Source[];
  /** What stands between two marks, in all paragraphs. */
  readonly clauses: readonly string[];
  /** Every word; in Chinese every pair of neighbouring characters within a clause. */
  readonly words: readonly string[];
  readonly characters: readonly string[];
  /** The letters and digits of all statements, by statement. */
  readonly letters: readonly string[];
}

export interface Source {
  readonly statement: Statement;
  readonly address: string;
  readonly text: string;
}

const SHIPPED = new URL('../../corpus/statements/', import.meta.url);
const OTHERS = new URL('texts/', import.meta.url);
/** A paragraph of fewer characters has nothing to cut from. */
const SHORTEST = 24;

/** The shipped statements, which are Chinese, and the English and Russian ones of `texts/`. */
export function readMaterials(): readonly Material[] {
  const [english, russian] = ['en', 'ru'].map((language) =>
    readStatements(OTHERS).filter(({ metadata }) => metadata.language === language),
  );
  return [
    materialOf('zh', readStatements(SHIPPED)),
    materialOf('en', english ?? []),
    materialOf('ru', russian ?? []),
  ];
}

export function materialOf(language: Material['language'], statements: readonly Statement[]): Material {
  const paragraphs = statements.flatMap((statement) =>
    statement.paragraphs
      .map(({ address, text }) => ({ statement, address, text: text.replace(/[*_]/g, '') }))
      .filter(({ text }) => text.length >= SHORTEST),
  );
  const clauses = paragraphs
    .flatMap(({ text }) => text.split(/[，；。：,;.:“”«»()（）]\s*/))
    .map((clause) => clause.trim())
    .filter((clause) => clause.length >= (language === 'zh' ? 5 : 15));
  const words =
    language === 'zh'
      ? clauses.flatMap((clause) => clause.match(/\p{Script=Han}{2}/gu) ?? [])
      : clauses.flatMap((clause) => clause.match(/\p{L}{3,}/gu) ?? []);
  return {
    ...{ language, statements, paragraphs, clauses, words },
    characters: words.flatMap((word) => [...word]),
    letters: statements.map(({ paragraphs: all }) => lettersOf(all.map(({ text }) => text).join(''))),
  };
}

/** A text without everything that may be written otherwise: what is left decides whether words still stand somewhere. */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** True for a language that parts words by spaces. */
export function isSpaced({ language }: Material): boolean {
  return language !== 'zh';
}

function readStatements(folder: URL): Statement[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.statement.md'))
    .sort()
    .flatMap((name) => parseStatement(name, readFileSync(new URL(name, folder), 'utf8')).statement ?? []);
}
