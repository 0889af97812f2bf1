import path from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { StatementEntry } from '../../../server/src/core/search/entry.ts';
import type { Engine } from '../engine.ts';
import { stripped } from '../stripped.ts';
import { paragraphsOf } from './paragraphs.ts';

/** Shorter words have no trigram and can only be looked for by `LIKE`. */
const GRAM = 3;

/** FTS5 with the trigram tokenizer, in a file, queried as its documentation advises. */
export function createSqlite(folder: string): Engine {
  const database = new DatabaseSync(path.join(folder, 'fts.db'), { open: false });
  const open = (): void => {
    database.open();
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  };
  const prepared = new Map<string, StatementSync>();
  const select = (where: string, parameters: readonly string[], limit: number): string[] => {
    let statement = prepared.get(where);
    if (statement === undefined)
      prepared.set(where, (statement = database.prepare(`SELECT id FROM passages WHERE ${where} LIMIT ?`)));
    return statement.all(...parameters, limit).map(({ id }) => String(id));
  };
  const insert = (entry: StatementEntry): void => {
    const { lastInsertRowid } = database.prepare('INSERT INTO statements (key) VALUES (?)').run(entry.key);
    const row = database.prepare('INSERT INTO passages (rowid, id, text) VALUES (?, ?, ?)');
    paragraphsOf(entry).forEach(({ id, text }, i) => {
      row.run(Number(lastInsertRowid) * ROWS + i, id, text);
    });
  };
  const inTransaction = (act: () => void): void => {
    database.exec('BEGIN');
    act();
    database.exec('COMMIT');
  };
  return {
    build: (statements) => {
      open();
      database.exec("CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, text, tokenize = 'trigram')");
      database.exec('CREATE TABLE statements (number INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT UNIQUE)');
      inTransaction(() => {
        for (const entry of statements) insert(entry);
      });
    },
    search: (query, limit) => {
      const words = query.split(/\s+/).filter((word) => word !== '');
      const long = words.filter((word) => word.length >= GRAM);
      const conditions = words.map((word) => (word.length >= GRAM ? '' : 'text LIKE ?')).filter(Boolean);
      const short = words.filter((word) => word.length < GRAM).map((word) => `%${word}%`);
      const exact =
        long.length === 0
          ? select(conditions.join(' AND '), short, limit)
          : select(
              ['passages MATCH ?', ...conditions].join(' AND '),
              [long.map(quoted).join(' AND '), ...short],
              limit,
            );
      if (exact.length > 0) return exact;
      const grams = trigrams(stripped(query));
      if (grams.length === 0) return [];
      return select('passages MATCH ? ORDER BY rank', [grams.map(quoted).join(' OR ')], limit);
    },
    replace: (entry) => {
      const row = database.prepare('SELECT number FROM statements WHERE key = ?').get(entry.key);
      const first = Number(row?.['number'] ?? 0) * ROWS;
      inTransaction(() => {
        database.prepare('DELETE FROM passages WHERE rowid BETWEEN ? AND ?').run(first, first + ROWS - 1);
        database.prepare('DELETE FROM statements WHERE key = ?').run(entry.key);
        insert(entry);
      });
    },
    save: () => {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
    // The file is the index.
    load: open,
  };
}

/** Row numbers that a statement has for itself. */
const ROWS = 1000;

function quoted(words: string): string {
  return `"${words.replaceAll('"', '""')}"`;
}

function trigrams(text: string): string[] {
  return [
    ...new Set(
      Array.from({ length: Math.max(0, text.length - GRAM + 1) }, (_, i) => text.slice(i, i + GRAM)),
    ),
  ];
}
