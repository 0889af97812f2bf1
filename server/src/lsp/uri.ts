import { URI } from 'vscode-uri';

/** One spelling for each URI: clients differ in what they percent-encode. */
export function normaliseUri(uri: string): string {
  return URI.parse(uri).toString();
}
