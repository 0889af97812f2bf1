import { joinNeighbours } from '../core/citation/compose-passages.ts';
import type { StatementPassage } from '../core/citation/statement-passage.ts';
import { passagesToCite } from './cited-passages.ts';
import { spaceAfter } from './completion-place.ts';
import type { CslMachine } from './format-with-csl.ts';
import type { Library } from './library.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { citedOf, inLineCitation, linkCitation, noteCitation, pandocCitation } from './write-citation.ts';
import { plainText } from './write-parts.ts';
import { inBlock, inMarks, quotesOf } from './write-quotation.ts';
import type { Writing, WritingSettings } from './writing.ts';

/**
 * What is written about some passages as text for a clipboard, in the language of their statement. A citation in the
 * form of a footnote is what the note would say; behind a quotation it stands in the line.
 */
export async function composeWriting(
  library: Library,
  machine: CslMachine,
  writing: Writing,
  settings: WritingSettings,
): Promise<{ readonly text: string } | Refusal> {
  const asked = passagesToCite(library, writing);
  if (isRefusal(asked)) return asked;
  const passages = joinNeighbours(asked);
  const { quotation, citation, prefix = '' } = writing;
  if (quotation === undefined) return compose(machine, writing, settings, passages, prefix);
  const quotes = quotesOf(passages, writing.words);
  if (isRefusal(quotes)) return quotes;
  const written: string[] = [];
  let between = '';
  for (const [i, quote] of quotes.entries()) {
    const paragraphs = quotation === 'block' ? inBlock(quote) : [inMarks(quote, languageOf(quote.cited))];
    const cited =
      citation === 'none'
        ? { text: '' }
        : await compose(machine, writing, settings, quote.cited, i === 0 ? prefix : '');
    if (isRefusal(cited)) return cited;
    const last = paragraphs.pop() ?? '';
    const space = cited.text === '' || cited.text.startsWith('（') ? '' : spaceAfter(last);
    if (quotation === 'block') written.push(...paragraphs, last + space + cited.text);
    else written.push(between + last + space + cited.text);
    between = spaceAfter(last);
  }
  const isBlock = quotation === 'block';
  return { text: isBlock ? written.map((each) => `> ${each}`).join('\n>\n') : written.join('') };
}

async function compose(
  machine: CslMachine,
  { form: asked, quotation }: Writing,
  settings: WritingSettings,
  passages: readonly StatementPassage[],
  prefix: string,
): Promise<{ readonly text: string } | Refusal> {
  const form = asked ?? settings.form;
  const language = languageOf(passages);
  const notes = { machine, settings: settings.notes, language };
  if (form === 'footnote' && quotation === undefined) {
    return noteCitation(citedOf(passages, prefix), 'first', notes);
  }
  const written =
    form === 'pandoc'
      ? pandocCitation(passages, prefix)
      : form === 'link'
        ? linkCitation(passages, prefix, language)
        : await inLineCitation(passages, prefix, notes);
  return isRefusal(written) ? written : { text: plainText(written) };
}

function languageOf([first]: readonly StatementPassage[]): string {
  return first?.statement.metadata.language ?? 'en';
}
