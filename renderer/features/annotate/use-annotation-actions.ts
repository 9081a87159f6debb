import { useMemo } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Input } from '#shared/api/contract';
import type { Annotation } from '#shared/domain/annotation';
import type { Span } from '#shared/domain/span';
import { afterFrame } from '../../api/after-frame.ts';
import { putAnnotations, type AnnotationList } from '../../api/annotation-list.ts';
import { queries } from '../../api/queries.ts';
import { save } from '../../api/save.ts';
import { dropTagged } from '../../api/suggestion-list.ts';

/** What is done to the annotations of an article; drawn once it is on the disk. Errors: `CallError`. */
export function useAnnotationActions(article: string) {
  const client = useQueryClient();
  return useMemo(() => {
    const { queryKey } = queries.annotations(article);
    const put = (uids: string[], made: Annotation[]) =>
      client.setQueryData<AnnotationList>(queryKey, (list) => list && putAnnotations(list, uids, made));

    return {
      /** What stands now, whether or not it is drawn yet. */
      list: () => client.getQueryData<AnnotationList>(queryKey)?.annotations ?? [],
      async create(label: string, spans: Span[]): Promise<Annotation> {
        const made = await save('annotations:create', { article, label, spans });
        await afterFrame(); // "saved" is said, and the draft drawn, before all that hangs on it
        put([made.uid], [made]);
        dropTagged(client, made);
        return made;
      },
      async update(annotation: string, changes: Input<'annotations:update'>['changes']): Promise<Annotation> {
        const changed = await save('annotations:update', { annotation, changes });
        put([changed.uid], [changed]);
        return changed;
      },
      /** `together`: with what other people did to it. */
      async remove(annotation: string, together = false): Promise<void> {
        await save('annotations:remove', { annotations: [annotation], together });
        put([annotation], []);
      },
    };
  }, [client, article]);
}
