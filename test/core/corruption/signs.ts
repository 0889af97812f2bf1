import { readFileSync } from 'node:fs';
import { signsOfCorruption } from '../../../server/src/core/corruption/signs-of-corruption.ts';
import type { SignKind } from '../../../server/src/core/corruption/sign.ts';
import type { Statement } from '../../../server/src/core/statement/model.ts';
import { parseStatement } from '../../../server/src/core/statement/parse.ts';

export function parsed(name: string, text: string): Statement {
  const { statement, problems } = parseStatement(`file:///corpus/${name}`, text);
  if (statement === undefined) throw new Error(JSON.stringify(problems));
  return statement;
}

/** A statement of the edited format with these paragraphs. */
export function statementOf(paragraphs: readonly string[], language = 'zh-CN', key = 'jia'): Statement {
  const front = `---\nid: ${key}\ntitle: 甲\nlanguage: ${language}\n---\n\n`;
  return parsed(`${key}.statement.md`, front + paragraphs.join('\n\n'));
}

export function corpusFile(path: string): string {
  return readFileSync(new URL(`../../../corpus/${path}`, import.meta.url), 'utf8');
}

/** `doubled-word 2.1: 持续发展⟦的的⟧`: the words marked, with the four characters before them; `→` and the other place. */
export function rendered(
  statement: Statement,
  { kinds, others }: { readonly kinds?: readonly SignKind[]; readonly others?: readonly Statement[] } = {},
): string[] {
  return signsOfCorruption(statement, others)
    .filter(({ kind }) => kinds?.includes(kind) ?? true)
    .map(({ kind, span: { start, end }, address, related }) => {
      const place = statement.source.slice(start, end).replace(/\s+/g, ' ');
      const words = place.length > 24 ? `${place.slice(0, 8)}…${place.slice(-8)}` : place;
      const line = statement.source.lastIndexOf('\n', start - 1) + 1;
      const lead = statement.source.slice(Math.max(line, start - 4), start);
      const other =
        related === undefined
          ? ''
          : ` → ${related.key === undefined ? '' : `${related.key} `}${related.address}`;
      return `${kind} ${address}: ${lead}⟦${words}⟧${other}`;
    });
}
