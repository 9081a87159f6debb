import type { QueryClient } from '@tanstack/react-query';
import type { Annotation } from '#shared/domain/annotation';
import type { AnnotationId } from '#shared/domain/ids';
import { bySpan } from '#shared/domain/span';
import { call } from './client.ts';

export type AnnotationList = { total: number; annotations: Annotation[] };

const byPlace = (a: Annotation, b: Annotation) => bySpan(a.spans[0]!, b.spans[0]!) || (a.uid < b.uid ? -1 : 1);

/**
 * An article's annotations, in reading order, with what is now known of some of them: those of `uids` that are not among `fresh`
 * stand no more. The same list where nothing differs; those that are not meant stay the same objects.
 */
export function putAnnotations(list: AnnotationList, uids: readonly string[], fresh: Annotation[]): AnnotationList {
  const named = new Set(uids);
  const before = list.annotations.filter(({ uid }) => named.has(uid));
  if (JSON.stringify(before) === JSON.stringify(fresh.toSorted(byPlace))) return list;
  const annotations = list.annotations.filter(({ uid }) => !named.has(uid));
  for (const annotation of fresh) annotations.splice(findPlace(annotations, annotation), 0, annotation);
  return { total: list.total + annotations.length - list.annotations.length, annotations };
}

/** Index of the first one that comes after an annotation. */
function findPlace(inOrder: readonly Annotation[], annotation: Annotation): number {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byPlace(inOrder[middle]!, annotation) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

let patching = Promise.resolve();

/** Asks again for these annotations of articles only, one change after the other; an article has thousands. */
export function patchAnnotations(client: QueryClient, articles: readonly string[], uids: readonly string[]): void {
  const known = articles.filter((article) => client.getQueryState(['annotations', article]));
  if (known.length === 0 || uids.length === 0) return;
  patching = patching.then(async () => {
    try {
      const fresh = await call('annotations:get', { annotations: uids as AnnotationId[], asSeen: true });
      for (const article of known) {
        const queryKey = ['annotations', article];
        if (client.getQueryState(queryKey)?.fetchStatus === 'fetching') void client.invalidateQueries({ queryKey });
        else
          client.setQueryData<AnnotationList>(
            queryKey,
            (list) =>
              list &&
              putAnnotations(
                list,
                uids,
                fresh.filter((each) => each.article === article),
              ),
          );
      }
    } catch {
      for (const article of known) void client.invalidateQueries({ queryKey: ['annotations', article] });
    }
  });
}
