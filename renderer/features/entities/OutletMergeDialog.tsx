import { useState } from 'react';
import type { Outlet } from '#shared/domain/outlet';
import { entityMessages as words } from '#shared/messages/en/entities';
import { uiMessages } from '#shared/messages/en/ui';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FindList } from '../../ui/FindList.tsx';
import { change } from './entity-props.ts';

type Props = { outlet: Outlet; outlets: Outlet[]; onClose(): void; onMerged(into: string): void };

/** Asks which outlet this one is. */
export function OutletMergeDialog({ outlet, outlets, onClose, onMerged }: Props) {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const into = outlets.find(({ uid }) => uid === chosen);
  const items = outlets
    .filter(({ uid, name }) => uid !== outlet.uid && name.toLowerCase().includes(query.trim().toLowerCase()))
    .map(({ uid, name, articles }) => ({ id: uid, name, aside: words.outletArticles(articles) }));
  const merge = async () => {
    if (into && (await change('outlets:merge', { outlet: outlet.uid, into: into.uid }))) onMerged(into.uid);
  };
  return (
    <Dialog
      title={words.mergeTitle(outlet.name)}
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
        label={words.mergeOutletFind}
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
        <p className="say" role="status">
          {words.mergePreviewOutlet(outlet.name, into.name, outlet.articles + into.articles)}
        </p>
      )}
    </Dialog>
  );
}
