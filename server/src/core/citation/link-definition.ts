import type { Span } from '../span.ts';
import type { InlineBlock } from './inline-block.ts';

/** `[label]: target "title"`. */
export interface LinkDefinition {
  /** Normalised. */
  readonly label: string;
  /** Without the line break at its end. */
  readonly span: Span;
  readonly target: string;
  readonly targetSpan: Span;
}

/** Labels are the same whatever their case and white space. */
export function normaliseLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

const LABEL = / {0,3}\[(?![\^@]|-@)((?:[^[\]\\]|\\[^]){1,999}?)\]:/y;
const FOOTNOTE = /^ {0,3}\[\^[^\s^[\]]{1,200}\]:/;
/** Looking for a title takes time that grows with the square of the line. */
const LONGEST_TITLED_LINE = 2000;
const TITLE = /(?<=^|[ \t])(?:"[^\n]*"|'[^\n]*'|\([^\n]*\))[ \t]*$/;

/**
 * Takes the link definitions out of a paragraph, and parts footnotes that follow one another. As in Pandoc
 * (`referenceKey`) the target is the rest of the line, spaces included, but a word that opens a bracket makes the line
 * a text, and so does a citation in the place of the label.
 */
export function readDefinitions<Block extends InlineBlock>(
  block: Block,
): { found: LinkDefinition[]; rest: Block[] } {
  if (!block.text.includes(']:')) return { found: [], rest: [block] };
  const found: LinkDefinition[] = [];
  const rest: Block[] = [];
  let textStart = 0;
  let at = 0;
  /** True where a block may begin: at the start, and after a definition. */
  let mayDefine = true;
  const endText = (end: number): void => {
    if (end > textStart)
      rest.push({ ...block, start: block.start + textStart, text: block.text.slice(textStart, end) });
  };
  const isFootnote = (start: number): boolean => FOOTNOTE.test(block.text.slice(start, start + 220));
  while (at < block.text.length) {
    const definition = mayDefine ? readDefinition(block, at) : undefined;
    if (definition !== undefined) {
      endText(at);
      found.push(definition);
      at = Math.min(definition.span.end - block.start + 1, block.text.length);
      textStart = at;
      continue;
    }
    const lineEnd = block.text.indexOf('\n', at);
    if (at > textStart && isFootnote(textStart) && isFootnote(at)) {
      endText(at);
      textStart = at;
    }
    mayDefine = false;
    at = lineEnd < 0 ? block.text.length : lineEnd + 1;
  }
  endText(block.text.length);
  return { found, rest };
}

function readDefinition({ start: blockStart, text }: InlineBlock, at: number): LinkDefinition | undefined {
  LABEL.lastIndex = at;
  const label = LABEL.exec(text);
  if (label === null) return undefined;
  let start = at + label[0].length;
  let end = lineEndAt(text, start);
  // The target may stand on the next line.
  if (text.slice(start, end).trim() === '') {
    if (end >= text.length) return undefined;
    start = end + 1;
    end = lineEndAt(text, start);
  }
  let line = text.slice(start, end);
  if (/(?:^|[ \t])\[/.test(line)) return undefined;
  const title = line.length > LONGEST_TITLED_LINE ? null : TITLE.exec(line);
  if (title !== null) line = line.slice(0, title.index);
  else if (/[ \t]["']/.test(line)) return undefined;
  else {
    const next = text.slice(end + 1, lineEndAt(text, end + 1));
    if (/^[ \t]*(?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\))[ \t]*$/.test(next)) end += 1 + next.length;
  }
  const target = line.trim();
  const targetStart = blockStart + start + (line.length - line.trimStart().length);
  return {
    label: normaliseLabel(label[1] ?? ''),
    span: { start: blockStart + at, end: blockStart + end },
    target,
    targetSpan: { start: targetStart, end: targetStart + target.length },
  };
}

function lineEndAt(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}
