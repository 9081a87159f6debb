import { useEffect, useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Output, Progress } from '#shared/api/contract';
import type { Handle } from '#shared/domain/ids';
import { corpusMessages } from '#shared/messages/en/corpora';
import { keepingMessages, recoverMessages as words } from '#shared/messages/en/keeping';
import { hasCode, runJob } from '../../api/client.ts';
import { useOpenCorpus } from '../../api/open-corpus.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { FolderDialog } from './FolderDialog.tsx';
import type { Damaged } from './OpenTrouble.tsx';
import '../../styles/corpora.css';

const MOST_LISTED = 500;

/** Makes a new corpus of what holds in a damaged one, says what was lost, and opens it where the person wants it. */
export function RecoverDialog({ damaged, onClose }: { damaged: Damaged; onClose(): void }) {
  const [name, setName] = useState(() => words.suggested(damaged.name.replace(/\.galley$/, '')));
  const [folder, setFolder] = useState<Handle | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const stopping = useRef<AbortController>(null);
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => () => stopping.current?.abort(), []);
  const recover = useMutation({
    mutationFn() {
      stopping.current = new AbortController();
      setProgress(null);
      const place = { name: name.trim(), ...(folder !== null && { folder }) };
      const options = { onProgress: setProgress, signal: stopping.current.signal };
      return runJob('keeping:recover', { file: damaged.file, ...place }, options);
    },
  });
  const openCorpus = useOpenCorpus();
  const open = useMutation({
    mutationFn: (handle: Handle) => openCorpus('corpus:open', { handle }),
    onSuccess: onClose,
  });
  const { data, isPending } = recover;
  const error = open.error ?? recover.error;
  useEffect(() => {
    if (data) opener.current?.focus();
  }, [data]);

  if (isChoosing)
    return (
      <FolderDialog
        purpose="folder"
        title={words.chooseFolder}
        takeWords={words.chooseThis}
        onFolder={setFolder}
        onClose={() => setChoosing(false)}
      />
    );
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      initialFocus={field}
      footer={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{corpusMessages.cancel}</Button>
          {data ? (
            <Button ref={opener} variant="primary" disabled={open.isPending} onClick={() => open.mutate(data.handle)}>
              {words.open}
            </Button>
          ) : (
            <Button variant="primary" disabled={isPending || name.trim() === ''} onClick={() => recover.mutate()}>
              {words.start}
            </Button>
          )}
        </>
      }
    >
      <div className="stack form">
        <p className="soft">{words.what(damaged.name)}</p>
        {error && !hasCode(error, 'cancelled') && <Trouble error={error} />}
        {isPending && (
          <JobProgress label={words.working} progress={progress} onCancel={() => stopping.current?.abort()} />
        )}
        {data && <Recovered recovery={data} />}
        {!data && !isPending && (
          <>
            <TextField
              ref={field}
              label={words.name}
              value={name}
              maxLength={100}
              autoComplete="off"
              dir="auto"
              onChange={(event) => setName(event.target.value)}
              onKeyDown={(event) => event.key === 'Enter' && name.trim() !== '' && recover.mutate()}
            />
            <div className="row">
              <span className="hint grow">{folder === null ? words.beside : words.folderChosen}</span>
              <Button size="small" onClick={() => setChoosing(true)}>
                {words.otherFolder}
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}

function Recovered({ recovery }: { recovery: Output<'keeping:recover'> }) {
  const { file, recovered, lost, lostCount } = recovery;
  const { articles, annotations, journal } = recovered;
  return (
    <>
      <p className="say say-ok" role="status">
        {keepingMessages.recovered(articles, annotations, journal, file)}
      </p>
      <p>{keepingMessages.lost(lostCount)}</p>
      {lost.length > 0 && (
        <ul className="plain-list" aria-label={words.lost}>
          {lost.slice(0, MOST_LISTED).map((each) => (
            <li key={each}>
              <bdi>{each}</bdi>
            </li>
          ))}
        </ul>
      )}
      {lostCount > MOST_LISTED && <p>{keepingMessages.more(lostCount - MOST_LISTED)}</p>}
    </>
  );
}
