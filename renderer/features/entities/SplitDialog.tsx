import { useState } from 'react';
import type { Entity } from '#shared/domain/entity';
import { entityMessages as words } from '#shared/messages/en/entities';
import { uiMessages } from '#shared/messages/en/ui';
import { save } from '../../api/save.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Trouble } from '../../ui/Trouble.tsx';

type Props = { entity: Entity; onClose(): void; onMade(uid: string): void };

/** Asks which names go to a new entity; mentions in their words go along. */
export function SplitDialog({ entity, onClose, onMade }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const aliases = entity.details.aliases.filter(({ form, outlet }) => form !== entity.name || outlet !== null);
  const shown = name ?? aliases.find(({ uid }) => chosen.has(uid))?.form ?? '';
  const toggle = (uid: string) =>
    setChosen((before) => new Set(before.has(uid) ? [...before].filter((each) => each !== uid) : [...before, uid]));
  const split = async () => {
    try {
      const made = await save('entities:split', { entity: entity.uid, name: shown, aliases: [...chosen] });
      onMade(made.uid);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog
      title={words.splitTitle(entity.name)}
      size="small"
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{uiMessages.cancel}</Button>
          <Button variant="primary" disabled={chosen.size === 0 || shown.trim() === ''} onClick={() => void split()}>
            {words.splitDo}
          </Button>
        </>
      }
    >
      <div className="stack ent-form">
        <fieldset className="stack ent-choices">
          <legend className="label">{words.splitHint}</legend>
          {aliases.map(({ uid, form }) => (
            <label key={uid} className="row">
              <input type="checkbox" checked={chosen.has(uid)} onChange={() => toggle(uid)} />
              <bdi className="theirs">{form}</bdi>
            </label>
          ))}
        </fieldset>
        <TextField
          label={words.splitName}
          dir="auto"
          maxLength={300}
          value={shown}
          onChange={({ target }) => setName(target.value)}
        />
        {error !== null && <Trouble error={error} />}
      </div>
    </Dialog>
  );
}
