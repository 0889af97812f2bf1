import { formatLocator } from '../core/citation/format-locator.ts';
import { openingWords } from '../core/passage.ts';
import type { Range } from '../core/span.ts';
import type { Paragraph, Section, Statement } from '../core/statement/model.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import type { Library } from './library.ts';

export interface DocumentSymbol {
  readonly kind: 'statement' | 'section' | 'paragraph';
  readonly name: string;
  readonly detail: string;
  readonly range: Range;
  readonly selection: Range;
  readonly children: readonly DocumentSymbol[];
}

const OPENING_LENGTH = 30;

/** The outline of a statement file: statement, sections, paragraphs. `undefined` for any other file. */
export function documentSymbols({ corpus }: Library, uri: string): DocumentSymbol | undefined {
  const statement = corpus.byUri(uri);
  if (statement === undefined) return undefined;
  const { lines, source, paragraphs, sections, titleSpan } = statement;
  const children =
    sections.length > 0
      ? sections.map((section) => sectionSymbol(statement, section))
      : paragraphs.map((paragraph) => paragraphSymbol(statement, paragraph));
  return {
    kind: 'statement',
    name: shortTitle(statement),
    detail: statement.key,
    range: lines.rangeOf({ start: 0, end: source.length }),
    selection: lines.rangeOf(titleSpan),
    children,
  };
}

/** What a section is called in lists: `第四部分 · 文化合作`, or its locator alone. */
export function sectionName(statement: Statement, section: Section): string {
  const locator = formatLocator(section.address, statement);
  return section.heading === '' ? locator : `${locator} · ${section.heading}`;
}

function sectionSymbol(statement: Statement, section: Section): DocumentSymbol {
  const { lines } = statement;
  const opening = section.paragraphs[0]?.text ?? '';
  return {
    kind: 'section',
    name: sectionName(statement, section),
    detail: openingWords(opening, OPENING_LENGTH),
    range: lines.rangeOf(section.span),
    selection: lines.rangeOf(section.headingSpan),
    children: [
      ...section.paragraphs.map((paragraph) => paragraphSymbol(statement, paragraph)),
      ...section.sections.map((nested) => sectionSymbol(statement, nested)),
    ],
  };
}

function paragraphSymbol({ lines }: Statement, paragraph: Paragraph): DocumentSymbol {
  const range = lines.rangeOf(paragraph.span);
  return {
    kind: 'paragraph',
    name: `${paragraph.address} ${openingWords(paragraph.text, OPENING_LENGTH)}`,
    detail: '',
    range,
    selection: { start: range.start, end: range.start },
    children: [],
  };
}
