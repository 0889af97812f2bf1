import * as vscode from 'vscode';
import type { Provenance, WitnessPlaces } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import type { RecentPassages } from '../picker/recentPassages.ts';
import { provenanceOf, whereabouts } from './provenance.ts';
import { provideWitnessDocuments, witnessUri } from './witnessDocuments.ts';

/** A text that can be held against another: of a witness, or the edited one. */
interface Text {
  readonly name: string;
  /** Absent for the edited text. */
  readonly witness?: WitnessPlaces;
}

interface Comparison extends vscode.QuickPickItem {
  readonly texts?: readonly [Text, Text];
  /** Empty for the whole statement. */
  readonly address: string;
}

/** Compare Witnesses: two texts of a passage, or of a statement, in VS Code's own editor for differences. */
export function registerCompareWitnesses(corpus: Corpus, recent: RecentPassages): vscode.Disposable {
  const command = vscode.commands.registerCommand('pincite.compareWitnesses', async (argument?: unknown) => {
    const title = vscode.l10n.t('Compare Witnesses');
    const provenance = await provenanceOf(corpus, recent, argument, title);
    const comparison = provenance && (await chooseComparison(provenance, title));
    if (provenance && comparison?.texts) await compare(provenance, comparison.texts, comparison.address);
  });
  return vscode.Disposable.from(command, provideWitnessDocuments(corpus));
}

async function chooseComparison(provenance: Provenance, title: string): Promise<Comparison | undefined> {
  const { witnesses, address, locator } = provenance;
  const [only, second] = witnesses;
  if (only !== undefined && second === undefined) return offerEditedText(provenance, only);
  const carrying = witnesses.filter(({ ranges }) => ranges.length > 0);
  const ofPassage = address === '' ? [] : rows(carrying, address, true);
  const ofStatement = rows(witnesses, '', address === '');
  const heading = (label: string): Comparison => ({
    ...{ label, address: '' },
    kind: vscode.QuickPickItemKind.Separator,
  });
  const items =
    ofPassage.length === 0
      ? ofStatement
      : [heading(locator), ...ofPassage, heading(vscode.l10n.t('The whole statement')), ...ofStatement];
  const placeHolder = vscode.l10n.t('The two texts to compare');
  return vscode.window.showQuickPick(items, { title, placeHolder });
}

/** Every pair of the edited text and witnesses; where a passage stands in the sources is told once, for the passage. */
function rows(witnesses: readonly WitnessPlaces[], address: string, isDetailed: boolean): Comparison[] {
  const texts: readonly Text[] = [
    ...witnesses.map((witness) => ({ name: witness.siglum, witness })),
    { name: editedText() },
  ];
  return texts.flatMap((left, i) =>
    texts.slice(i + 1).map((right) => ({
      label: `${left.name} ↔ ${right.name}`,
      ...(isDetailed && { detail: [left, right].flatMap(placeOf).join(' · ') }),
      ...{ texts: [left, right] as const, address },
    })),
  );
}

function placeOf({ name, witness }: Text): string[] {
  return witness ? [`${name}: ${whereabouts(witness)}`] : [];
}

async function offerEditedText(
  { title, address }: Provenance,
  witness: WitnessPlaces,
): Promise<Comparison | undefined> {
  const accept = vscode.l10n.t('Compare with the Edited Text');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('“{0}” has one witness only, {1}.', title, `${witness.siglum} (${witness.source})`),
    accept,
  );
  if (answer !== accept) return undefined;
  const texts = [{ name: witness.siglum, witness }, { name: editedText() }] as const;
  return { label: '', texts, address };
}

function editedText(): string {
  return vscode.l10n.t('edited text');
}

async function compare(
  { key, title, locator, regularised }: Provenance,
  texts: readonly [Text, Text],
  address: string,
): Promise<void> {
  const [left, right] = texts.map(({ name, witness }) =>
    witnessUri({ key, address, ...(witness && { siglum: witness.siglum }) }, name),
  );
  const names = `${texts[0].name} ↔ ${texts[1].name}`;
  const place = address === '' ? title : locator;
  const list = new Intl.ListFormat(vscode.env.language);
  const classes = list.format(regularised.flatMap((name) => CLASSES()[name] ?? []));
  const label =
    classes === ''
      ? vscode.l10n.t('{0}: {1}', place, names)
      : vscode.l10n.t('{0}: {1} ({2} regularised)', place, names, classes);
  await vscode.commands.executeCommand('vscode.diff', left, right, label, {
    preview: false,
  });
}

const CLASSES = (): Readonly<Record<string, string>> => ({
  width: vscode.l10n.t('width of marks'),
  spacing: vscode.l10n.t('spaces'),
  script: vscode.l10n.t('traditional characters'),
});
