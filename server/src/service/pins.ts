import * as l10n from '@vscode/l10n';
import { sha256 } from '../core/accounting/sha256.ts';
import { identityOf, type Pin, type PinnedStatement, type Pins } from '../core/pins/pin.ts';
import { matchPins } from '../core/pins/match-pins.ts';
import { paragraphsOf, type Sight } from '../core/pins/sight.ts';
import { writePins } from '../core/pins/write-pins.ts';
import { touches, type Range } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import type { DraftAction } from './draft-action.ts';
import type { Draft } from './draft.ts';
import { lastPart } from './file-name.ts';
import type { Library } from './library.ts';
import type { Loader } from './loader.ts';
import type { Machine } from './machine.ts';
import { followActions } from './pin-actions.ts';
import { createPinFiles, pinUri } from './pin-file.ts';
import { damagedFinding, pinFindings, type PinFinding } from './pin-findings.ts';
import { sightsOf } from './pin-sights.ts';
import { defaultQuotationOptions, type CheckedQuotation, type Quotations } from './quotations.ts';
import type { Refusal } from './refusal.ts';
import { weaker, type Weight } from './severity.ts';

/** What a draft saw when it was pinned, held against what it sees now. */
export interface PinService {
  /**
   * What has changed since, in the order of the text, worth no more than `level`; nothing for a draft that has no pins
   * beside it, and while statements are being read.
   */
  findings(draft: Draft, level?: Weight | 'off'): Promise<readonly PinFinding[]>;
  /** For each citation that a range touches whose passage has moved: its locator with the new place. */
  follow(draft: Draft, range: Range): Promise<readonly DraftAction[]>;
  /**
   * Writes what the citations and quotations of a draft see beside it, or of those in a range alone; the others keep
   * their pins. A citation that sees nothing keeps its pin, and pins that no citation has any more go. Refuses to write
   * over what it cannot read.
   */
  pin(draft: Draft, range?: Range): Promise<Pinned | Refusal>;
}

export interface Pinned {
  /** The file of the pins. */
  readonly uri: string;
  /** How many citations and quotations have a pin now. */
  readonly pins: number;
  /** How many of them see something else than before, or were not pinned. */
  readonly changed: number;
}

interface Parts {
  readonly library: Library;
  readonly loader: Loader;
  readonly quotations: Quotations;
  readonly machine: Machine;
}

export function createPins({ library, loader, quotations, machine }: Parts): PinService {
  const files = createPinFiles(machine.files);
  let turn: Promise<unknown> = Promise.resolve();

  const see = async (
    draft: Draft,
  ): Promise<{ sights: readonly Sight[]; quoted: readonly CheckedQuotation[] }> => {
    const quoted = await quotations.check(draft, defaultQuotationOptions);
    return { sights: sightsOf(library, draft, quoted), quoted };
  };

  const pin = async (draft: Draft, range: Range | undefined): Promise<Pinned | Refusal> => {
    const { writeFile } = machine;
    if (draft.uri.startsWith('untitled:'))
      return { refused: l10n.t('Save the draft first: its pins lie beside it.') };
    await loader.finished();
    if (library.corpus.has(draft.uri))
      return {
        refused: l10n.t('{0} is a statement of the corpus: only drafts are pinned.', lastPart(draft.uri)),
      };
    const file = await files.read(draft.uri);
    if (file.kind === 'damaged') return { refused: file.message };
    const { sights } = await see(draft);
    const before = file.kind === 'pins' ? file.pins : NONE;
    const uri = pinUri(draft.uri);
    const pins = pinsOf(sights, before, isIn(draft, range));
    const unchanged = new Set(before.pins.map((each) => JSON.stringify(each)));
    const changed = pins.pins.filter((each) => !unchanged.has(JSON.stringify(each))).length;
    const pinned = { uri, pins: pins.pins.length, changed };
    const text = writePins(pins);
    if (file.kind === 'none' ? pins.pins.length === 0 : sameLines(file.text, text)) return pinned;
    const reason = writeFile === undefined ? 'EROFS' : await writeFile(uri, text);
    if (reason === undefined) return pinned;
    return {
      refused: l10n.t(
        '{0} cannot be written ({1}). Check the permissions of its folder.',
        lastPart(uri),
        reason,
      ),
    };
  };

  const findings: PinService['findings'] = async (draft, level = 'warning') => {
    if (level === 'off' || loader.isLoading()) return [];
    const file = await files.read(draft.uri);
    if (file.kind === 'none') return [];
    const atMost = (finding: PinFinding): PinFinding => ({
      ...finding,
      severity: weaker(level, finding.severity),
    });
    if (file.kind === 'damaged') return [atMost(damagedFinding(draft, file))];
    const { sights, quoted } = await see(draft);
    return (await pinFindings(library, draft, sights, quoted, file)).map(atMost);
  };

  return {
    findings,
    follow: async (draft, range) => followActions(library, draft, range, await findings(draft)),
    pin: (draft, range) => {
      // Two at a time would each write without what the other wrote.
      const own = turn.then(() => pin(draft, range));
      turn = own.catch(() => undefined);
      return own;
    },
  };
}

const NONE: Pins = { statements: [], pins: [] };

function isIn(draft: Draft, range: Range | undefined): (sight: Sight) => boolean {
  if (range === undefined) return () => true;
  const { start, end } = { start: draft.lines.offsetAt(range.start), end: draft.lines.offsetAt(range.end) };
  return ({ span }) => touches(span, start) || (start <= span.start && span.start <= end);
}

/** What is to be pinned: what is wanted as it is seen now, the rest as it was. */
function pinsOf(sights: readonly Sight[], before: Pins, isWanted: (sight: Sight) => boolean): Pins {
  const pinOf = matchPins(sights, before.pins);
  const next = new Map<string, Pin>();
  const seen = new Map<string, PinnedStatement>();
  const versions = new Map(before.statements.map((each) => [each.key, each]));
  for (const sight of sights) {
    const id = identityOf(sight);
    const { key, kind, written, passages, statement, isWhole } = sight;
    const old = pinOf(sight);
    const isPinnable = statement !== undefined && passages.length > 0 && (isWhole || old === undefined);
    if (isWanted(sight) && isPinnable) {
      const pinned = passages.map((passage) => ({
        address: passage.address,
        paragraphs: paragraphsOf(passage),
      }));
      next.set(id, { key, kind, written: next.get(id)?.written ?? written, passages: pinned });
      seen.set(key, versionOf(statement));
    } else if (old !== undefined && !next.has(id)) {
      next.set(id, { key, kind, written, passages: old.passages });
      const version = versions.get(key);
      if (version !== undefined && !seen.has(key)) seen.set(key, version);
    }
  }
  return { statements: [...seen.values()], pins: [...next.values()] };
}

const statementVersions = new WeakMap<Statement, PinnedStatement>();

function versionOf(statement: Statement): PinnedStatement {
  const known = statementVersions.get(statement);
  if (known !== undefined) return known;
  const version = `sha256:${sha256(statement.source.replaceAll('\r\n', '\n'))}`;
  const pinned = { key: statement.key, title: shortTitle(statement), version };
  statementVersions.set(statement, pinned);
  return pinned;
}

/** Version control may change the ends of lines. */
function sameLines(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
}
