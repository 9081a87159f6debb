import { HOLLOW, type AgreementRow, type Hollow } from '#shared/domain/agreement';

/** What is known of a row before what makes it hollow. */
export type FullRow = Omit<AgreementRow, 'hollow'>;

/** What makes a row's figures hollow; `usedLabels`: how many of its labels anybody used. */
export function findHollow(row: FullRow, usedLabels: number): Hollow[] {
  const units = row.made.reduce((sum, { annotations }) => sum + annotations, 0);
  const { low, high } = row.uAlpha;
  const is: Record<Hollow, boolean> = {
    'few-articles': row.articles < HOLLOW.articles,
    'few-units': units < HOLLOW.units,
    'wide-interval': low !== null && high !== null && high - low > HOLLOW.interval,
    'one-label': row.labels.length > 1 && usedLabels === 1,
    'not-by-hand': row.made.some(({ annotations, origins }) => {
      const others = (origins.suggestion ?? 0) + (origins.propagation ?? 0) + (origins.import ?? 0);
      return annotations > 0 && others / annotations > HOLLOW.notByHand;
    }),
    unfinished: row.unfinished > 0,
    'not-blind': row.blind < row.articles,
  };
  return (Object.keys(is) as Hollow[]).filter((hollow) => is[hollow]);
}
