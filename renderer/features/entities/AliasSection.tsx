import { useId, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, Plus, X } from 'lucide-react';
import type { EntityAlias } from '#shared/domain/entity';
import { entityMessages as words } from '#shared/messages/en/entities';
import { runJob } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { change, type EntityProps } from './entity-props.ts';

/** The names of an entity: added, changed and removed one by one. */
export function AliasSection({ entity, isOff }: EntityProps) {
  const id = useId();
  const [form, setForm] = useState('');
  const add = async () => {
    const added = form.trim();
    if (added !== '' && (await change('entities:add-alias', { entity: entity.uid, alias: { form: added } })))
      setForm('');
  };
  const linkOlder = () =>
    void runJob('entities:link-form', { entity: entity.uid })
      .then(({ linked }) => announce(words.linked(linked)))
      .catch(sayError);
  return (
    <section aria-labelledby={id} className="ent-sec">
      <div className="ent-sec-head">
        <h2 id={id}>{words.aliases}</h2>
        <span className="grow" />
        <Button size="small" disabled={isOff} onClick={linkOlder}>
          {words.linkOlder}
        </Button>
      </div>
      <table className="table ent-table" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{words.alias}</th>
            <th scope="col">{words.script}</th>
            <th scope="col">{words.usedBy}</th>
            <th scope="col">{words.neverAlone}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {entity.details.aliases.map((alias) => (
            <AliasLine key={alias.uid} entity={entity} alias={alias} isOff={isOff} />
          ))}
        </tbody>
      </table>
      <div className="ent-add">
        <label className="field">
          <Plus className="i" aria-hidden="true" />
          <input
            dir="auto"
            maxLength={300}
            readOnly={isOff}
            aria-label={words.addAlias}
            placeholder={words.addAlias}
            value={form}
            onChange={({ target }) => setForm(target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) void add();
            }}
          />
        </label>
        <span className="hint">{words.addAliasHint}</span>
      </div>
    </section>
  );
}

/** One name: which outlet uses it, and whether it says nothing by itself. The shown name stays as it is. */
function AliasLine({ entity, alias, isOff }: EntityProps & { alias: EntityAlias }) {
  const outlets = useQuery(queries.outlets()).data ?? [];
  const { uid, form, script, outlet, neverAlone } = alias;
  const isName = form === entity.name && outlet === null;
  const update = (changes: { outlet?: string | null; neverAlone?: boolean }) =>
    void change('entities:update-alias', { entity: entity.uid, alias: uid, changes });
  const shown = outlet ?? words.anyOutlet;
  return (
    <tr>
      <td className="theirs">
        <bdi>{form}</bdi> {isName && <span className="chip chip-line">{words.shownName}</span>}
      </td>
      <td className="muted">{words.scriptName(script)}</td>
      <td>
        {isName || isOff ? (
          <bdi className="muted">{shown}</bdi>
        ) : (
          <Menu
            isChoice
            trigger={<button type="button" className="chip" aria-label={`${words.usedByOf(form)}: ${shown}`} />}
            items={[
              { name: words.anyOutlet, isOn: outlet === null, run: () => update({ outlet: null }) },
              ...outlets.map(({ name }) => ({
                name,
                isOn: name === outlet,
                run: () => update({ outlet: name }),
              })),
            ]}
          >
            <bdi className="trunc">{shown}</bdi>
            <ChevronDown className="i" aria-hidden="true" />
          </Menu>
        )}
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={words.neverAloneOf(form)}
          disabled={isOff}
          checked={neverAlone}
          onChange={({ target }) => update({ neverAlone: target.checked })}
        />
      </td>
      <td className="ent-act">
        {!isName && (
          <Button
            size="small"
            variant="quiet"
            disabled={isOff}
            aria-label={words.removeAlias(form)}
            icon={<X className="i i-12" aria-hidden="true" />}
            onClick={() => void change('entities:remove-alias', { entity: entity.uid, alias: uid })}
          />
        )}
      </td>
    </tr>
  );
}
