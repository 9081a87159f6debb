import type { RefObject } from 'react';
import { FileInput } from 'lucide-react';
import { importMessages as words } from '#shared/messages/en/import-dialog';
import { Button } from '../../ui/Button.tsx';
import type { ImportFiles } from './use-import-files.ts';

/** Before any file is there: where to drop them, and a way to choose them. */
export function ImportStart({ chosen, button }: { chosen: ImportFiles; button: RefObject<HTMLButtonElement | null> }) {
  return (
    <div className="import-start empty">
      <FileInput className="i i-20" aria-hidden="true" />
      <p>{chosen.isOffering ? words.offering : words.dropHere}</p>
      <Button variant="primary" ref={button} size="large" onClick={() => void chosen.choose()}>
        {words.chooseFiles}
      </Button>
      <p className="hint">{words.startHint}</p>
      {chosen.refusals.map(({ name, message }) => (
        <p key={name} className="say say-bad" role="alert">
          <bdi className="strong">{name}</bdi>
          {message}
        </p>
      ))}
    </div>
  );
}
