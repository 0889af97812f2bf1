/** The UTF-16 code units of a text. */
export function unitsOf(text: string): Uint16Array<ArrayBuffer> {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

/** No call takes arguments without end. */
const CHUNK = 4096;

/** The text of UTF-16 code units. */
export function textOf(units: Uint16Array): string {
  let text = '';
  // A typed array serves as a list of arguments, and no list of the language is as quick to make.
  for (let at = 0; at < units.length; at += CHUNK)
    text += String.fromCharCode.apply(undefined, units.subarray(at, at + CHUNK) as unknown as number[]);
  return text;
}
