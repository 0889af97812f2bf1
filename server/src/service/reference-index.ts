import type { Statement } from '../core/statement/model.ts';
import { createDraft, type Draft } from './draft.ts';
import type { Library } from './library.ts';
import type { Machine } from './machine.ts';
import { referencesIn, type Reference } from './reference.ts';
import type { WorkspaceDrafts } from './workspace-drafts.ts';

/** A reference with the text that it stands in: a draft, or a statement that names another. */
export interface PlacedReference {
  readonly draft: Draft;
  readonly reference: Reference;
}

/** Who refers to what, in the drafts of the workspace, in those that are open, and in the statements themselves. */
export interface ReferenceIndex {
  /** Every reference to a statement or a part of it, by file and then in the order of the text. */
  to(statement: Statement, options?: { readonly fresh?: boolean }): Promise<readonly PlacedReference[]>;
  /** What a statement's file is as a text. */
  textOf(statement: Statement): Draft;
}

/** How long texts are looked through without a pause, in milliseconds. */
const SLICE = 5;

/** What a text refers to is found once, and again when the corpus has changed. */
export function createReferenceIndex(
  library: Library,
  drafts: WorkspaceDrafts,
  { pause }: Pick<Machine, 'pause'>,
): ReferenceIndex {
  const texts = new WeakMap<Statement, Draft>();
  let found = new WeakMap<Draft, readonly Reference[]>();
  let all: Promise<ReadonlyMap<Statement, readonly PlacedReference[]>> | undefined;
  library.corpus.onChange(() => {
    found = new WeakMap();
    all = undefined;
  });
  drafts.onChange(() => {
    all = undefined;
  });

  const textOf = (statement: Statement): Draft => {
    const known = texts.get(statement) ?? createDraft(statement.uri, statement.source);
    texts.set(statement, known);
    return known;
  };

  const referencesOf = (draft: Draft): readonly Reference[] => {
    const known = found.get(draft);
    if (known !== undefined) return known;
    const made = [...referencesIn(library, draft)].sort((a, b) => a.span.start - b.span.start);
    found.set(draft, made);
    return made;
  };

  const gather = async (fresh: boolean): Promise<ReadonlyMap<Statement, readonly PlacedReference[]>> => {
    const written = await drafts.listWithOpen({ fresh });
    const byStatement = new Map<Statement, PlacedReference[]>();
    let start = Date.now();
    for (const draft of [...written, ...library.corpus.statements().map(textOf)]) {
      for (const reference of referencesOf(draft)) {
        if (reference.statement === undefined) continue;
        const others = byStatement.get(reference.statement);
        if (others === undefined) byStatement.set(reference.statement, [{ draft, reference }]);
        else others.push({ draft, reference });
      }
      if (Date.now() - start < SLICE) continue;
      await pause();
      start = Date.now();
    }
    return byStatement;
  };

  return {
    textOf,
    to: async (statement, { fresh = false } = {}) => {
      if (fresh) all = undefined;
      const asked = (all ??= gather(fresh));
      return (await asked).get(statement) ?? [];
    },
  };
}
