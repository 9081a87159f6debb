import { jsonMessages } from '#shared/messages/en/formats/json-values';
import { prodigyMessages } from '#shared/messages/en/formats/prodigy';
import { emptyDocument, type Found, type Left } from '../found.ts';
import { toMeta } from '../json/plain-meta.ts';
import { isObject, type Json } from '../json/recognise-values.ts';
import { layOut, type PlacedTokens } from '../tokens/read-offsets.ts';
import { parseTags, toAnnotations } from '../tokens/token-tags.ts';
import type { Where } from './to-document.ts';

const listOf = (value: unknown): Json[] => (Array.isArray(value) ? (value as unknown[]).filter(isObject) : []);

/** Brackets and quotation marks as treebanks write them. */
const TREEBANK: Readonly<Record<string, readonly string[]>> = {
  '``': ['"', '“'],
  "''": ['"', '”'],
  '-LRB-': ['('],
  '-RRB-': [')'],
  '-LSB-': ['['],
  '-RSB-': [']'],
};

/** The paragraphs of a document of spaCy 2, each a text: as it was, or of its tokens where that is not said or is another. */
export function* readParagraphs(document: Json, { file, line, n }: Where): Generator<Found> {
  const place = jsonMessages.line(line);
  for (const [m, { raw, sentences, cats }] of listOf(document['paragraphs']).entries()) {
    const tokens = listOf(sentences).map(({ tokens: list }) => listOf(list));
    const forms = tokens.map((list) => list.map(({ orth }) => String(orth)));
    const flat = forms.flat();
    if (flat.length === 0 && typeof raw !== 'string') {
      yield { refused: { file, line, reason: prodigyMessages.noTokens } };
      continue;
    }
    const placed = typeof raw === 'string' ? align(raw, flat) : layOut(forms);
    const left: Left[] = [];
    if ('after' in placed)
      left.push({ what: prodigyMessages.moved(placed.form, placed.after), place, quote: '', count: 1 });
    const text = 'after' in placed ? layOut(forms) : placed;
    const described = tokens.flat().filter((token) => 'tag' in token || 'dep' in token || 'head' in token).length;
    if (described > 0) left.push({ what: prodigyMessages.described, place, quote: '', count: described });
    const id = document['id'];
    const base = typeof id === 'number' || typeof id === 'string' ? String(id) : String(n);
    yield {
      document: {
        ...emptyDocument(m === 0 ? base : `${base}/${m}`, file),
        text: text.text,
        unit: 'utf16',
        meta: toMeta(Object.fromEntries(listOf(cats).map(({ label, value }) => [String(label), value]))),
        annotations: toAnnotations(listTags(tokens), text, () => place),
        left,
      },
    };
  }
}

/** The tags of all sentences, with tokens counted through. */
function listTags(sentences: readonly (readonly Json[])[]) {
  let from = 0;
  return sentences.flatMap((tokens) => {
    const tags = parseTags(
      tokens.map(({ ner }) => (typeof ner === 'string' && ner !== '-' ? ner : 'O')),
      from,
    );
    from += tokens.length;
    return tags;
  });
}

/** Where tokens stand in the text that they were made of, or which of them does not. */
function align(text: string, forms: readonly string[]): PlacedTokens | { form: string; after: string } {
  const places: { start: number; end: number }[] = [];
  let at = 0;
  for (const form of forms) {
    while (/\s/u.test(text.charAt(at))) at += 1;
    const words = [form, ...(TREEBANK[form] ?? [])].find((each) => text.startsWith(each, at));
    if (words === undefined) return { form, after: text.slice(Math.max(0, at - 20), at) };
    places.push({ start: at, end: at + words.length });
    at += words.length;
  }
  return { text, places, uids: places.map(() => null) };
}
