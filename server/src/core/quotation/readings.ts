import type { Statement } from '../statement/model.ts';
import { phrasedWords, type QuotedWords } from './quoted-words.ts';
import { statementText, type StatementText, type TextForm } from './statement-text.ts';

/** The words of a quotation and a statement's text in the same form. */
export interface Reading {
  readonly words: QuotedWords;
  readonly text: StatementText;
}

const FORMS: readonly TextForm[] = [false, true].flatMap((isPhrased) =>
  [false, true].map((isBody) => ({ isBody, isPhrased })),
);

/**
 * The forms in which words are held against a statement, one after the other: as they are, without the headings between
 * paragraphs, and both with traditional characters as phrases have them. Those that change nothing are left out; each
 * is made when it is asked for.
 */
export function* readings(words: QuotedWords, statement: Statement): Generator<Reading> {
  const before: Reading[] = [];
  for (const form of FORMS) {
    const reading = {
      words: form.isPhrased ? phrasedWords(words) : words,
      text: statementText(statement, form),
    };
    if (before.some((each) => each.words === reading.words && each.text === reading.text)) continue;
    before.push(reading);
    yield reading;
  }
}
