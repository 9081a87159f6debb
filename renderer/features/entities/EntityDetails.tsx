import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Merge, Split, Trash2 } from 'lucide-react';
import { entityMessages as words } from '#shared/messages/en/entities';
import { outsideMessages } from '#shared/messages/en/outside';
import { letterOf } from '#shared/text/label-letter';
import { queries } from '../../api/queries.ts';
import { useOutside } from '../../api/use-outside.ts';
import { Button } from '../../ui/Button.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { AliasSection } from './AliasSection.tsx';
import { change, type EntityProps } from './entity-props.ts';
import { FormsSection } from './FormsSection.tsx';
import { MergedSection } from './MergedSection.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';

type Props = EntityProps & { onEntity(uid: string | null): void; onSearch(words: string): void };

/** One entity: its names, the words for it by outlet, and what was merged into it. */
export function EntityDetails({ entity, isOff, onEntity, onSearch }: Props) {
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  const [asking, setAsking] = useState<'merge' | 'split' | null>(null);
  const label = labels.find(({ name }) => name === entity.label);
  const outside = [...useOutside([entity.uid, ...entity.merged.map(({ uid }) => uid)]).values()];
  const mentionsOutside = outside.reduce((sum, { mentions }) => sum + mentions, 0);
  const named = entity.outlets.filter(({ outlet }) => outlet !== null).length;
  const remove = async () => {
    if (await change('entities:remove', { entity: entity.uid })) onEntity(null);
  };
  return (
    <div className="pane-scroll">
      <header className="ent-head">
        <div className="grow">
          <h1>
            {label && <Sign letter={letterOf(label)} colour={label.colour} line={label.line} />}
            <bdi className="theirs">{entity.name}</bdi>
          </h1>
          <p className="soft tnum">{words.summary(entity.kind, entity.count, named)}</p>
          {mentionsOutside > 0 && (
            <p className="hint tnum" title={outsideMessages.kept}>
              {outsideMessages.mentions(mentionsOutside)}
            </p>
          )}
        </div>
        <div className="row">
          <Button disabled={isOff} icon={<Merge className="i" aria-hidden="true" />} onClick={() => setAsking('merge')}>
            {words.merge}
          </Button>
          <Button
            disabled={isOff || entity.aliases.length < 2}
            icon={<Split className="i" aria-hidden="true" />}
            onClick={() => setAsking('split')}
          >
            {words.split}
          </Button>
          <Button
            variant="quiet"
            disabled={isOff}
            aria-label={words.remove}
            title={words.remove}
            icon={<Trash2 className="i" aria-hidden="true" />}
            onClick={() => void remove()}
          />
        </div>
      </header>
      <FormsSection entity={entity} isOff={isOff} onSearch={onSearch} />
      <AliasSection entity={entity} isOff={isOff} />
      <MergedSection entity={entity} isOff={isOff} />
      {asking === 'merge' && (
        <MergeDialog
          entity={entity}
          onClose={() => setAsking(null)}
          onMerged={(into) => {
            setAsking(null);
            onEntity(into);
          }}
        />
      )}
      {asking === 'split' && (
        <SplitDialog
          entity={entity}
          onClose={() => setAsking(null)}
          onMade={(made) => {
            setAsking(null);
            onEntity(made);
          }}
        />
      )}
    </div>
  );
}
