import { isObject, type Json } from '../json/recognise-values.ts';

/** Under which keys a dialogue says who speaks and what is said, where the configuration does not tell. */
const SPEAKERS = ['author', 'speaker', 'name'];
const WORDS = ['text', 'phrase'];

export type DialogueKeys = { speaker?: string; words?: string };

/** A conversation as one text, a line for each who speaks. `starts`: where the words of each begin. Unit: UTF-16. */
export type Dialogue = { text: string; starts: readonly number[] };

/** Undefined for what is no list of people and their words. */
export function readDialogue(value: unknown, { speaker, words }: DialogueKeys = {}): Dialogue | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const starts: number[] = [];
  let text = '';
  for (const line of value as unknown[]) {
    const said = isObject(line) ? findString(line, words, WORDS) : undefined;
    if (said === undefined) return undefined;
    const who = findString(line as Json, speaker, SPEAKERS);
    if (starts.length > 0) text += '\n';
    if (who !== undefined && who !== '') text += `${who.replace(/:$/u, '')}: `;
    starts.push(text.length);
    text += said;
  }
  return { text, starts };
}

function findString(line: Json, key: string | undefined, usual: readonly string[]): string | undefined {
  const found = [...(key === undefined ? [] : [key]), ...usual].find((name) => typeof line[name] === 'string');
  return found === undefined ? undefined : (line[found] as string);
}

/** A result with its place in the whole text; as it is where it names no line of the dialogue. */
export function placeInDialogue(result: Json, { starts }: Dialogue): Json {
  const value = isObject(result['value']) ? result['value'] : {};
  const { start, end, startOffset, endOffset, text, ...rest } = value;
  const from = toPlace(starts, start, startOffset);
  const to = toPlace(starts, end, endOffset);
  if (from === undefined || to === undefined) return result;
  // words of several lines are written without who speaks
  const words = start === end && typeof text === 'string' ? { text } : {};
  return { ...result, value: { ...rest, ...words, start: from, end: to, globalOffsets: undefined } };
}

function toPlace(starts: readonly number[], line: unknown, offset: unknown): number | undefined {
  const at = typeof line === 'string' && /^\d+$/u.test(line) ? starts[Number(line)] : undefined;
  return at === undefined || !Number.isInteger(offset) ? undefined : at + (offset as number);
}
