import { checkCorpus } from '../core/accounting/check-corpus.ts';
import { createCheckMemory } from '../core/accounting/check-memory.ts';
import type { Place } from '../core/accounting/finding.ts';
import type { Source } from '../core/collation/witness-text.ts';
import { createLineIndex, type Range } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import { corpusMessageOf } from './corpus-messages.ts';
import type { Finding } from './finding.ts';
import type { Library } from './library.ts';
import type { SourceReader, StatementSources } from './sources.ts';

/** Longer texts are left to `pincite corpus check`: an editor asks again at every keystroke. */
const MOST_CHARACTERS = 200_000;

/** Finds what the corpus check has against a statement file, at the words that cause it; remembers what has not changed. */
export function createStatementAccounts({ corpus }: Library, reader: SourceReader) {
  const memory = createCheckMemory();
  /** Statements that claim lines of the same sources, with all the sources of any of them. */
  const neighbourhood = async (statement: Statement, own: StatementSources) => {
    const statements = [statement];
    const sources = new Map<string, Source>(own.sources);
    for (const other of corpus.statements()) {
      if (other.key === statement.key || !sharesSource(other, statement)) continue;
      const theirs = await reader.of(other);
      if (theirs?.folder !== own.folder) continue;
      statements.push(other);
      for (const [name, source] of theirs.sources) sources.set(name, source);
    }
    return { statements, sources };
  };
  return async (statement: Statement): Promise<Finding[]> => {
    const isShort = statement.source.length <= MOST_CHARACTERS;
    const own = isShort && statement.metadata.witnesses.length > 0 ? await reader.of(statement) : undefined;
    // Where there is no folder of sources there is nothing to hold the text against.
    if (own === undefined) return [];
    const { furniture } = own;
    const files = { ...(await neighbourhood(statement, own)), furniture };
    const rangeOf = ({ uri, span }: Place): Range => {
      const home = [...files.statements, ...files.sources.values()].find((file) => file.uri === uri);
      return (home?.lines ?? createLineIndex('')).rangeOf(span);
    };
    return checkCorpus(files, memory)
      .problems.filter(({ uri }) => uri === statement.uri)
      .map((finding) => ({
        ...{ range: rangeOf(finding), code: finding.code, severity: finding.severity },
        message: corpusMessageOf(finding),
        related: finding.related
          .filter(({ uri }) => uri !== furniture.uri)
          .map((place) => ({
            uri: place.uri,
            range: rangeOf(place),
            message: excerpt(place, files.sources),
          })),
      }));
  };
}

function sharesSource(a: Statement, b: Statement): boolean {
  const names = new Set(b.metadata.witnesses.map(({ source }) => source));
  return a.metadata.witnesses.some(({ source }) => names.has(source));
}

const EXCERPT = 40;

/** The words of a source at a place, so that a reader need not go there to see them. */
function excerpt({ uri, span }: Place, sources: ReadonlyMap<string, Source>): string {
  const source = [...sources.values()].find((each) => each.uri === uri);
  const words = source?.text.slice(span.start, span.end) ?? '';
  return words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words;
}
