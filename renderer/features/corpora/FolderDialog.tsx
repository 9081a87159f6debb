import { useRef, useState } from 'react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { CornerLeftUp, Folder } from 'lucide-react';
import type { Handle } from '#shared/domain/ids';
import { corpusMessages as words } from '#shared/messages/en/corpora';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { FolderList, type Entry } from './FolderList.tsx';

const lastPart = (path: string) => path.split(/[\\/]/).findLast((part) => part !== '') ?? path;

/** The folders of this computer, as the host lists them, for opening a corpus or making one. */
export function FolderDialog({ purpose, onClose }: { purpose: 'open' | 'new'; onClose(): void }) {
  const [folder, setFolder] = useState<Handle>();
  const [name, setName] = useState('');
  const [active, setActive] = useState<Entry>();
  const nameField = useRef<HTMLInputElement>(null);
  const listing = useQuery({
    queryKey: ['places', folder],
    queryFn: () => call('places:list', folder === undefined ? {} : { folder }),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  const here = listing.data;
  const open = useMutation({
    mutationFn: (handle: Handle) => call('corpus:open', { handle }),
    onSuccess: onClose,
  });
  const create = useMutation({
    mutationFn: () => call('corpus:new', { name: name.trim(), ...(here && { folder: here.handle }) }),
    onSuccess: onClose,
  });
  const error = open.error ?? create.error ?? listing.error;

  const take = (entry: Entry) => {
    open.reset();
    create.reset();
    if (entry.kind === 'folder') setFolder(entry.handle);
    else if (purpose === 'open') open.mutate(entry.handle);
  };
  const makeIt = () => (name.trim() === '' ? nameField.current?.focus() : create.mutate());

  return (
    <Dialog
      title={words[purpose]}
      onClose={onClose}
      {...(purpose === 'new' && { initialFocus: nameField })}
      footer={
        <>
          {purpose === 'new' ? (
            <label className="name-row">
              <span className="label">{words.name}</span>
              <span className="field">
                <input
                  ref={nameField}
                  value={name}
                  maxLength={100}
                  autoComplete="off"
                  dir="auto"
                  onChange={(event) => {
                    setName(event.target.value);
                    create.reset();
                  }}
                  onKeyDown={(event) => event.key === 'Enter' && makeIt()}
                />
              </span>
              <span className="hint">.galley</span>
            </label>
          ) : (
            <span className="grow" />
          )}
          <Button onClick={onClose}>{words.cancel}</Button>
          {purpose === 'new' ? (
            <Button variant="primary" onClick={makeIt}>
              {words.create}
            </Button>
          ) : (
            <Button variant="primary" disabled={!active} onClick={() => active && take(active)}>
              {words.openChosen}
            </Button>
          )}
        </>
      }
    >
      <div className="folders">
        <nav className="places" aria-label={words.places}>
          {here?.places.map((place) => (
            <button
              key={place.name}
              type="button"
              className="place"
              title={place.name}
              onClick={() => setFolder(place.handle)}
            >
              <Folder className="i" aria-hidden="true" />
              <bdi className="trunc">{lastPart(place.name)}</bdi>
            </button>
          ))}
        </nav>
        <div>
          <div className="folder-head">
            <Button
              variant="quiet"
              aria-label={words.up}
              disabled={!here?.parent}
              icon={<CornerLeftUp className="i" aria-hidden="true" />}
              onClick={() => here?.parent && setFolder(here.parent)}
            />
            <bdi className="trunc strong" title={here?.folder}>
              {here?.folder}
            </bdi>
          </div>
          {error && <Trouble error={error} />}
          {here && (
            <FolderList
              key={here.folder}
              label={words.contents(lastPart(here.folder))}
              entries={here.entries}
              takesFocus={purpose === 'open' || folder !== undefined}
              onTake={take}
              onMove={setActive}
              onUp={() => here.parent && setFolder(here.parent)}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}
