import * as l10n from '@vscode/l10n';
import type { Variant } from '../core/collation/collate.ts';
import type { Severity } from '../core/problem.ts';
import type { Range, Span } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import type { DoubtfulPlace } from './doubtful.ts';
import type { Finding, RelatedPlace } from './finding.ts';
import { variantInWords } from './doubt-lines.ts';
import { messageOf } from './messages.ts';
import { readingInWords, readingsOf, type WitnessReading } from './variant-words.ts';

/**
 * The doubtful places of a statement file as findings; emendations are none, for they are settled. `statementOf` gives
 * the statement of a key, for the place that a sentence was taken from.
 */
export function doubtfulFindings(
  statement: Statement,
  places: readonly DoubtfulPlace[],
  severity: Severity | 'hint',
  statementOf: (key: string) => Statement | undefined,
): Finding[] {
  const range = (span: Span): Range => statement.lines.rangeOf(visible(statement, span));
  return places.flatMap((place): Finding[] => {
    switch (place.kind) {
      case 'variant': {
        const { kind } = place.variant;
        const message = l10n.t('The witnesses differ: {0}', variantInWords(place));
        const related = readingsOf(place.collated, place.variant).map((reading) =>
          relatedReading(reading, kind),
        );
        return [{ range: range(place.span), code: 'variant', severity, message, related }];
      }
      case 'doubt': {
        const message = l10n.t('Doubtful: {0}', place.doubt.reason);
        return [{ range: range(place.span), code: 'doubt', severity, message }];
      }
      case 'sign': {
        const { kind, reasonValues, related: other } = place.sign;
        const message = messageOf({ code: kind, values: reasonValues });
        const home = other?.key === undefined ? statement : statementOf(other.key);
        const related =
          other === undefined || home === undefined
            ? {}
            : {
                related: [
                  {
                    ...{ uri: home.uri, range: home.lines.rangeOf(other.span) },
                    message: l10n.t('The same words stand here.'),
                  },
                ],
              };
        return [{ range: range(place.span), code: kind, severity, message, ...related }];
      }
      case 'emendation':
        return [];
    }
  });
}

function relatedReading(reading: WitnessReading, kind: Variant['kind']): RelatedPlace {
  const { uri, span, compared } = reading;
  const range = compared.witness.source.lines.rangeOf(span);
  const message = readingInWords(reading, kind);
  return { uri, range, message };
}

/** A place between two characters shows as those on both sides of it. */
function visible({ source, lines }: Statement, { start, end }: Span): Span {
  if (start < end) return { start, end };
  const line = lines.lineSpan(lines.positionAt(start).line);
  const before = /[^]$/u.exec(source.slice(line.start, start))?.[0].length ?? 0;
  const after = /^[^]/u.exec(source.slice(start, line.end))?.[0].length ?? 0;
  return { start: start - before, end: start + after };
}
