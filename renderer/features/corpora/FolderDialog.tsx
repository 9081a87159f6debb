import { useRef, useState } from 'react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { CornerLeftUp, Folder } from 'lucide-react';
import type { Handle } from '#shared/domain/ids';
import { corpusMessages as words } from '#shared/messages/en/corpora';
import { backupsMessages } from '#shared/messages/en/keeping';
import { call } from '../../api/client.ts';
import { useOpenCorpus } from '../../api/open-corpus.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FolderList, type Entry } from './FolderList.tsx';
import { OpenTrouble, type Damaged } from './OpenTrouble.tsx';
import { writeCopy } from './write-copy.ts';

const lastPart = (path: string) => path.split(/[\\/]/).findLast((part) => part !== '') ?? path;

type Props = { onClose(): void; suggestedName?: string } & (
  | { purpose: 'open' | 'new'; onDamaged(damaged: Damaged): void }
  | { purpose: 'copy' }
  | { purpose: 'folder'; title: string; takeWords: string; onFolder(folder: Handle): void }
  | { purpose: 'file'; title: string; takeWords: string; onFile(file: { handle: Handle; name: string }): void }
);

const titles = {
  open: words.open,
  new: words.new,
  copy: backupsMessages.copyTitle,
} as const;
const doing = {
  open: words.openChosen,
  new: words.create,
  copy: backupsMessages.makeCopy,
} as const;

/** The folders of this computer, as the host lists them: for opening a corpus, making one or a copy, or choosing a folder or file. */
export function FolderDialog({ onClose, suggestedName = '', ...asked }: Props) {
  const { purpose } = asked;
  const isNaming = purpose === 'new' || purpose === 'copy';
  const [folder, setFolder] = useState<Handle>();
  const [name, setName] = useState(suggestedName);
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
  const openCorpus = useOpenCorpus();
  const open = useMutation({
    mutationFn: (handle: Handle) => openCorpus('corpus:open', { handle }),
    onSuccess: onClose,
  });
  const create = useMutation({
    async mutationFn() {
      const place = { name: name.trim(), ...(here && { folder: here.handle }) };
      if (purpose === 'copy') await writeCopy(place);
      else await openCorpus('corpus:new', place);
    },
    onSuccess: onClose,
  });
  const error = open.error ?? create.error ?? listing.error;

  const take = (entry: Entry) => {
    open.reset();
    create.reset();
    if (entry.kind === 'folder') setFolder(entry.handle);
    else if (asked.purpose === 'file') asked.onFile(entry);
    else if (purpose === 'open') open.mutate(entry.handle);
  };
  const makeIt = () => (name.trim() === '' ? nameField.current?.focus() : create.mutate());
  const finish = () => {
    if (isNaming) makeIt();
    else if (asked.purpose !== 'folder') {
      if (active) take(active);
    } else if (here) {
      asked.onFolder(here.handle);
      onClose();
    }
  };

  return (
    <Dialog
      title={'title' in asked ? asked.title : titles[asked.purpose]}
      onClose={onClose}
      {...(isNaming && { initialFocus: nameField })}
      footer={
        <>
          {isNaming ? (
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
          <Button
            variant="primary"
            disabled={((purpose === 'open' || purpose === 'file') && !active) || create.isPending || !here}
            onClick={finish}
          >
            {'takeWords' in asked ? asked.takeWords : doing[asked.purpose]}
          </Button>
        </>
      }
    >
      {purpose === 'copy' && <p className="hint folders-hint">{backupsMessages.copyHint}</p>}
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
          {error && (
            <OpenTrouble
              error={error}
              file={open.variables}
              {...('onDamaged' in asked && { onDamaged: asked.onDamaged })}
            />
          )}
          {here && (
            <FolderList
              key={here.folder}
              label={words.contents(lastPart(here.folder))}
              entries={here.entries}
              takesFocus={!isNaming || folder !== undefined}
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
