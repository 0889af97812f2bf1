import { findPassage } from '../core/passage.ts';
import type { Sight } from '../core/pins/sight.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';
import type { CheckedQuotation } from './quotations.ts';
import { referencesIn, type Reference } from './reference.ts';

/**
 * What the citations and quotations of a draft see, in the order of the text: citations and links to passages, titles
 * that a locator follows, and each quotation that stands in less than its citation names.
 */
export function sightsOf(library: Library, draft: Draft, quotations: readonly CheckedQuotation[]): Sight[] {
  const cited = referencesIn(library, draft).flatMap((reference) => sightOf(draft, reference));
  const quoted = quotations.flatMap((quotation) => quotedSight(draft, quotation));
  return [...cited, ...quoted].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function sightOf(draft: Draft, reference: Reference): Sight[] {
  const { kind, span, statement, passages, problems } = reference;
  // A title alone is a name that the text mentions.
  if (kind === 'mention' && passages.every(({ address }) => address === '')) return [];
  const key = statement?.key ?? problems.find(({ code }) => code === 'unknown-key')?.values['key'];
  if (key === undefined) return [];
  return [
    {
      ...{ kind: 'citation', key, span, passages },
      written: writtenIn(draft, reference),
      isWhole: problems.length === 0,
      ...(statement !== undefined && { statement }),
    },
  ];
}

/** The locator as it is written; of a link what stands behind its `#`, with it. */
function writtenIn(draft: Draft, { kind, span, passages, problems }: Reference): string {
  switch (kind) {
    case 'citation':
      return (
        draft.citations.find((each) => each.span.start === span.start && each.span.end === span.end)
          ?.locatorText ?? ''
      );
    case 'link': {
      const { asked, locator } = problems[0]?.values ?? {};
      return `#${passages[0]?.address ?? asked ?? locator ?? ''}`;
    }
    case 'mention':
      return draft.text.slice(span.start, span.end);
  }
}

function quotedSight(draft: Draft, { quotation, judgement }: CheckedQuotation): Sight[] {
  const { anchor, span } = quotation;
  const { place } = judgement;
  const statement = place?.statement ?? anchor?.statements[0];
  if (anchor === undefined || statement === undefined) return [];
  const passage = place && findPassage(place.statement, place.address);
  // The pin of the citation tells all that there is to tell.
  if (anchor.passages.some(({ address }) => address === passage?.address)) return [];
  return [
    {
      ...{ kind: 'quotation', key: statement.key, span, statement },
      written: draft.text.slice(span.start, span.end),
      passages: passage === undefined ? [] : [passage],
      isWhole: passage !== undefined,
    },
  ];
}
