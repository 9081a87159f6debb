import { useRef, useState, type SubmitEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { workMessages } from '#shared/messages/en/work';
import { call } from '../../api/client.ts';
import { queries, useStatus } from '../../api/queries.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { sayError } from '../../ui/toasts.tsx';

const words = workMessages.switchDialog;

/** Who is at the keyboard from now on: somebody whom the corpus knows, or somebody new. */
export function PersonDialog({ onClose }: { onClose(): void }) {
  const now = useStatus()?.annotator ?? null;
  const people = useQuery(queries.people()).data ?? [];
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const first = useRef<HTMLButtonElement>(null);

  const become = async (next: string) => {
    try {
      await call('people:switch', { name: next });
      onClose();
    } catch (error) {
      sayError(error);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name !== '') void become(name);
  };

  return (
    <Dialog title={words.title} size="small" initialFocus={first} onClose={onClose}>
      <div className="stack form">
        <p className="hint">{words.intro}</p>
        <ul className="person-choices" aria-label={workMessages.people}>
          {people.map((person, n) => (
            <li key={person.uid}>
              <button
                type="button"
                className="item"
                {...(n === 0 && { ref: first })}
                aria-current={person.name === now}
                onClick={() => (person.name === now ? onClose() : void become(person.name))}
              >
                <Avatar {...person} />
                <bdi className="trunc">{person.name}</bdi>
                {person.name === now && <span className="hint">{words.now}</span>}
              </button>
            </li>
          ))}
        </ul>
        <form className="stack" onSubmit={submit}>
          <TextField
            label={words.other}
            placeholder={words.name}
            value={typed}
            maxLength={100}
            dir="auto"
            onChange={({ target }) => setTyped(target.value)}
          />
          <div>
            <Button type="submit" variant="primary" disabled={name === ''}>
              {words.use}
            </Button>
          </div>
        </form>
      </div>
    </Dialog>
  );
}
