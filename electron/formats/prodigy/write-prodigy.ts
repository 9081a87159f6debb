import type { Annotation } from '#shared/domain/annotation';
import type { Chunk, Dataset, DatasetArticle, DatasetRelation } from '../format.ts';
import { toFacts } from '../json/article-facts.ts';
import { formatJsonLine } from '../json-line.ts';
import { createConverters, toTagFacts, toValues } from '../json/tag-facts.ts';
import { coverText } from './cover-text.ts';

/** Makes spaCy's own file of the tasks, with the tokens as they are: any other might lose tags. */
const MAKE_DOCBIN = `import json; from spacy.tokens import Doc, DocBin, Span; from spacy.vocab import Vocab; vocab, docs = Vocab(), DocBin()
for task in map(json.loads, open("tasks.jsonl", encoding="utf-8")):
    doc = Doc(vocab, [t["text"] for t in task["tokens"]], [t["ws"] for t in task["tokens"]])
    doc.spans["sc"] = [Span(doc, s["token_start"], s["token_end"] + 1, s["label"]) for s in task["spans"]]; docs.add(doc)
docs.to_disk("dataset.spacy")
`;

/** One task a line, and a script that makes spaCy's own file of them. Unit: code points; `token_end` is inclusive. */
export function* writeProdigy(dataset: Dataset): Generator<Chunk> {
  const file = 'tasks.jsonl';
  yield { file, text: '' };
  for (const item of dataset.articles()) yield { file, text: formatJsonLine(toTask(item)) };
  yield { file: 'make_docbin.py', text: MAKE_DOCBIN };
}

type Located = { uid: string; start: number; end: number; token_start: number; token_end: number; label: string };

function toTask(item: DatasetArticle): object {
  const { article, annotations } = item;
  const { text } = article;
  const converterOf = createConverters(item, 'codepoint');
  const convert = converterOf(article.uid);
  const hulls = annotations.map(({ spans }) => ({ start: spans[0]!.start, end: spans.at(-1)!.end }));
  const tokens = coverText(text, hulls);
  const startsAt = new Map(tokens.map(({ start }, id) => [start, id]));
  const endsAt = new Map(tokens.map(({ end }, id) => [end, id]));
  const located = annotations.map(({ uid, label }, n): Located => ({
    uid,
    start: convert(hulls[n]!.start),
    end: convert(hulls[n]!.end),
    token_start: startsAt.get(hulls[n]!.start)!,
    token_end: endsAt.get(hulls[n]!.end)!,
    label,
  }));
  const spans = new Map(located.map((each) => [each.uid, each]));
  return {
    text,
    tokens: tokens.map(({ start, end, ws }, id) => ({
      text: text.slice(start, end),
      start: convert(start),
      end: convert(end),
      id,
      ws,
    })),
    spans: located.map((each, n) => toSpan(each, annotations[n]!, converterOf)),
    relations: item.relations
      .filter(({ toArticle }) => toArticle === article.uid)
      .map((relation) => toRelation(relation, spans)),
    meta: {
      title: article.title,
      ...(article.outlet !== null && { outlet: article.outlet }),
      ...(article.date !== null && { date: article.date }),
    },
    answer: 'accept',
    galley: toFacts(item, 'codepoint'),
  };
}

function toSpan(
  { uid, ...located }: Located,
  annotation: Annotation,
  converterOf: ReturnType<typeof createConverters>,
): object {
  const facts = toTagFacts(
    annotation,
    toValues(annotation.attributes, converterOf),
    toValues(annotation.kept, converterOf),
  );
  return { ...located, id: uid, galley: facts };
}

/** Relations lead from the last token of a tag to the last of another. */
function toRelation(
  { uid, kind, from, to, annotator, state, note }: DatasetRelation,
  spans: ReadonlyMap<string, Located>,
): object {
  const [head, child] = [spans.get(from)!, spans.get(to)!];
  const place = ({ start, end, token_start, token_end, label }: Located) => ({
    start,
    end,
    token_start,
    token_end,
    label,
  });
  return {
    head: head.token_end,
    child: child.token_end,
    label: kind,
    head_span: place(head),
    child_span: place(child),
    galley: { id: uid, from, to, annotator, ...(state !== 'unchecked' && { state }), ...(note !== '' && { note }) },
  };
}
