import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import type { OffsetUnit } from '#shared/domain/dataset';
import type { Chunk, Dataset, DatasetArticle, DatasetRelation } from '../format.ts';
import { toFacts } from '../json/article-facts.ts';
import { createConverters, toTagFacts, toValues } from '../json/tag-facts.ts';
import { controlOf, nameControl } from './controls.ts';
import { writeConfiguration } from './write-configuration.ts';

type Labels = ReadonlyMap<string, Label>;

/**
 * A list of tasks, one a line, and the labelling configuration that names what is in them. Who tagged is said in the regions: Label
 * Studio refuses tasks of people whom it does not know. Unit: code points, or UTF-16 as before October 2021.
 */
export function* writeLabelStudio(dataset: Dataset): Generator<Chunk> {
  const file = 'tasks.json';
  const unit = dataset.options.unit ?? 'codepoint';
  const labels = new Map(dataset.codebook.labels.map((label) => [label.name, label]));
  let n = 0;
  for (const item of dataset.articles()) {
    n += 1;
    yield { file, text: `${n === 1 ? '[\n' : ',\n'}${JSON.stringify(toTask(item, n, unit, labels))}` };
  }
  yield { file, text: n === 0 ? '[]\n' : '\n]\n' };
  yield { file: 'labelling-config.xml', text: writeConfiguration(dataset.codebook) };
}

function toTask(item: DatasetArticle, id: number, unit: OffsetUnit, labels: Labels): object {
  const { article, annotations } = item;
  const converterOf = createConverters(item, unit);
  const ofText = { text: article.text, converterOf };
  const relations = item.relations.filter(({ toArticle }) => toArticle === article.uid);
  return {
    id,
    data: {
      text: article.text,
      title: article.title,
      outlet: article.outlet,
      date: article.date,
      galley: { ...toFacts(item, unit), relations: relations.map(toKnown) },
    },
    annotations: [
      {
        result: [
          ...annotations.flatMap((each) => toRegions(each, ofText, labels.get(each.label))),
          ...relations.map(toRelation),
        ],
      },
    ],
  };
}

/** What a relation has no place for in its own, behind which it is known by. */
const toKnown = ({ uid, from, to, kind, annotator, state, note }: DatasetRelation) => [
  { uid, annotator, ...(state !== 'unchecked' && { state }), ...(note !== '' && { note }) },
  from,
  to,
  kind,
];

const toRelation = ({ from, to, kind, isSymmetric }: DatasetRelation) => ({
  type: 'relation',
  from_id: from,
  to_id: to,
  direction: isSymmetric ? 'bi' : 'right',
  labels: [kind],
});

/** The region, and one thing more for each value that Label Studio can show; all of one id. */
function toRegions(
  annotation: Annotation,
  { text, converterOf }: { text: string; converterOf: ReturnType<typeof createConverters> },
  label: Label | undefined,
): object[] {
  const { uid, article, spans, note } = annotation;
  const convert = converterOf(article);
  const [first, last] = [spans[0]!, spans.at(-1)!];
  const words = text.slice(first.start, last.end);
  const region = { id: uid, to_name: 'text', origin: 'manual' };
  const value = { start: convert(first.start), end: convert(last.end) };
  const shown = (label?.attributes ?? []).filter((each) => each.name in annotation.attributes && controlOf(each));
  const names = new Set(shown.map(({ name }) => name));
  const unseen = Object.entries(annotation.attributes).filter(([name]) => !names.has(name));
  const facts = toTagFacts(
    { ...annotation, note: '' },
    toValues(Object.fromEntries(unseen), converterOf),
    toValues(annotation.kept, converterOf),
  );
  return [
    {
      ...region,
      from_name: 'label',
      type: 'labels',
      value: { ...value, text: words.replaceAll('\n', '\\n'), labels: [annotation.label] },
      meta: { ...(note !== '' && { text: [note] }), galley: facts },
    },
    ...shown.map((attribute) => {
      const type = controlOf(attribute)!;
      const given = toGiven(attribute.type, annotation.attributes[attribute.name]);
      return { ...region, from_name: nameControl(label!, attribute), type, value: { ...value, ...given } };
    }),
  ];
}

function toGiven(type: string, value: unknown): object {
  switch (type) {
    case 'choices':
      return { choices: value };
    case 'choice':
      return { choices: [value] };
    case 'yes-no':
      return { choices: [value === true ? 'yes' : 'no'] };
    case 'number':
      return { number: value };
    default:
      return { text: [value] };
  }
}
