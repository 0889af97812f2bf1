import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../../../scripts/setup.mjs';

/**
 * @typedef {object} Answer
 * @property {readonly {key: string, locator: string, text: string, range: {start: {line: number}}}[]} passages as many as a list shows
 * @property {number} total
 */

/** @type {Map<string, Answer>} */
const answers = new Map();

/**
 * What the engine answers to a query, asked without an editor.
 * @param {string} query
 * @returns {Answer}
 */
export function answerTo(query) {
  const known = answers.get(query);
  if (known) return known;
  const command = [path.join(root, 'dist', 'cli.js'), 'search', query, '--json', '--limit', '50'];
  const answer = JSON.parse(spawnSync(process.execPath, command, { encoding: 'utf8' }).stdout);
  answers.set(query, answer);
  return answer;
}
