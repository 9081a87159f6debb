import { createOffsetMap } from '#shared/text/offsets';
import type { Chunk, DatasetArticle } from '../format.ts';

/** Characters that are no line ends in JSON but break lines in many programs that read by line. */
const lineBreaks = /[\u0085\u2028\u2029]/gu;
const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** One object a line and article. Unit: Unicode code points, half-open. */
export function* writeJsonl(articles: Iterable<DatasetArticle>): Generator<Chunk> {
  yield { file: 'articles.jsonl', text: '' };
  for (const item of articles) {
    const line = JSON.stringify(toRecord(item)).replace(lineBreaks, escape);
    yield { file: 'articles.jsonl', text: `${line}\n` };
  }
}

function toRecord({ article, annotations }: DatasetArticle) {
  const { uid: id, text, outlet, title, date, sha256 } = article;
  const { toCodePoint } = createOffsetMap(text);
  return {
    galley: 1,
    unit: 'codepoint',
    id,
    text,
    outlet,
    title,
    date,
    sha256,
    annotations: annotations.map(({ uid, label, spans, entity, attributes, annotator, state, note }) => ({
      id: uid,
      label,
      spans: spans.map(({ start, end, quote }) => ({ start: toCodePoint(start), end: toCodePoint(end), quote })),
      entity,
      attributes,
      annotator,
      state,
      note,
    })),
  };
}
