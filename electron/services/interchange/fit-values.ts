import { ExpectedError } from '#shared/errors';
import type { SpanValue, AttributeValue, ValueInput } from '#shared/domain/attribute';
import type { Codebook, Label } from '#shared/domain/codebook';
import { createUnitMap } from '#shared/text/offset-units';
import type { ValueRecord } from '../../corpus/model/kinds.ts';
import { getArticleText } from '../../corpus/repositories/article-repository.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import { findStanding } from '../../corpus/repositories/matched-articles.ts';
import { mapSpans } from '../../formats/attribute-spans.ts';
import { toPlain } from '../../formats/plain-values.ts';
import { setValues } from '../annotate-values.ts';
import { sameName } from '../codebook.ts';
import type { StepWriter } from '../write-step.ts';
import type { AnnotationImport } from './import-run.ts';
import { resolveNamed } from './make-entities.ts';
import { toUtf16 } from './read-values.ts';

/** `codebook`: as it stands, where it is at hand. */
type Of = {
  label: Label;
  article: string;
  text?: string;
  codebook?: Codebook;
  file: string;
  place: string;
  quote: string;
};

/** Values as they are stored; `late`: those that name an article which is not stored yet. */
export type FittedValues = { records: ValueRecord[]; late: Record<string, unknown> };

/** The values that fit their attributes; those that do not are noted, and the annotation goes without them. */
export function fitValues(
  run: AnnotationImport,
  step: StepWriter,
  { label, article, text, codebook = getCodebook(step.db), file, place, quote }: Of,
  given: Record<string, unknown>,
  before: ValueRecord[] = [],
): FittedValues {
  const fitted: FittedValues = { records: before, late: {} };
  const resolve = {
    entity: (ref: string) => resolveNamed(run, step, ref),
    article: (ref: string) => ref, // `toNear` has looked it up
  };
  const of = { label, article, codebook, resolve, ...(text !== undefined && { text }) };
  for (const [name, value] of Object.entries(given)) {
    const near = toNear(run, step, article, value);
    if (near === undefined) {
      fitted.late[name] = value;
      continue;
    }
    try {
      fitted.records = setValues(step.db, of, fitted.records, { [name]: toInput(label, name, near) });
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      run.notes.add({ kind: 'values', file, place, what: `${label.name}.${name}: ${error.message}`, quote, count: 1 });
    }
  }
  return fitted;
}

/** What a text attribute cannot hold as it is, it holds in writing. */
function toInput({ attributes }: Label, name: string, value: unknown): ValueInput {
  const attribute = attributes.find((each) => sameName(each.name, name));
  if (attribute?.type !== 'text' || value === null) return value as ValueInput;
  return Array.isArray(value) && attribute.isList ? value.map(toPlain) : toPlain(value);
}

/** With spans of other articles as they stand here; undefined where one is not stored yet. */
function toNear(run: AnnotationImport, step: StepWriter, own: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  let isLate = false;
  const near = mapSpans(value as AttributeValue, (span: SpanValue) => {
    if (span.article === own) return span;
    const article = run.articles.get(span.article) ?? span.article;
    if (findStanding(step.db, 'article', article, run.batch) === undefined) {
      isLate = true;
      return span;
    }
    return toUtf16(span, article, createUnitMap(getArticleText(step.db, article), run.reading.surveyed.unit));
  });
  return isLate ? undefined : near;
}
