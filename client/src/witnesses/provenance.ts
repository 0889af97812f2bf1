import * as vscode from 'vscode';
import type { Provenance, WitnessPlaces } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import { passageInQuestion } from '../picker/choosePassage.ts';
import type { RecentPassages } from '../picker/recentPassages.ts';

/**
 * The witnesses of the passage that a command is about: of a node in the tree, else of the passage under the cursor, else
 * of one that the user finds. `undefined` if there is none, which the user has been told.
 */
export async function provenanceOf(
  corpus: Corpus,
  recent: RecentPassages,
  argument: unknown,
  title: string,
): Promise<Provenance | undefined> {
  const placeholder = vscode.l10n.t('Words of the passage, or an address such as 四.3');
  const passage = await passageInQuestion(corpus, recent, argument, { title, placeholder });
  if (passage === undefined) return undefined;
  const { key, address } = passage;
  const provenance = await corpus.provenance({ key, address });
  if (provenance === undefined) return undefined;
  if (provenance !== null && provenance.witnesses.length > 0) return provenance;
  const text =
    provenance === null
      ? vscode.l10n.t('This passage is no longer in the corpus.')
      : vscode.l10n.t('“{0}” names no witness whose source can be read.', provenance.title);
  void vscode.window.showInformationMessage(text);
  return undefined;
}

/** `001_….txt, lines 9–11`; the name alone where the witness does not carry the passage. */
export function whereabouts({ source, ranges }: WitnessPlaces): string {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined) return source;
  const [from, to] = [first.start.line + 1, last.end.line + 1];
  return from === to
    ? vscode.l10n.t('{0}, line {1}', source, from)
    : vscode.l10n.t('{0}, lines {1}', source, `${String(from)}–${String(to)}`);
}
