/** Characters that are no line ends in JSON but break lines in many programs that read by line. */
const lineBreaks = ['\u0085', '\u2028', '\u2029'];
const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A value as one line of JSON, with its line end. */
export const formatJsonLine = (value: unknown): string => `${formatJson(value)}\n`;

/** The same without its line end, to stand within a line. */
export function formatJson(value: unknown): string {
  let json = JSON.stringify(value);
  // most lines have none, which is seen much faster than a replacement that finds nothing is made
  for (const each of lineBreaks) if (json.includes(each)) json = json.replaceAll(each, escape);
  return json;
}
