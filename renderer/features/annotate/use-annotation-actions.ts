import { useMemo } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Input } from '#shared/api/contract';
import type { Annotation } from '#shared/domain/annotation';
import { bySpan, type Span } from '#shared/domain/span';
import { queries } from '../../api/queries.ts';
import { save } from '../../api/save.ts';

type AnnotationList = { total: number; annotations: Annotation[] };

/** What is done to the annotations of an article; drawn once it is on the disk. Errors: `CallError`. */
export function useAnnotationActions(article: string) {
  const client = useQueryClient();
  return useMemo(() => {
    const { queryKey } = queries.annotations(article);
    const setList = (change: (annotations: Annotation[]) => Annotation[]) =>
      client.setQueryData<AnnotationList>(queryKey, (list) => {
        if (!list) return list;
        const annotations = change(list.annotations);
        return { total: list.total + annotations.length - list.annotations.length, annotations };
      });
    const replace = (made: Annotation) =>
      setList((list) =>
        [...list.filter(({ uid }) => uid !== made.uid), made].sort((a, b) => bySpan(a.spans[0]!, b.spans[0]!)),
      );

    return {
      /** What stands now, whether or not it is drawn yet. */
      list: () => client.getQueryData<AnnotationList>(queryKey)?.annotations ?? [],
      async create(label: string, spans: Span[]): Promise<Annotation> {
        const made = await save('annotations:create', { article, label, spans });
        replace(made);
        return made;
      },
      async update(annotation: string, changes: Input<'annotations:update'>['changes']): Promise<Annotation> {
        const changed = await save('annotations:update', { annotation, changes });
        replace(changed);
        return changed;
      },
      /** `together`: with what other people did to it. */
      async remove(annotation: string, together = false): Promise<void> {
        await save('annotations:remove', { annotations: [annotation], together });
        setList((list) => list.filter(({ uid }) => uid !== annotation));
      },
    };
  }, [client, article]);
}
