import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { entityMessages as words } from '#shared/messages/en/entities';
import { uiMessages } from '#shared/messages/en/ui';
import { queries } from '../../api/queries.ts';
import { save } from '../../api/save.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Trouble } from '../../ui/Trouble.tsx';

type Props = { name: string; onClose(): void; onMade(uid: string): void };

/** Asks for the name, label and kind of an entity that is to be made. */
export function NewEntityDialog({ name: typed, onClose, onMade }: Props) {
  const labels = (useQuery(queries.codebook()).data?.labels ?? []).filter(
    ({ entityKinds, retired }) => entityKinds.length > 0 && !retired,
  );
  const [name, setName] = useState(typed);
  const [chosen, setChosen] = useState<string | null>(null);
  const [kind, setKind] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const label = labels.find((each) => each.name === chosen) ?? labels[0];
  const make = async () => {
    if (!label || name.trim() === '') return;
    try {
      const { uid } = await save('entities:create', { label: label.name, name, ...(kind !== null && { kind }) });
      onMade(uid);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog
      title={words.newTitle}
      size="small"
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{uiMessages.cancel}</Button>
          <Button variant="primary" keys="Enter" disabled={name.trim() === ''} onClick={() => void make()}>
            {words.create}
          </Button>
        </>
      }
    >
      <div className="stack ent-form">
        <TextField
          label={words.name}
          dir="auto"
          autoFocus
          maxLength={300}
          value={name}
          onChange={({ target }) => setName(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void make();
          }}
        />
        <Choice
          label={words.label}
          value={label?.name ?? null}
          options={labels.map((each) => ({ value: each.name, name: each.name }))}
          onChoose={(next) => {
            setChosen(next);
            setKind(null);
          }}
        />
        <Choice
          label={words.kind}
          value={kind}
          options={(label?.entityKinds ?? []).map((each) => ({ value: each, name: each }))}
          onChoose={setKind}
        />
        {error !== null && <Trouble error={error} />}
      </div>
    </Dialog>
  );
}
