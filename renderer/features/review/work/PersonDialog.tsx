import { useState, type SubmitEvent } from 'react';
import { PERSON_COLOURS, type Person } from '#shared/domain/person';
import { initialsOf } from '#shared/messages/en/ui';
import { workMessages } from '#shared/messages/en/work';
import { save } from '../../../api/save.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { Trouble } from '../../../ui/Trouble.tsx';

const words = workMessages.personDialog;
const colours = [null, ...PERSON_COLOURS];

/** How somebody is called and drawn; null: somebody who is added. */
export function PersonDialog({ person, onClose }: { person: Person | null; onClose(): void }) {
  const [name, setName] = useState(person?.name ?? '');
  const [initials, setInitials] = useState(person?.initials ?? '');
  const [colour, setColour] = useState(person?.colour ?? null);
  const [error, setError] = useState<unknown>(null);
  const shown = initials.trim() === '' ? initialsOf(name) : initials.trim();

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    try {
      const known = person?.name ?? name.trim();
      if (!person) await save('people:add', { name: known });
      const changes = {
        ...(person && name.trim() !== person.name && { name: name.trim() }),
        ...(initials.trim() !== '' && initials.trim() !== person?.initials && { initials: initials.trim() }),
        ...(colour !== (person?.colour ?? null) && { colour }),
      };
      if (Object.keys(changes).length > 0) await save('people:update', { person: known, changes });
      onClose();
    } catch (reason) {
      setError(reason);
    }
  };

  return (
    <Dialog title={person ? words.change(person.name) : words.add} size="small" onClose={onClose}>
      <form className="stack form" onSubmit={(event) => void submit(event)}>
        {error !== null && <Trouble error={error} />}
        <TextField
          label={words.name}
          value={name}
          maxLength={100}
          dir="auto"
          required
          onChange={({ target }) => setName(target.value)}
        />
        <TextField
          label={words.initials}
          hint={words.initialsHint}
          placeholder={initialsOf(name)}
          value={initials}
          maxLength={4}
          dir="auto"
          onChange={({ target }) => setInitials(target.value)}
        />
        <div className="stack field-stack">
          <span className="label">{words.colour}</span>
          <Choice
            label={words.colour}
            value={String(colours.indexOf(colour as (typeof colours)[number]))}
            options={colours.map((each, n) => ({
              value: String(n),
              name: (
                <span className="rw-colour" title={words.colours[n]}>
                  <Avatar name={name} initials={shown} colour={each} />
                  <span className="sr">{words.colours[n]}</span>
                </span>
              ),
            }))}
            onChoose={(n) => setColour(colours[Number(n)] ?? null)}
          />
        </div>
        {!person && <p className="hint">{words.stays}</p>}
        <div>
          <Button type="submit" variant="primary" disabled={name.trim() === ''}>
            {person ? words.save : words.addIt}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
