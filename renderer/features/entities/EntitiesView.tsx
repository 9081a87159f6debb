import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { entityMessages as words } from '#shared/messages/en/entities';
import { queries, useStatus } from '../../api/queries.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { EntityDetails } from './EntityDetails.tsx';
import { EntityFacts } from './EntityFacts.tsx';
import { EntityList } from './EntityList.tsx';
import type { Section } from './entity-props.ts';
import { OutletsSection } from './OutletsSection.tsx';
import '../../styles/entities.css';

type Props = {
  /** The entity that is shown, by uid. */
  entity: string | null;
  onEntity(uid: string | null): void;
  /** Shows where the articles have these words. */
  onSearch(words: string): void;
};

/** Who and what the mentions mean: entities with the words for them by outlet, and outlets. */
export function EntitiesView({ entity: uid, onEntity, onSearch }: Props) {
  const isOff = useStatus()?.mode !== 'write';
  const [section, setSection] = useState<Section>('entities');
  const { data: entity, error } = useQuery({ ...queries.entity(uid ?? ''), enabled: uid !== null });
  const sections = (
    <Choice<Section>
      label={words.sections}
      value={section}
      options={[
        { value: 'entities', name: words.entities },
        { value: 'outlets', name: words.outlets },
      ]}
      onChoose={setSection}
    />
  );
  if (section === 'outlets') return <OutletsSection sections={sections} isOff={isOff} onEntity={showEntity} />;
  return (
    <>
      <EntityList sections={sections} open={uid} isOff={isOff} onOpen={onEntity} />
      <section className="pane pane-paper" aria-label={entity?.name ?? words.chooseTitle} data-region>
        {entity ? (
          <EntityDetails key={entity.uid} entity={entity} isOff={isOff} onEntity={onEntity} onSearch={onSearch} />
        ) : (
          <Empty title={error ? error.message : words.chooseTitle}>{words.choose}</Empty>
        )}
      </section>
      <aside className="pane insp" aria-label={words.about} data-region>
        {entity && <EntityFacts key={entity.uid} entity={entity} isOff={isOff} />}
      </aside>
    </>
  );

  function showEntity(of: string) {
    setSection('entities');
    onEntity(of);
  }
}
