import { allSections } from '../core/passage.ts';
import type { Statement } from '../core/statement/model.ts';
import type { Library } from './library.ts';

/** A statement in the shape of `pincite list --json`; dates are empty where the statement does not give them. */
export interface StatementSummary {
  readonly key: string;
  readonly title: string;
  readonly titleShort: string;
  readonly eventDate: string;
  readonly issued: string;
  readonly language: string;
  readonly completeness: string;
  /** Sections at every depth, the preamble not counted. */
  readonly sections: number;
  readonly paragraphs: number;
  readonly witnesses: readonly string[];
  readonly uri: string;
}

export function listStatements({ corpus }: Library): StatementSummary[] {
  return corpus.statements().map(summaryOf);
}

function summaryOf(statement: Statement): StatementSummary {
  const { metadata } = statement;
  return {
    key: statement.key,
    title: metadata.title,
    titleShort: metadata.titleShort ?? '',
    eventDate: metadata.eventDate ?? '',
    issued: metadata.issued ?? '',
    language: metadata.language,
    completeness: metadata.completeness,
    sections: allSections(statement).filter(({ kind }) => kind !== 'preamble').length,
    paragraphs: statement.paragraphs.length,
    witnesses: metadata.witnesses.map(({ siglum }) => siglum),
    uri: statement.uri,
  };
}
