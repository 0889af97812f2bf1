import { convert } from 'pandoc-wasm';
import type { Files } from '../../server/src/service/files.ts';
import type { Pandoc } from '../../server/src/service/pandoc.ts';

/** The Pandoc of the npm package in place of the user's; `asked` are the documents that it was given. */
export function wasmPandoc(files: Files): { readonly pandoc: Pandoc; readonly asked: string[] } {
  const asked: string[] = [];
  const convertByCsl: Pandoc = async ({ args, input }) => {
    asked.push(input);
    const csl = args.find((arg) => typeof arg !== 'string');
    const content = csl === undefined ? undefined : await files.read(csl.uri);
    const { stdout, stderr } = await convert(
      { from: 'markdown-smart', to: 'json', citeproc: true, csl: 'style.csl' },
      input,
      { 'style.csl': content?.kind === 'text' ? content.text : '' },
    );
    return stdout === ''
      ? { kind: 'failed', code: 1, errors: stderr }
      : { kind: 'done', output: stdout, errors: stderr };
  };
  // It is one program with one memory: a second conversion within the first breaks both.
  let turn: Promise<unknown> = Promise.resolve();
  const pandoc: Pandoc = (request) => {
    const answer = turn.then(() => convertByCsl(request));
    turn = answer;
    return answer;
  };
  return { pandoc, asked };
}
