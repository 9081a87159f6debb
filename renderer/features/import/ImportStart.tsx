import type { RefObject } from 'react';
import { useQuery } from '@tanstack/react-query';
import { FileInput } from 'lucide-react';
import { importMessages as words } from '#shared/messages/en/import-dialog';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import type { ImportFiles } from './use-import-files.ts';

/** Before any file is there: where to drop them, and a way to choose them. */
export function ImportStart({ chosen, button }: { chosen: ImportFiles; button: RefObject<HTMLButtonElement | null> }) {
  const isDesktop = useQuery(queries.door()).data?.kind === 'desktop';
  return (
    <div className="import-start empty">
      <FileInput className="i i-20" aria-hidden="true" />
      <p>{chosen.isOffering ? words.offering : words.dropHere}</p>
      <Button variant="primary" ref={button} size="large" onClick={() => void chosen.choose()}>
        {words.chooseFiles}
      </Button>
      {isDesktop && <Button onClick={() => void chosen.choose('folder')}>{words.chooseFolder}</Button>}
      <p className="hint">{words.startHint}</p>
      <p className="hint">{words.annotationsHint(isDesktop)}</p>
      {chosen.refusals.map(({ name, message }) => (
        <p key={name} className="say say-bad" role="alert">
          <bdi className="strong">{name}</bdi>
          {message}
        </p>
      ))}
    </div>
  );
}
