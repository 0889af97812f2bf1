import { expect, test } from 'vitest';
import { findCitations } from '../../../server/src/core/citation/citations.ts';

test('a paragraph that begins with a long bare key is read at once, not in exponential time', () => {
  const key = 'cn-ru-2025-global-strategic-stability-of-the-two-sides-in-the-new-era';
  const citations = findCitations(`@${key} [第11段] 指出，\n@${key}: 又见。`);
  expect(citations.map((citation) => citation.key)).toEqual([key, key]);
}, 2000);
