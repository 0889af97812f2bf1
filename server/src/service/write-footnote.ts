import * as l10n from '@vscode/l10n';
import type { StatementPassage } from '../core/citation/statement-passage.ts';
import type { Position } from '../core/format/cited.ts';
import { openingWords } from '../core/passage.ts';
import type { Statement } from '../core/statement/model.ts';
import type { Draft } from './draft.ts';
import { definitionPlace, definitionSeparator, nextLabel } from './footnotes.ts';
import type { Library } from './library.ts';
import { mentionsIn, notePosition, notesOf, saysIbid, type EarlierNote } from './note-position.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { citedOf, noteCitation, type Notes } from './write-citation.ts';

/** The footnotes that are written into a draft in one go, in the order of the text. */
export interface NewFootnotes {
  /** Adds a footnote, and gives the reference to it. */
  add(
    passages: readonly StatementPassage[],
    prefix: string,
    offset: number,
    notes: Notes,
  ): Promise<{ readonly reference: string } | Refusal>;
  /** The definitions, to be written in one place behind the last reference; `undefined` where none can be read. */
  definitions(behind: number): PlannedEdit | undefined;
  readonly count: number;
}

export function createFootnotes(library: Library, draft: Draft): NewFootnotes {
  const added: { readonly label: string; readonly note: EarlierNote }[] = [];
  return {
    get count() {
      return added.length;
    },
    add: async (passages, prefix, offset, notes) => {
      const existing = notesOf(draft);
      // Cursors come in the order of the text; of two notes at one place the new one stands first.
      const before = [...added.map(({ note }) => note), ...existing.filter(({ at }) => at < offset)].sort(
        (a, b) => a.at - b.at,
      );
      const statements = [...new Set(passages.map(({ statement }) => statement))];
      const mentions = statements.map((statement) => mentionsIn(library, before, statement, notes));
      // Of several statements none is the one that the note before is on.
      const goesOn = statements.length === 1 && mentions[0]?.isLastOnIt === true;
      const next = existing.find(({ at }) => at >= offset);
      if (next !== undefined && saysIbid(next) && !goesOn) return parted(next);
      const positions = new Map(
        statements.map((statement, i): readonly [Statement, Position] => {
          const { isCited = false } = mentions[i] ?? {};
          return [statement, notePosition({ isCited, isLastOnIt: goesOn }, notes.settings)];
        }),
      );
      const cited = citedOf(passages, prefix).map((each) => ({
        ...each,
        position: positions.get(each.statement) ?? ('first' as const),
      }));
      const note = await noteCitation(cited, cited[0]?.position ?? 'first', notes);
      if (isRefusal(note)) return note;
      const label = nextLabel(
        draft,
        added.map((each) => each.label),
      );
      const keys = passages.map(({ statement }) => statement.key);
      added.push({ label, note: { at: offset, text: note.text, keys } });
      return { reference: `[^${label}]` };
    },
    definitions: (behind) => {
      const place = definitionPlace(draft, behind);
      if (place === undefined) return undefined;
      const { offset, before, after } = place;
      const text = added
        .map(({ label, note }) => `[^${label}]: ${note.text}`)
        .join(definitionSeparator(draft));
      return {
        span: { start: offset, end: offset },
        ...{ written: [before + text + after], added: [], notes: added.length },
      };
    },
  };
}

function parted({ text }: EarlierNote): Refusal {
  return {
    refused: l10n.t(
      'The next note, “{0}”, stands for the note before it, and would stand for the new one. Write out what it cites first.',
      openingWords(text, 40),
    ),
  };
}
