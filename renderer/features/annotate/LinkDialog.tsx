import { useDeferredValue, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Annotation } from '#shared/domain/annotation';
import { annotationListMessages as words } from '#shared/messages/en/annotation-list';
import { queries } from '../../api/queries.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FindList } from '../../ui/FindList.tsx';
import { quoteOf } from './use-annotations.ts';

type Props = {
  annotations: readonly Annotation[];
  onLink(entity: { uid: string; name: string } | null): void;
  onClose(): void;
};

const NONE = '';

/** Finds the entity that many annotations mean, by what is typed; the words of the first of them to begin with. */
export function LinkDialog({ annotations, onLink, onClose }: Props) {
  const [query, setQuery] = useState(() => quoteOf(annotations[0]!).trim().slice(0, 200));
  const labels = new Set(annotations.map(({ label }) => label));
  const [only] = labels.size === 1 ? labels : [undefined];
  const sought = useDeferredValue(query.trim());
  const {
    data: found = [],
    isPlaceholderData,
    isPending,
  } = useQuery({
    ...queries.suggestedEntities(sought, only),
    placeholderData: keepPreviousData,
  });
  const items = [
    ...found.map(({ uid, name, label }) => ({ id: uid, name, aside: label })),
    { id: NONE, name: words.noEntity },
  ];
  const choose = (id: string) => {
    const entity = found.find(({ uid }) => uid === id);
    onLink(entity ? { uid: id, name: entity.name } : null);
  };
  return (
    <Dialog title={words.linkTitle(annotations.length)} size="small" onClose={onClose}>
      <FindList
        label={words.linkField}
        hint={words.linkHint}
        query={query}
        items={items}
        isOld={sought !== query.trim() || isPlaceholderData || isPending}
        onQuery={setQuery}
        onChoose={choose}
      />
    </Dialog>
  );
}
