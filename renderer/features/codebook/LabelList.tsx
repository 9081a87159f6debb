import { useState } from 'react';
import type { Label } from '#shared/domain/codebook';
import { codebookMessages } from '#shared/messages/en/codebook';
import { letterOf } from '#shared/text/label-letter';
import { save } from '../../api/save.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { sayError } from '../../ui/toasts.tsx';

type Props = { labels: Label[]; chosen: string | null; onChoose(uid: string): void };

/** All labels in their order, and a place to add one. */
export function LabelList({ labels, chosen, onChoose }: Props) {
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const add = async () => {
    const codebook = await save('codebook:add-label', { name });
    setTyped('');
    onChoose(codebook.labels.at(-1)!.uid);
  };
  return (
    <section className="cb-list" aria-label={codebookMessages.labels}>
      <ul>
        {labels.map(({ uid, name: each, key, colour, line, retired }) => (
          <li key={uid}>
            <button type="button" className="cb-row" aria-current={uid === chosen} onClick={() => onChoose(uid)}>
              <Sign letter={letterOf({ key, name: each })} colour={colour} line={line} />
              <bdi className={`trunc grow ${retired ? 'muted' : 'strong'}`}>{each}</bdi>
              {retired ? <span className="hint">{codebookMessages.retired}</span> : key !== null && <Kbd keys={key} />}
            </button>
          </li>
        ))}
      </ul>
      <form
        className="cb-add"
        onSubmit={(event) => {
          event.preventDefault();
          if (name !== '') void add().catch(sayError);
        }}
      >
        <TextField
          label={codebookMessages.newLabel}
          hint={codebookMessages.newLabelHint}
          dir="auto"
          maxLength={60}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" size="small" disabled={name === ''}>
          {codebookMessages.addLabel}
        </Button>
      </form>
    </section>
  );
}
