import type { RecordedVariant } from '../statement/model.ts';

/** The field `variants` as it is written into the front matter, a line for each entry. */
export function formatVariants(variants: readonly RecordedVariant[]): string {
  if (variants.length === 0) return 'variants: []\n';
  const lines = variants.map(({ at, text, readings, reason }) => {
    const words = Object.entries(readings).map(([siglum, reading]) => `${plain(siglum)}: ${plain(reading)}`);
    const fields = [
      `at: ${JSON.stringify(at)}`,
      ...(text === undefined ? [] : [`text: ${plain(text)}`]),
      `readings: {${words.join(', ')}}`,
      ...(reason === undefined ? [] : [`reason: ${plain(reason)}`]),
    ];
    return `  - {${fields.join(', ')}}\n`;
  });
  return `variants:\n${lines.join('')}`;
}

/** Words as YAML has them in a list within braces: in quotation marks unless nothing in them could mean anything else. */
function plain(words: string): string {
  const isPlain =
    /^[\p{Script=Han}\p{Script=Latin}](?:[\p{Script=Han}\p{Script=Latin}\p{Nd}。，、；“”《》（） ]*[\p{Script=Han}\p{Script=Latin}。，、；“”《》（）])?$/u.test(
      words,
    );
  const isWord = /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(words);
  return isPlain && !isWord ? words : JSON.stringify(words);
}
