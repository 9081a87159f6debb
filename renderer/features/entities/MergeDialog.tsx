import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Entity } from '#shared/domain/entity';
import { entityMessages as words } from '#shared/messages/en/entities';
import { uiMessages } from '#shared/messages/en/ui';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FindList } from '../../ui/FindList.tsx';
import { change } from './entity-props.ts';

type Props = { entity: Entity; onClose(): void; onMerged(into: string): void };

/** Asks which entity this one is, and says what comes together before it is done. */
export function MergeDialog({ entity, onClose, onMerged }: Props) {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: found = [] } = useQuery({
    ...queries.suggestedEntities(query, entity.label),
    placeholderData: keepPreviousData,
  });
  const { data: into } = useQuery({ ...queries.entity(chosen ?? ''), enabled: chosen !== null });
  const items = found
    .filter(({ uid }) => uid !== entity.uid)
    .map(({ uid, name, count }) => ({ id: uid, name, aside: words.mentions(count) }));
  const merge = async () => {
    if (into && (await change('entities:merge', { entity: entity.uid, into: into.uid }))) onMerged(into.uid);
  };
  return (
    <Dialog
      title={words.mergeTitle(entity.name)}
      size="small"
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{uiMessages.cancel}</Button>
          <Button variant="primary" disabled={!into} onClick={() => void merge()}>
            {words.mergeDo}
          </Button>
        </>
      }
    >
      <FindList
        label={words.mergeFind}
        hint={words.mergeHint}
        query={query}
        items={items}
        onQuery={(next) => {
          setChosen(null);
          setQuery(next);
        }}
        onChoose={(uid) => (uid === chosen ? void merge() : setChosen(uid))}
      />
      {into && (
        <div className="say" role="status">
          <div className="stack">
            <p>{words.mergePreview(entity.name, into.name)}</p>
            <p className="tnum">
              {words.mergeTogether(new Set([...into.aliases, ...entity.aliases]).size, into.count + entity.count)}
            </p>
          </div>
        </div>
      )}
    </Dialog>
  );
}
