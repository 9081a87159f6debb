import { useState } from 'react';
import { Merge, Plus, X } from 'lucide-react';
import type { Outlet, OutletChanges } from '#shared/domain/outlet';
import { entityMessages as words } from '#shared/messages/en/entities';
import { Button } from '../../ui/Button.tsx';
import { change } from './entity-props.ts';
import { OutletEntity } from './OutletEntity.tsx';
import { OutletMergeDialog } from './OutletMergeDialog.tsx';
import { SavedField } from './SavedField.tsx';

type Props = {
  outlet: Outlet;
  outlets: Outlet[];
  isOff: boolean;
  onOutlet(uid: string): void;
  onEntity(uid: string): void;
};

/** One outlet: its names, the entity that it is, and what was merged into it. */
export function OutletDetails({ outlet, outlets, isOff, onOutlet, onEntity }: Props) {
  const [isMerging, setMerging] = useState(false);
  const [alias, setAlias] = useState('');
  const set = (changes: OutletChanges) => change('outlets:update', { outlet: outlet.uid, changes });
  const add = async () => {
    const added = alias.trim();
    if (added !== '' && (await set({ addAliases: [added] }))) setAlias('');
  };
  return (
    <div className="pane-scroll">
      <header className="ent-head">
        <div className="grow">
          <h1>
            <bdi className="theirs">{outlet.name}</bdi>
          </h1>
          <p className="soft tnum">{words.outletArticles(outlet.articles)}</p>
        </div>
        <Button
          disabled={isOff || outlets.length < 2}
          icon={<Merge className="i" aria-hidden="true" />}
          onClick={() => setMerging(true)}
        >
          {words.merge}
        </Button>
      </header>
      <section className="ent-sec ent-narrow stack">
        <SavedField
          label={words.outletName}
          text={outlet.name}
          isOff={isOff}
          maxLength={200}
          onSave={(name) => set({ name })}
        />
        <div className="stack">
          <span className="label">{words.outletAliases}</span>
          <ul className="ent-lines">
            {outlet.aliases.map((name) => (
              <li key={name} className="row">
                <bdi className="theirs grow">{name}</bdi>
                <Button
                  size="small"
                  variant="quiet"
                  disabled={isOff}
                  aria-label={words.removeAlias(name)}
                  icon={<X className="i i-12" aria-hidden="true" />}
                  onClick={() => void set({ aliases: outlet.aliases.filter((each) => each !== name) })}
                />
              </li>
            ))}
          </ul>
          <label className="field">
            <Plus className="i" aria-hidden="true" />
            <input
              dir="auto"
              maxLength={200}
              readOnly={isOff}
              aria-label={words.addOutletAlias}
              placeholder={words.addOutletAlias}
              value={alias}
              onChange={({ target }) => setAlias(target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) void add();
              }}
            />
          </label>
        </div>
        <OutletEntity outlet={outlet} isOff={isOff} onSet={set} onEntity={onEntity} />
      </section>
      {outlet.merged.length > 0 && (
        <section className="ent-sec">
          <div className="ent-sec-head">
            <h2>{words.merged}</h2>
          </div>
          <ul className="ent-lines">
            {outlet.merged.map(({ uid, name }) => (
              <li key={uid} className="row">
                <bdi className="theirs grow">{name}</bdi>
                <Button
                  size="small"
                  disabled={isOff}
                  aria-label={words.part(name)}
                  onClick={() => void change('outlets:unmerge', { outlet: uid })}
                >
                  {words.partShort}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isMerging && (
        <OutletMergeDialog
          outlet={outlet}
          outlets={outlets}
          onClose={() => setMerging(false)}
          onMerged={(into) => {
            setMerging(false);
            onOutlet(into);
          }}
        />
      )}
    </div>
  );
}
