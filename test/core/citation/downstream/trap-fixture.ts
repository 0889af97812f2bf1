import { changedLines } from '../../../../server/src/core/citation/downstream/changed-lines.ts';
import { findTraps } from '../../../../server/src/core/citation/downstream/find-traps.ts';
import { applyEdits } from '../../../../server/src/core/citation/downstream/proven-fix.ts';
import { safeBlock } from '../../../../server/src/core/citation/downstream/safe-form.ts';
import type { TrapContext } from '../../../../server/src/core/citation/downstream/trap.ts';
import { parseMarkdown } from '../../../../server/src/core/citation/markdown-document.ts';
import { englishTreaty, joint, resolution } from '../statement-fixture.ts';

/** `cn` is a Chinese statement of five parts, `un` a resolution in English, `treaty` a treaty in English. */
const statements = new Map([
  ['cn', joint],
  ['cn-2025', joint],
  ['un', resolution],
  ['treaty', englishTreaty],
]);

export function context(language?: string): TrapContext {
  return {
    statement: (key) => statements.get(key),
    keyOfTitle: (title) => (title === '战略稳定声明' ? 'cn' : undefined),
    ...(language === undefined ? {} : { language }),
  };
}

/** The traps of a text: `code: words`. */
export function trapsOf(text: string, language?: string): string[] {
  return findTraps(parseMarkdown(text), context(language)).flatMap(({ reading, traps }) =>
    traps.map(({ code, span }) => `${code}: ${reading.text.slice(span.start, span.end)}`),
  );
}

/** A text of one block after every site has its safe form; `choice` where a trap has several. */
export function safe(text: string, language?: string, choice = 0): string {
  const [found, ...others] = findTraps(parseMarkdown(text), context(language));
  if (others.length > 0) throw new Error('The text has several blocks.');
  if (found === undefined) return text;
  const sites = found.traps.map(({ site }) => site);
  const made = safeBlock(found.reading, sites, context(language), choice);
  const { start, text: before } = found.reading;
  const edits = changedLines(before, made?.reading.text ?? before);
  return applyEdits(
    text,
    edits.map((edit) => ({ ...edit, span: { start: edit.span.start + start, end: edit.span.end + start } })),
  );
}
