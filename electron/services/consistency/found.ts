import type { Annotation } from '#shared/domain/annotation';
import type { ConsistencyFix, ConsistencyRule, Finding } from '#shared/domain/consistency';

/** What a rule finds; the words around it are read for what is shown. */
export type Found = Pick<
  Finding,
  'rule' | 'subject' | 'article' | 'annotation' | 'annotator' | 'label' | 'what' | 'fix'
> & {
  start: number;
  end: number;
};

export const quoteOf = ({ spans }: Pick<Annotation, 'spans'>): string => spans.map(({ quote }) => quote).join(' ');

/** An annotation as something found of it. */
export const toFound = (
  { uid, article, annotator, label, spans }: Annotation,
  about: { rule: ConsistencyRule; what: string; fix: ConsistencyFix | null },
): Found => ({
  ...about,
  subject: uid,
  article,
  annotation: uid,
  annotator,
  label,
  start: spans[0]!.start,
  end: spans.at(-1)!.end,
});
