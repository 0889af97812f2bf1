/**
 * `node bench/search/figures.ts 1000000`: what the generated text is like, for comparison with the figures that the
 * README gives.
 */
import { hash } from 'node:crypto';
import { createCorpus } from './generate.ts';
import { stripped } from './stripped.ts';

const size = Number(process.argv[2] ?? 10_000);
const seen = new Uint8Array(2 ** 32);
const start = performance.now();
let [paragraphs, characters, bare, bytes, distinct, within] = [0, 0, 0, 0, 0, 0];
const texts = new Set<string>();
for (const { units } of createCorpus(1).statements(size)) {
  for (const { kind, text } of units) {
    if (kind === 'heading') continue;
    const letters = stripped(text);
    const own = new Set<number>();
    for (let i = 1; i < letters.length; i++) {
      const pair = letters.charCodeAt(i - 1) * 65536 + letters.charCodeAt(i);
      own.add(pair);
      if (seen[pair] === 0) {
        seen[pair] = 1;
        distinct++;
      }
    }
    paragraphs++;
    characters += text.length;
    bare += letters.length;
    bytes += Buffer.byteLength(text);
    within += own.size;
    texts.add(hash('sha1', text).slice(0, 16));
  }
}
const mean = (sum: number): string => (sum / paragraphs).toFixed(1);
console.log(`${paragraphs} paragraphs, ${texts.size} of them distinct`);
console.log(
  `${mean(characters)} characters a paragraph, ${mean(bare)} without punctuation, ${mean(bytes)} bytes in UTF-8`,
);
console.log(`${distinct} distinct bigrams, ${mean(within)} a paragraph`);
console.log(`${(performance.now() - start).toFixed(0)} ms`);
