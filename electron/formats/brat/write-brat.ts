import type { AttributeValue, SpanValue } from '#shared/domain/attribute';
import type { Span } from '#shared/domain/span';
import type { OffsetMap } from '#shared/text/offsets';
import { createOffsetMaps, mapSpans } from '../attribute-spans.ts';
import type { Chunk, Dataset, DatasetArticle } from '../format.ts';
import { keepRelations, writeArticles } from '../side-files/write-side-files.ts';
import { flatten, toFragments } from './fragments.ts';
import { nameTypes, type TypeNames } from './type-names.ts';
import { writeConfiguration, writeShown } from './write-configuration.ts';

/** A text and its annotations a file each, and the two configurations. Unit: Unicode code points, half-open. */
export function* writeBrat(dataset: Dataset): Generator<Chunk> {
  const names = nameTypes(dataset.codebook);
  yield* writeArticles(dataset.articles(), (item) => [
    { file: `${item.article.uid}.ann`, text: toLines(item, names) },
    { file: `${item.article.uid}.txt`, text: item.article.text },
  ]);
  yield writeConfiguration(dataset.codebook, names);
  yield writeShown(names);
}

/** What brat has no line for, on one: programs that read by lines end them at more characters than JSON escapes. */
const toJson = (value: unknown) =>
  JSON.stringify(value).replace(
    /[\x85\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function toLines(item: DatasetArticle, { nameOf }: TypeNames): string {
  const { article, annotations } = item;
  const mapOf = createOffsetMaps(item);
  const map = mapOf(article.uid);
  const toValue = (value: AttributeValue) =>
    mapSpans(value, (span: SpanValue) => ({
      ...span,
      start: mapOf(span.article).toCodePoint(span.start),
      end: mapOf(span.article).toCodePoint(span.end),
    }));
  const lines = new Lines();
  const ids = new Map<string, string>();
  for (const annotation of annotations) {
    const fragments = toFragments(article.text, annotation.spans);
    if (fragments.length === 0) continue;
    const id = lines.add(
      'T',
      `${nameOf(annotation.label)} ${toOffsets(fragments, map)}`,
      toWords(article.text, fragments),
    );
    ids.set(annotation.uid, id);
    for (const [name, value] of Object.entries(annotation.attributes)) {
      const said = toPlainValue(toValue(value));
      if (said !== '') lines.add('A', `${nameOf(name)} ${id} ${said}`);
    }
    const { entity, entityUid } = annotation;
    if (entity !== null) lines.add('N', `Reference ${id} galley:${entityUid ?? 'unnamed'}`, flatten(entity));
    lines.addNotes(id, annotation.note, {
      uid: annotation.uid,
      annotator: annotation.annotator,
      state: annotation.state,
      ...(Object.keys(annotation.kept).length > 0 && { kept: toValue(annotation.kept) }),
    });
  }
  for (const { kind, from, to, note, uid, annotator, state } of keepRelations(item, (each) => ids.has(each))) {
    const id = lines.add('R', `${nameOf(kind)} Arg1:${ids.get(from)} Arg2:${ids.get(to)}`);
    lines.addNotes(id, note, { uid, annotator, state });
  }
  return lines.text;
}

/** Text as one line, all else as JSON. */
const toPlainValue = (value: unknown) => (typeof value === 'string' ? flatten(value) : toJson(value));

const toOffsets = (fragments: readonly Span[], { toCodePoint }: OffsetMap) =>
  fragments.map(({ start, end }) => `${toCodePoint(start)} ${toCodePoint(end)}`).join(';');

const toWords = (text: string, fragments: readonly Span[]) =>
  fragments.map(({ start, end }) => text.slice(start, end)).join(' ');

/** Lines of one file, each kind numbered from 1. */
class Lines {
  text = '';
  readonly #counts: Record<string, number> = {};

  add(kind: 'T' | 'A' | 'N' | 'R' | '#', data: string, words?: string): string {
    const n = (this.#counts[kind] ?? 0) + 1;
    this.#counts[kind] = n;
    const id = `${kind}${n}`;
    this.text += words === undefined ? `${id}\t${data}\n` : `${id}\t${data}\t${words}\n`;
    return id;
  }

  addNotes(id: string, note: string, own: object): void {
    const words = flatten(note);
    if (words !== '') this.add('#', `AnnotatorNotes ${id}`, words);
    this.add('#', `Galley ${id}`, toJson(own));
  }
}
