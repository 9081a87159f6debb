import type { FoundAnnotation } from '../found.ts';
import { listOthers } from '../json/plain-meta.ts';
import { isObject } from '../json/recognise-values.ts';
import { readTagFacts } from '../json/tag-facts.ts';

/** A token as a task gives it. Unit: code points. */
export type Token = { text: string | null; start: number; end: number; id: number; ws: boolean | null };

/** Tokens by their ids, which are counted from 0 where they are not said. */
export function listTokens(raw: unknown): Token[] {
  const tokens: Token[] = [];
  for (const [n, each] of (Array.isArray(raw) ? (raw as unknown[]) : []).entries()) {
    if (!isObject(each) || !Number.isInteger(each['start']) || !Number.isInteger(each['end'])) continue;
    const { text, start, end, id, ws } = each;
    tokens.push({
      text: typeof text === 'string' ? text : null,
      start: start as number,
      end: end as number,
      id: Number.isInteger(id) ? (id as number) : n,
      ws: typeof ws === 'boolean' ? ws : null,
    });
  }
  return tokens;
}

/** `isAligned`: tokens stand elsewhere than the task says, so that tags go by them. */
type Around = {
  id: string;
  tokens: readonly Token[];
  annotator: string | null;
  place: string;
  isOurs: boolean;
  isAligned: boolean;
};

/** What a tag says of its place, and how it was found; what else it says is kept as attributes. */
const KNOWN = new Set([
  ...[
    'start',
    'end',
    'token_start',
    'token_end',
    'text',
    'label',
    'id',
    'type',
    'galley',
    'answer',
    'source',
    'pattern',
  ],
  ...['input_hash', 'rank', 'score', 'priority', 'color', 'hidden', 'disabled', 'kb_url', 'span_id'],
]);

/** Undefined where it has no offsets or no label. */
export function toTag(
  span: unknown,
  { id, tokens, annotator, place, isOurs, isAligned }: Around,
): FoundAnnotation | undefined {
  if (!isObject(span)) return undefined;
  const { label, id: written, galley, token_start: first, token_end: last } = span;
  const startOfToken = () => tokens.find((token) => token.id === first)?.start;
  const endOfToken = () => tokens.find((token) => token.id === last)?.end;
  const goesByTokens = isAligned && typeof span['text'] !== 'string';
  const start = goesByTokens ? (startOfToken() ?? span['start']) : (span['start'] ?? startOfToken());
  const end = goesByTokens ? (endOfToken() ?? span['end']) : (span['end'] ?? endOfToken());
  if (!Number.isInteger(start) || !Number.isInteger(end) || typeof label !== 'string') return undefined;
  const uid = isOurs && typeof written === 'string' ? written : null;
  const facts = readTagFacts(galley);
  return {
    id: uid ?? id,
    uid,
    label,
    spans: [{ start: start as number, end: end as number, quote: quoteOf(span, tokens) }],
    ...facts,
    attributes: { ...listOthers(span, KNOWN), ...facts.attributes },
    annotator: facts.annotator ?? annotator,
    place,
  };
}

/** The words by the tokens that the tag says it goes over, the last inclusive; null where that is not known. */
function quoteOf({ token_start: first, token_end: last, text }: Record<string, unknown>, tokens: readonly Token[]) {
  if (typeof text === 'string') return text;
  if (!Number.isInteger(first) || !Number.isInteger(last)) return null;
  const within = tokens.slice(first as number, (last as number) + 1);
  if (within.length === 0 || within.some(({ text: word, ws }) => word === null || ws === null)) return null;
  return within.map(({ text: word, ws }, n) => word! + (ws && n < within.length - 1 ? ' ' : '')).join('');
}
