import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readPins, type PinFault } from '../../../server/src/core/pins/read-pins.ts';
import type { Pin, Pins } from '../../../server/src/core/pins/pin.ts';
import { writePins } from '../../../server/src/core/pins/write-pins.ts';

const passage = (address: string, ...paragraphs: string[]): Pin['passages'][number] => ({
  address,
  paragraphs,
});

const pins: Pins = {
  statements: [
    { key: 'b', title: '乙', version: 'sha256:2' },
    { key: 'a', title: '甲', version: 'sha256:1' },
  ],
  pins: [
    { key: 'b', kind: 'citation', written: '', passages: [passage('', '一', '二')] },
    { key: 'a', kind: 'citation', written: '第10段', passages: [passage('10', '第十')] },
    { key: 'a', kind: 'citation', written: '第9段', passages: [passage('9', '第九')] },
    { key: 'a', kind: 'quotation', written: '“第九”', passages: [passage('9', '第九')] },
  ],
};

/** What Node's own SHA-256 makes of a text. */
const hash = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

function faultOf(text: string): PinFault | undefined {
  const read = readPins(text);
  return 'fault' in read ? read.fault : undefined;
}

describe('a file of pins', () => {
  test('has keys and addresses in order, 9 before 10, with the hash of each passage and each paragraph on a line', () => {
    expect(writePins(pins)).toBe(`{
  "format": "pincite-pins",
  "version": 1,
  "statements": [
    {
      "key": "a",
      "title": "甲",
      "version": "sha256:1"
    },
    {
      "key": "b",
      "title": "乙",
      "version": "sha256:2"
    }
  ],
  "pins": [
    {
      "key": "a",
      "locator": "第9段",
      "passages": [
        {
          "address": "9",
          "hash": "${hash('第九')}",
          "text": [
            "第九"
          ]
        }
      ]
    },
    {
      "key": "a",
      "quotation": "“第九”",
      "passages": [
        {
          "address": "9",
          "hash": "${hash('第九')}",
          "text": [
            "第九"
          ]
        }
      ]
    },
    {
      "key": "a",
      "locator": "第10段",
      "passages": [
        {
          "address": "10",
          "hash": "${hash('第十')}",
          "text": [
            "第十"
          ]
        }
      ]
    },
    {
      "key": "b",
      "locator": "",
      "passages": [
        {
          "address": "",
          "hash": "${hash('一\n二')}",
          "text": [
            "一",
            "二"
          ]
        }
      ]
    }
  ]
}
`);
  });

  test('is the same whatever the order in which its pins come', () => {
    const turned = { statements: [...pins.statements].reverse(), pins: [...pins.pins].reverse() };
    expect(writePins(turned)).toBe(writePins(pins));
  });

  test('is read as it was written, also with other line ends and a byte order mark', () => {
    const text = writePins(pins);
    const read = readPins(text);
    expect(read).toEqual(readPins(`\ufeff${text.replaceAll('\n', '\r\n')}`));
    expect('pins' in read && writePins(read.pins)).toBe(text);
  });

  test('of which a text was changed by hand is not believed, and says where', () => {
    const text = writePins(pins).replace('"第十"', '"第拾"');
    const line = text.split('\n').findIndex((each) => each.includes(hash('第十')));
    expect(faultOf(text)).toEqual({ kind: 'wrong-hash', line });
  });

  test('with the marks of a merge says where they stand', () => {
    const lines = writePins(pins).split('\n');
    const text = [...lines.slice(0, 6), '<<<<<<< ours', ...lines.slice(6)].join('\n');
    expect(faultOf(text)).toEqual({ kind: 'not-json', line: 6 });
  });

  test('that is cut off says where', () => {
    const text = writePins(pins).slice(0, 60);
    expect(faultOf(text)).toMatchObject({ kind: 'not-json', line: expect.any(Number) as number });
  });

  test.each([
    ['', 'not-json'],
    ['null', 'not-pins'],
    ['[]', 'not-pins'],
    ['{"format": "something else"}', 'not-pins'],
    ['{"format": "pincite-pins"}', 'wrong-entry'],
    ['{"format": "pincite-pins", "version": 2}', 'later-version'],
    ['{"format": "pincite-pins", "version": "1", "statements": [], "pins": []}', 'wrong-entry'],
    ['{"format": "pincite-pins", "version": 1, "statements": [], "pins": [{"key": "a"}]}', 'wrong-entry'],
    [
      '{"format": "pincite-pins", "version": 1, "statements": [], "pins": [{"key": "a", "locator": "", "passages": []}]}',
      'wrong-entry',
    ],
    [
      '{"format": "pincite-pins", "version": 1, "statements": [{"key": "__proto__"}], "pins": []}',
      'wrong-entry',
    ],
  ] as const)('%s is none: %s', (text, kind) => {
    expect(faultOf(text)?.kind).toBe(kind);
  });

  test('that nests beyond reason is none', () => {
    expect(faultOf('['.repeat(100_000))?.kind).toBe('not-json');
  });

  test('may be empty', () => {
    expect(readPins(writePins({ statements: [], pins: [] }))).toEqual({ pins: { statements: [], pins: [] } });
  });
});
