/** Characters that are no line ends in JSON but break lines in many programs that read by line. */
const lineBreaks = /[\u0085\u2028\u2029]/gu;
const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A value as one line of JSON, with its line end. */
export const formatJsonLine = (value: unknown): string => `${JSON.stringify(value).replace(lineBreaks, escape)}\n`;
