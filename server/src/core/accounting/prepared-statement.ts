import { editedText, type EditedText } from '../collation/edited-text.ts';
import { witnessText, type Source, type WitnessText } from '../collation/witness-text.ts';
import type { FrontMatter } from '../statement/front-matter.ts';
import type { Statement } from '../statement/model.ts';
import { declaredBy } from './declared.ts';
import { locateEmendations, type AppliedEmendation } from './emendations.ts';
import type { Finding } from './finding.ts';
import { codesOf } from './passage-range.ts';

/** What the sources say beside the statements, as far as a statement needs to know it. */
export interface SourceMatter {
  /** By name; a source that does not exist is not there. */
  readonly sources: ReadonlyMap<string, Source>;
  /** True for a character of a source that is furniture. */
  readonly isFurniture: (source: Source, offset: number) => boolean;
  /** The words of the furniture of a source. */
  readonly furnitureWords: (source: string) => readonly string[];
}

/** A statement and its witnesses, ready to be aligned. */
export interface PreparedStatement {
  readonly front: FrontMatter;
  readonly text: EditedText;
  /** Those whose sources are there, in the order of the front matter. */
  readonly witnesses: readonly WitnessText[];
  readonly applied: readonly AppliedEmendation[];
  /** Emendations whose words no witness has. */
  readonly unlocated: readonly Finding[];
}

/** Reads a statement's witnesses out of their sources; its declared emendations are made in them, or not. */
export function prepareStatement(
  statement: Statement,
  matter: SourceMatter,
  isEmended = true,
): PreparedStatement {
  const front = declaredBy(statement);
  const { applied, problems: unlocated } = locateEmendations(statement, front.spans, matter.sources);
  const witnesses = statement.metadata.witnesses.flatMap((witness) => {
    const source = matter.sources.get(witness.source);
    if (source === undefined) return [];
    const replacements = applied
      .filter(({ siglum }) => isEmended && siglum === witness.siglum)
      .map(({ replacement }) => replacement)
      .sort((a, b) => a.start - b.start);
    return [witnessText(witness, source, (offset) => matter.isFurniture(source, offset), replacements)];
  });
  return {
    front,
    text: editedText(statement, titlePlace(statement, front, matter)),
    witnesses,
    applied,
    unlocated,
  };
}

/**
 * Where the title stands; `undefined` if it need not be in a witness, because it stands in the furniture of one of its
 * sources, such as the headings of a web page.
 */
export function titlePlace(
  { metadata }: Statement,
  { titleSpan }: FrontMatter,
  { furnitureWords, sources }: SourceMatter,
): FrontMatter['titleSpan'] {
  const title = codesOf(metadata.title).join();
  const isIn = (words: string): boolean => `,${codesOf(words).join()},`.includes(`,${title},`);
  const isWitnessed = metadata.witnesses.some(({ source, lines }) => {
    const file = sources.get(source);
    if (file === undefined) return false;
    return lines.some(([from, to]) =>
      isIn(file.text.slice(file.lines.lineSpan(from - 1).start, file.lines.lineSpan(to - 1).end)),
    );
  });
  if (isWitnessed) return titleSpan;
  const isFurniture = metadata.witnesses.some(({ source }) => furnitureWords(source).some(isIn));
  return isFurniture ? undefined : titleSpan;
}
