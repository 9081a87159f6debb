import { useState, type SubmitEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Theme } from '#shared/domain/settings';
import { codebookMessages } from '#shared/messages/en/codebook';
import { settingsMessages } from '#shared/messages/en/settings';
import { call } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { sayError } from '../../ui/toasts.tsx';

type Props = {
  /** Opens the codebook; null while no corpus is open. */
  onCodebook: (() => void) | null;
  onClose(): void;
};

/** What this installation remembers of a person: their name, and light or dark. */
export function SettingsDialog({ onCodebook, onClose }: Props) {
  const settings = useQuery(queries.settings()).data;
  const [typed, setTyped] = useState<string | null>(null);
  if (!settings) return null;
  const name = (typed ?? settings.name ?? '').trim();
  const canSave = name !== '' && name !== settings.name;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!canSave) return;
    try {
      await call('settings:set', { name });
      setTyped(null);
      announce(settingsMessages.saved);
    } catch (error) {
      sayError(error);
    }
  };

  return (
    <Dialog title={settingsMessages.settings} aside={settingsMessages.ofThisMachine} onClose={onClose}>
      <div className="stack form">
        <div className="stack field-stack">
          <span className="label">{settingsMessages.theme}</span>
          <div>
            <Choice
              label={settingsMessages.theme}
              value={settings.theme}
              options={Theme.options.map((value) => ({ value, name: settingsMessages.themes[value] }))}
              onChoose={(theme) => void call('settings:set', { theme }).catch(sayError)}
            />
          </div>
        </div>
        {onCodebook && (
          <div className="stack field-stack">
            <span className="label">{settingsMessages.ofThisCorpus}</span>
            <div>
              <Button onClick={onCodebook}>{codebookMessages.menu}</Button>
            </div>
          </div>
        )}
        <form className="stack" onSubmit={(event) => void submit(event)}>
          <TextField
            label={settingsMessages.name}
            hint={settingsMessages.nameHint}
            value={typed ?? settings.name ?? ''}
            maxLength={100}
            dir="auto"
            onChange={(event) => setTyped(event.target.value)}
          />
          <div>
            <Button type="submit" disabled={!canSave}>
              {settingsMessages.save}
            </Button>
          </div>
        </form>
      </div>
    </Dialog>
  );
}
