import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import type { Span } from '#shared/domain/span';

/** What is to be tagged, and by whom; `isSelected`: the very words were chosen, not the word at a caret or pointer. */
export type Tagged = { label: string; span: Span; person: string | null; isSelected: boolean };

const isOn = ({ spans }: Annotation, { start, end }: Span) =>
  spans.length === 1 && spans[0]!.start === start && spans[0]!.end === end;

const holds = ({ spans }: Annotation, { start, end }: Span) =>
  spans.some((span) => span.start <= start && end <= span.end);

/**
 * The person's own annotation that says this already: the same label on the same words, or, where only a caret said which,
 * on a longer stretch that holds the word.
 */
export const findSame = (annotations: readonly Annotation[], { label, span, person, isSelected }: Tagged) =>
  annotations.find(
    (one) => one.annotator === person && one.label === label && (isSelected ? isOn(one, span) : holds(one, span)),
  );

/** The person's own annotation of the same words with a label that the codebook says cannot be meant at once. */
export function findExcluded(
  annotations: readonly Annotation[],
  { label, span, person }: Tagged,
  labels: readonly Label[],
): Annotation | undefined {
  const excludes = labels.find(({ name }) => name === label)?.excludes ?? [];
  return annotations.find((one) => one.annotator === person && excludes.includes(one.label) && isOn(one, span));
}
