import { noteKind } from '../core/format/format.ts';
import type { StyleName } from '../core/format/style-name.ts';
import type { NotePlace } from './change-form-text.ts';

/**
 * The citations of a formatted text, each without what holds them together: brackets, separators and the full stop.
 * `undefined` if the text cannot be one of the style's.
 */
export function partsOf(text: string, style: StyleName, place: NotePlace): string[] | undefined {
  const core = coreOf(text, style, place);
  if (core === undefined || core === '') return undefined;
  switch (joinOf(style)) {
    case 'raised':
      // Words before the first citation are no citation of their own.
      return core.split(/(?<=\].*)(?=\\\[)/u);
    case 'adjacent':
      return `(${core}`.match(/[（(][^]*?[）)](?:\^[^^]*\^)?(?=[（(]|$)/gu)?.map((part) => part.slice(1));
    case 'semicolon':
      return core.split(/[；;] ?/u);
  }
}

/** A citation alone as it is compared with one of several. */
export function coreOf(text: string, style: StyleName, place: NotePlace): string | undefined {
  switch (joinOf(style)) {
    case 'raised':
      return /^\^([^]*)\^$/u.exec(text)?.[1];
    case 'adjacent':
      // Words before the citation stand in its bracket.
      return /^[（(]([^]*)$/u.exec(text)?.[1];
    case 'semicolon':
      return noteKind(style) === 'in-text' || place === 'inline'
        ? /^[（(]([^]*)[）)]$/u.exec(text)?.[1]
        : text.replace(/[.。](?=[”’»]?$)/u, '');
  }
}

/** How several citations follow one another: raised numbers, brackets, or parted by semicolons. */
function joinOf(style: StyleName): 'raised' | 'adjacent' | 'semicolon' {
  if (style === 'gb7714-2015-numeric' || style === 'gb7714-2025-numeric') return 'raised';
  if (style === 'gb7714-2015-author-date' || style === 'gb7714-2025-author-date') return 'adjacent';
  return 'semicolon';
}
