import * as l10n from '@vscode/l10n';
import { formatLocator } from '../core/citation/format-locator.ts';
import type { Range } from '../core/span.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';
import { referencesIn } from './reference.ts';

export interface Link {
  readonly range: Range;
  /** A file URI with a line as fragment. */
  readonly target: string;
  readonly tooltip: string;
}

/** A link for each reference of a draft that points to something that exists. */
export function documentLinks(library: Library, draft: Draft): Link[] {
  return referencesIn(library, draft).flatMap(({ span, passages }) => {
    const [passage] = passages;
    if (passage === undefined) return [];
    const { statement, address, paragraphs } = passage;
    const start = address === '' ? (paragraphs[0]?.span.start ?? 0) : passage.span.start;
    const line = statement.lines.positionAt(start).line;
    const place =
      address === ''
        ? shortTitle(statement)
        : `${shortTitle(statement)} · ${formatLocator(address, statement)}`;
    return {
      range: draft.lines.rangeOf(span),
      target: `${statement.uri}#L${String(line + 1)}`,
      tooltip: l10n.t('Open {0}', place),
    };
  });
}
