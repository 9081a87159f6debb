import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import { annotateMessages, annotationStateWords } from '#shared/messages/en/annotate';
import { letterOf } from '#shared/text/label-letter';
import { queries } from '../../api/queries.ts';
import type { ReaderAnnotation, ReaderLabel } from '../../editor/reader-types.ts';

const none: Annotation[] = [];
const noLabels: Label[] = [];
const noUids: ReadonlySet<string> = new Set();

/** All annotations of an article, in reading order. */
export const useAnnotations = (article: string): Annotation[] =>
  useQuery(queries.annotations(article)).data?.annotations ?? none;

export const useLabels = (): Label[] => useQuery(queries.codebook()).data?.labels ?? noLabels;

/** Its words; parts of one with gaps stand apart. */
export const quoteOf = ({ spans }: Annotation) => spans.map(({ quote }) => quote).join(' … ');

/** An annotation in one line, as a screen reader says it. */
export const describeAnnotation = (annotation: Annotation) =>
  annotateMessages.highlight(
    annotation.label,
    quoteOf(annotation),
    annotation.entity,
    annotation.state === 'unchecked' ? null : annotationStateWords[annotation.state],
  );

/** What is drawn of an annotation under a label, so that it stays the same object while neither changes. */
const drawn = new WeakMap<Annotation, { label: Label; reader: ReaderAnnotation }>();

function toReaderAnnotation(annotation: Annotation, label: Label): ReaderAnnotation {
  const known = drawn.get(annotation);
  if (known?.label === label) return known.reader;
  const reader: ReaderAnnotation = {
    uid: annotation.uid,
    label: toReaderLabel(label),
    spans: annotation.spans.map(({ start, end }) => ({ start, end })),
    state: annotation.state,
    name: describeAnnotation(annotation),
  };
  drawn.set(annotation, { label, reader });
  return reader;
}

export const toReaderLabel = (label: Label): ReaderLabel => ({
  name: label.name,
  letter: letterOf(label),
  colour: label.colour,
  line: label.line,
});

/** What the reader draws: annotations of all labels but the hidden ones, without those that are not to be drawn. */
export function useReaderAnnotations(
  annotations: Annotation[],
  labels: Label[],
  hidden: ReadonlySet<string>,
  undrawn: ReadonlySet<string> = noUids,
): ReaderAnnotation[] {
  return useMemo(() => {
    const byName = new Map(labels.map((label) => [label.name, label]));
    return annotations.flatMap((annotation) => {
      const label = byName.get(annotation.label);
      return label && !hidden.has(label.name) && !undrawn.has(annotation.uid)
        ? [toReaderAnnotation(annotation, label)]
        : [];
    });
  }, [annotations, labels, hidden, undrawn]);
}
