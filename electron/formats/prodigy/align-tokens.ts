import { createUnitMap } from '#shared/text/offset-units';
import { isObject, type Json } from '../json/recognise-values.ts';
import type { Token } from './to-tag.ts';

/**
 * Tokens where their words stand in the text, one after the other; undefined where the tags of the task hold the words of their
 * tokens as they are, in code points or UTF-16, or where the tokens are not all in the text. Unit: code points.
 */
export function alignTokens(text: string, tokens: readonly Token[], spans: readonly unknown[]): Token[] | undefined {
  if (tokens.length === 0 || spans.length === 0) return undefined;
  const told = spans.filter(isObject).flatMap((span) => findWords(span, tokens) ?? []);
  if (areRight(text, told, (offset) => offset)) return undefined;
  const { toUtf16, fromUtf16 } = createUnitMap(text, 'codepoint');
  return areRight(text, told, toUtf16) ? undefined : layAlong(text, tokens, fromUtf16);
}

type Told = { start: number; end: number; words: string };

const withoutBlanks = (words: string) => words.replace(/\s+/gu, '');

/** The place of a tag and the words of the tokens that it says it goes over, where it does not say its words itself. */
function findWords(
  { start, end, text, token_start: first, token_end: last }: Json,
  tokens: readonly Token[],
): Told | undefined {
  if (typeof start !== 'number' || typeof end !== 'number' || typeof text === 'string') return undefined;
  if (typeof first !== 'number' || typeof last !== 'number') return undefined;
  const within = tokens.slice(first, last + 1);
  if (within.length === 0 || within.some((token) => token.text === null)) return undefined;
  return { start, end, words: withoutBlanks(within.map((token) => token.text).join('')) };
}

const areRight = (text: string, told: readonly Told[], toUtf16: (offset: number) => number) =>
  told.every(({ start, end, words }) => withoutBlanks(text.slice(toUtf16(start), toUtf16(end))) === words);

function layAlong(text: string, tokens: readonly Token[], fromUtf16: (utf16: number) => number): Token[] | undefined {
  const aligned: Token[] = [];
  let at = 0;
  for (const token of tokens) {
    if (token.text === null) return undefined;
    const words = token.text.trim();
    while (/\s/u.test(text.charAt(at))) at += 1;
    if (!text.startsWith(words, at)) return undefined;
    const end = at + words.length;
    aligned.push({ ...token, start: fromUtf16(at), end: fromUtf16(end), ws: text.charAt(end) === ' ' });
    at = end;
  }
  return aligned;
}
