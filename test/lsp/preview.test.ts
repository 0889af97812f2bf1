import { expect, test } from 'vitest';
import {
  previewRequest,
  writeRequest,
  type PreviewResult,
  type WriteResult,
} from '../../server/src/lsp/protocol.ts';
import type { PandocRequest } from '../../server/src/service/pandoc.ts';
import { IN_TEXT } from '../service/csl-styles.ts';
import { loaded, startClient } from './client.ts';
import { temporaryFolder } from './folders.ts';

const STABILITY = 'cn-ru-2025-global-strategic-stability';
const CITE = `[@${STABILITY}，第10段]`;

test('the preview is told how citations are shown, in the style of the settings', async () => {
  const client = await startClient({ initializationOptions: { citation: { style: 'apa' } } });
  await loaded(client, 5);
  const { citations, links } = await client.connection.sendRequest<PreviewResult>(previewRequest, {
    text: `引文${CITE}。[稳定](pincite:${STABILITY}#10)`,
  });
  expect(citations).toHaveLength(1);
  expect(citations[0]).toMatchObject({ raw: CITE, isBroken: false, problem: '' });
  expect(citations[0]?.text).toMatch(/2025.*第10段/);
  expect(links).toMatchObject([
    { href: `pincite:${STABILITY}#10`, text: '《中俄全球战略稳定联合声明》第10段' },
  ]);
});

test('a CSL file of the settings formats what is written, through the Pandoc of the settings', async () => {
  const folder = temporaryFolder({ 'a b;c.csl': IN_TEXT, 'note.md': '' });
  const requests: PandocRequest[] = [];
  const tree = { blocks: [{ t: 'Para', c: [{ t: 'Cite', c: [[], [{ t: 'Str', c: 'FORMATTED' }]] }] }] };
  const client = await startClient({
    host: {
      pandoc: (request) => {
        requests.push(request);
        return Promise.resolve({ kind: 'done', output: JSON.stringify(tree), errors: '' });
      },
    },
    params: { workspaceFolders: [{ uri: folder.uri, name: 'notes' }] },
    initializationOptions: { csl: 'a b;c.csl', pandocPath: '/opt/pan doc' },
  });
  await loaded(client, 5);
  const uri = folder.uriOf('note.md');
  await client.open(uri, '引文');
  const place = { line: 0, character: 2 };
  const written = await client.connection.sendRequest<WriteResult>(writeRequest, {
    ...{ uri, ranges: [{ start: place, end: place }], form: 'inline' },
    passages: [{ key: STABILITY, address: '10' }],
  });
  expect(JSON.stringify(written)).toContain('FORMATTED');
  expect(requests.length).toBeGreaterThan(0);
  for (const { command, args, input } of requests) {
    expect(command).toBe('/opt/pan doc');
    expect(args.at(-1)).toEqual({ option: '--csl', uri: folder.uriOf('a b;c.csl') });
    expect(input).toContain(`@${STABILITY}`);
  }
});
