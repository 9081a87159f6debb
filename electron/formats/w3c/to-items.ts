import type { Annotation } from '#shared/domain/annotation';
import { widenToGraphemes } from '#shared/text/graphemes';
import type { DatasetArticle, DatasetRelation } from '../format.ts';
import { createConverters, toTagFacts, toValues } from '../json/tag-facts.ts';

/** So much of the text stands before and after a quote. Unit: UTF-16 code units, then to the next border of a grapheme cluster. */
const BESIDE = 32;

const toIri = (uid: string) => `urn:uuid:${uid}`;

/** The annotations of an article, and behind them the relations that lead from them. */
export const toItems = (item: DatasetArticle, withText: boolean): object[] => {
  const converterOf = createConverters(item, 'codepoint');
  return [
    ...item.annotations.map((each) => toItem(each, { text: withText ? item.article.text : null, converterOf })),
    ...item.relations.map((each) => toLink(each, item.article.uid)),
  ];
};

const textual = (purpose: string, value: string) => ({ type: 'TextualBody', purpose, value });
const asJson = (value: object) => ({
  type: 'TextualBody',
  purpose: 'describing',
  format: 'application/json',
  value: JSON.stringify(value),
});

type Around = { text: string | null; converterOf: ReturnType<typeof createConverters> };

function toItem(annotation: Annotation, { text, converterOf }: Around): object {
  const { uid, article, label, entity, annotator, note, spans } = annotation;
  const convert = converterOf(article);
  const facts = toTagFacts(
    { ...annotation, note: '' },
    toValues(annotation.attributes, converterOf),
    toValues(annotation.kept, converterOf),
  );
  const targets = spans.map(({ start, end, quote }) => ({
    source: toIri(article),
    selector: [
      { type: 'TextPositionSelector', start: convert(start), end: convert(end) },
      {
        type: 'TextQuoteSelector',
        exact: quote,
        ...(text !== null && {
          prefix: text.slice(widenToGraphemes(text, { start: Math.max(0, start - BESIDE), end: start }).start, start),
          suffix: text.slice(end, widenToGraphemes(text, { start: end, end: Math.min(text.length, end + BESIDE) }).end),
        }),
      },
    ],
  }));
  return {
    id: toIri(uid),
    type: 'Annotation',
    motivation: 'tagging',
    creator: { type: 'Person', name: annotator },
    body: [
      textual('tagging', label),
      ...(entity === null ? [] : [textual('identifying', entity)]),
      ...(note === '' ? [] : [textual('commenting', note)]),
      asJson(facts),
    ],
    target: targets.length === 1 ? targets[0] : targets,
  };
}

/** `to_article` is said where the relation leads to another. */
const toLink = ({ uid, kind, from, to, toArticle, annotator, state, note }: DatasetRelation, article: string) => ({
  id: toIri(uid),
  type: 'Annotation',
  motivation: 'linking',
  creator: { type: 'Person', name: annotator },
  body: [
    textual('tagging', kind),
    ...(note === '' ? [] : [textual('commenting', note)]),
    asJson({ annotator, state, ...(toArticle !== article && { to_article: toArticle }) }),
  ],
  target: [{ id: toIri(from) }, { id: toIri(to) }],
});
