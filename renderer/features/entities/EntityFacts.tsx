import { Fragment } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import type { EntityChanges } from '#shared/domain/entity';
import { actWords } from '#shared/messages/en/app';
import { entityMessages as words } from '#shared/messages/en/entities';
import { outsideMessages } from '#shared/messages/en/outside';
import { momentWords } from '#shared/messages/en/ui';
import { queries, useStatus } from '../../api/queries.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { change, type EntityProps } from './entity-props.ts';
import { PlaceSection } from './PlaceSection.tsx';
import { RefsSection } from './RefsSection.tsx';
import { SavedField } from './SavedField.tsx';

/** What is known of an entity beside its names: kind, description, place, outside ids, history. */
export function EntityFacts({ entity, isOff }: EntityProps) {
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  const kinds = labels.find(({ name }) => name === entity.label)?.entityKinds ?? [];
  const { description } = entity.details;
  const set = (changes: EntityChanges) => change('entities:update', { entity: entity.uid, changes });
  const shown = entity.kind ?? words.noKind;
  return (
    <>
      <div className="pane-head">
        <h2>{words.about}</h2>
      </div>
      <div className="pane-scroll">
        <section className="sec sec-first stack">
          <SavedField
            label={words.name}
            text={entity.name}
            isOff={isOff}
            maxLength={300}
            onSave={(name) => set({ name })}
          />
          <div className="row">
            <span className="label">{words.kind}</span>
            <Menu
              isChoice
              trigger={
                <button type="button" className="chip" disabled={isOff} aria-label={`${words.kind}: ${shown}`} />
              }
              items={[
                { name: words.noKind, isOn: entity.kind === null, run: () => void set({ kind: null }) },
                ...kinds.map((kind) => ({ name: kind, isOn: kind === entity.kind, run: () => void set({ kind }) })),
              ]}
            >
              <span className="trunc">{shown}</span>
              <ChevronDown className="i" aria-hidden="true" />
            </Menu>
          </div>
          <SavedField
            isLong
            label={words.description}
            placeholder={words.descriptionHint}
            text={description}
            isOff={isOff}
            maxLength={10_000}
            onSave={(text) => set({ description: text })}
          />
          {entity.ofOutlets.length > 0 && (
            <p className="hint">
              {words.ofOutlets} <bdi>{entity.ofOutlets.join(', ')}</bdi>
            </p>
          )}
        </section>
        <PlaceSection entity={entity} kinds={kinds} isOff={isOff} onSet={set} />
        <RefsSection entity={entity} isOff={isOff} onSet={set} />
        <EntityHistory uid={entity.uid} />
      </div>
    </>
  );
}

/** Who changed an entity or its aliases, newest first. */
function EntityHistory({ uid }: { uid: string }) {
  const rows = useQuery(queries.targetHistory(uid)).data ?? [];
  const isPackage = useStatus()?.package != null;
  const steps = rows.filter(({ step }, n) => rows.findIndex((row) => row.step === step) === n);
  return (
    <section className="sec">
      <h3 className="sec-h">{words.history}</h3>
      <div className="log">
        {steps.map((row) => (
          <Fragment key={row.seq}>
            <time dateTime={row.at}>{momentWords(row.at)}</time>
            <Avatar name={row.annotator} isSmall />
            <span>
              <span className="vh">{row.annotator}: </span>
              {actWords[row.act]}
            </span>
          </Fragment>
        ))}
      </div>
      {isPackage && <p className="hint">{outsideMessages.history}</p>}
    </section>
  );
}
