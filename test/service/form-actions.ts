import { expect } from 'vitest';
import type { StyleName } from '../../server/src/core/format/style-name.ts';
import { createLineIndex } from '../../server/src/core/span.ts';
import { withChanges } from '../../server/src/core/statement/front-matter-edit.ts';
import { createDraft } from '../../server/src/service/draft.ts';
import type { DraftAction } from '../../server/src/service/draft-action.ts';
import type { Service } from '../../server/src/service/service.ts';
import { WORKSPACE } from './workspace.ts';

export const KEYS = {
  partnership: 'cn-ru-2025-comprehensive-partnership',
  stability: 'cn-ru-2025-global-strategic-stability',
  law: 'cn-ru-2025-international-law',
  world: 'cn-ru-2017-world-situation',
  coordination: 'cn-ru-2026-comprehensive-coordination',
} as const;

export type Form = 'footnote' | 'inline' | 'link' | 'pandoc';

const ONE: Readonly<Record<Form, string>> = {
  pandoc: 'Write this citation in the form of Pandoc',
  footnote: 'Write this citation as a footnote',
  inline: 'Write this citation as formatted text in the line',
  link: 'Write this citation as a link',
};
const ALL: Readonly<Record<Form, string>> = {
  pandoc: 'Write all citations of this document in the form of Pandoc',
  footnote: 'Write all citations of this document as footnotes',
  inline: 'Write all citations of this document as formatted text in the line',
  link: 'Write all citations of this document as links',
};

/** The actions that change the form of citations, at an offset of a note. */
export async function actionsAt(
  service: Service,
  text: string,
  offset: number,
  style: StyleName | 'auto' = 'auto',
): Promise<DraftAction[]> {
  const draft = createDraft(`${WORKSPACE}/note.md`, text);
  const at = draft.lines.positionAt(offset);
  const wants = (kind: string): boolean => kind === 'refactor.rewrite';
  return service.draftActions(draft, { start: at, end: at }, { downstream: 'off', wants, style });
}

/** The forms that are offered where the words stand: `footnote`, and `all footnote` for the document. */
export async function offered(service: Service, text: string, words: string): Promise<string[]> {
  const at = text.indexOf(words);
  expect(at, words).toBeGreaterThanOrEqual(0);
  const actions = await actionsAt(service, text, at);
  const names = (Object.keys(ONE) as Form[]).flatMap((form) => [
    ...(actions.some(({ title }) => title === ONE[form]) ? [form] : []),
    ...(actions.some(({ title }) => title === ALL[form]) ? [`all ${form}`] : []),
  ]);
  expect(actions).toHaveLength(names.length);
  return names.sort();
}

/** The note after an action at an offset; `undefined` if it is not offered. */
export async function changedAt(
  service: Service,
  text: string,
  offset: number,
  scope: 'one' | 'all',
  form: Form,
  style: StyleName | 'auto' = 'auto',
): Promise<string | undefined> {
  const title = (scope === 'one' ? ONE : ALL)[form];
  const action = (await actionsAt(service, text, offset, style)).find((each) => each.title === title);
  return action && applied(text, action);
}

/** The same where some words stand. */
export function changed(
  service: Service,
  text: string,
  words: string,
  scope: 'one' | 'all',
  form: Form,
  style: StyleName | 'auto' = 'auto',
): Promise<string | undefined> {
  const at = text.indexOf(words);
  expect(at, words).toBeGreaterThanOrEqual(0);
  return changedAt(service, text, at, scope, form, style);
}

/** The note after an action, as an editor makes it: edits must be in order and disjoint. */
export function applied(text: string, { edits }: DraftAction): string {
  const lines = createLineIndex(text);
  const changes = edits.map(({ range, text: words }) => ({
    span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
    text: words,
  }));
  changes.reduce((end, { span }) => {
    expect(span.start).toBeGreaterThanOrEqual(end);
    return span.end + 1;
  }, 0);
  return withChanges(text, changes);
}
