import type { Statement } from '../statement/model.ts';
import { findAllExact } from './exact-match.ts';
import type { ExactFound } from './quoted-place.ts';
import { measure, type QuotedWords } from './quoted-words.ts';
import { readings } from './readings.ts';

/** Nobody leaves out more between two pieces of one quotation without saying where the other is from. */
const MOST_LEFT_OUT = 400;
/** Of a quotation with ellipses one piece is this long, or it may be of anything. */
const LEAST_PIECE = 8;

/** Every place that has the very words of a quotation, statement by statement. */
export function findElsewhere(words: QuotedWords, statements: Iterable<Statement>): ExactFound[] {
  if (!isTelling(words)) return [];
  return [...statements].flatMap((statement) => {
    for (const { words: own, text } of readings(words, statement)) {
      const found = findAllExact(own, text.text, { farthest: MOST_LEFT_OUT });
      if (found.length > 0) return found.map((match) => ({ statement, text, match }));
    }
    return [];
  });
}

function isTelling({ pieces }: QuotedWords): boolean {
  return (
    pieces.length === 1 || pieces.some((piece) => measure({ pieces: [piece] }).characters >= LEAST_PIECE)
  );
}
