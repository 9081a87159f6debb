import type { Annotation } from '#shared/domain/annotation';
import type { Chunk, Dataset, DatasetArticle, DatasetRelation } from '../format.ts';
import { toFacts } from '../json/article-facts.ts';
import { formatJson } from '../json-line.ts';
import { createConverters, toTagFacts, toValues } from '../json/tag-facts.ts';
import { TextBytes } from '../text-bytes.ts';
import { coverText, type CoveringToken } from './cover-text.ts';

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
  const line = new TextBytes();
  for (const item of dataset.articles()) {
    addTask(line, item);
    yield { file, bytes: line.take(), isText: true };
  }
  yield { file: 'make_docbin.py', text: MAKE_DOCBIN };
}

type Located = { uid: string; start: number; end: number; token_start: number; token_end: number; label: string };

function addTask(line: TextBytes, item: DatasetArticle): void {
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
  const rest = {
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
  line.addText(`{"text":${formatJson(text)},"tokens":[`);
  for (let id = 0; id < tokens.length; id += 1) {
    if (id > 0) line.addText(',');
    addToken(line, text, tokens[id]!, id, convert);
  }
  line.addText(`],${formatJson(rest).slice(1)}\n`);
}

const OPENS = Buffer.from('{"text":');
const START = Buffer.from(',"start":');
const END = Buffer.from(',"end":');
const ID = Buffer.from(',"id":');
const [IS_BLANK, IS_NONE] = [Buffer.from(',"ws":true}'), Buffer.from(',"ws":false}')];

/** As JSON: a task has so many of them that objects of their own would take most of the time. */
function addToken(
  line: TextBytes,
  text: string,
  { start, end, ws }: CoveringToken,
  id: number,
  convert: (utf16: number) => number,
): void {
  line.addBytes(OPENS);
  if (isPlain(text, start, end)) {
    line.addText('"');
    line.addText(text, start, end);
    line.addText('"');
  } else line.addText(formatJson(text.slice(start, end)));
  line.addBytes(START);
  line.addNumber(convert(start));
  line.addBytes(END);
  line.addNumber(convert(end));
  line.addBytes(ID);
  line.addNumber(id);
  line.addBytes(ws ? IS_BLANK : IS_NONE);
}

const [BLANK, QUOTE, BACKSLASH, DELETE, NO_BREAK_SPACE, EN_QUAD] = [0x20, 0x22, 0x5c, 0x7f, 0xa0, 0x2000];

/** Whether JSON has a word as it is; where that is not sure, no. */
function isPlain(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < BLANK || code === QUOTE || code === BACKSLASH || code >= EN_QUAD) return false;
    if (code >= DELETE && code < NO_BREAK_SPACE) return false;
  }
  return true;
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
