// The suite that runs inside the extension host: every `*.test.ts` of this folder, in this order.
import './activation.test.ts';
import './reading.test.ts';
import './preview.test.ts';
import './citing.test.ts';
import './writing.test.ts';
import './bibliography.test.ts';
import './workspace.test.ts';
import './witnesses.test.ts';

export { run } from './harness.ts';
