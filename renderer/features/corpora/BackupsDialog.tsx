import { useRef, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Progress } from '#shared/api/contract';
import type { Backup } from '#shared/domain/backup';
import { backupsMessages as words, keepingMessages } from '#shared/messages/en/keeping';
import { momentWords } from '#shared/messages/en/ui';
import { call, hasCode, runJob } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { say } from '../../ui/toasts.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { BackupTable } from './BackupTable.tsx';
import { FolderDialog } from './FolderDialog.tsx';
import { useCallProgress } from '../../api/use-call-progress.ts';
import '../../styles/corpora.css';
import '../../styles/history.css';

/** The backups of the open corpus: what there is, one more, where they lie, and putting one in the corpus's place. */
export function BackupsDialog({ onClose }: { onClose(): void }) {
  const client = useQueryClient();
  const queryKey = ['backups'];
  const list = useQuery({ queryKey, queryFn: () => call('keeping:list-backups', {}), gcTime: 0 });
  const [progress, setProgress] = useState<Progress | null>(null);
  const [asked, setAsked] = useState<Backup | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const refresh = () => void client.invalidateQueries({ queryKey });

  const backUp = useMutation({
    mutationFn: () => runJob('keeping:backup-now', {}, { onProgress: setProgress }),
    onSuccess: refresh,
  });
  const restoring = useCallProgress();
  const restore = useMutation({
    mutationFn: ({ handle }: Backup) => call('keeping:restore', { backup: handle }),
    onSuccess: ({ aside }, { name }) => {
      say({ text: keepingMessages.restored(name, aside) });
      onClose();
    },
  });
  const setFolder = useMutation({
    mutationFn: (folder: Parameters<typeof call<'keeping:set-folder'>>[1]['folder']) =>
      call('keeping:set-folder', { folder }),
    onSuccess: refresh,
  });
  const error = backUp.error ?? restore.error ?? setFolder.error ?? list.error;
  const isBusy = backUp.isPending || restore.isPending;

  if (isChoosing)
    return (
      <FolderDialog
        purpose="folder"
        title={words.chooseFolder}
        takeWords={words.chooseThis}
        onFolder={(folder) => setFolder.mutate(folder)}
        onClose={() => setChoosing(false)}
      />
    );
  return (
    <Dialog
      title={words.title}
      initialFocus={first}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button ref={first} variant="primary" disabled={isBusy} onClick={() => backUp.mutate()}>
            {words.now}
          </Button>
        </>
      }
    >
      <div className="backups">
        <p className="soft">{words.what}</p>
        {list.data && (
          <div className="row">
            <bdi className="hint grow backups-folder">{words.folder(list.data.folder)}</bdi>
            {list.data.isChosen && (
              <Button size="small" onClick={() => setFolder.mutate(null)}>
                {words.beside}
              </Button>
            )}
            <Button size="small" onClick={() => setChoosing(true)}>
              {words.change}
            </Button>
          </div>
        )}
        {error && !hasCode(error, 'cancelled') && <Trouble error={error} />}
        {backUp.isPending && <JobProgress label={words.working} progress={progress} />}
        {backUp.isSuccess && (
          <p className="say say-ok" role="status">
            {backUp.data === null ? keepingMessages.upToDate : keepingMessages.backedUp(backUp.data.file)}
          </p>
        )}
        {restore.isPending && <JobProgress label={words.restoring} progress={restoring} />}
        {asked && !restore.isPending && (
          <div className="say say-warn" role="alertdialog" aria-label={words.ask(momentWords(asked.at))}>
            <div className="stack">
              <p className="strong">{words.ask(momentWords(asked.at))}</p>
              <p>{words.askKept}</p>
              <div className="row">
                <Button autoFocus onClick={() => setAsked(null)}>
                  {words.leave}
                </Button>
                <Button variant="danger" onClick={() => restore.mutate(asked)}>
                  {words.really}
                </Button>
              </div>
            </div>
          </div>
        )}
        {list.data && list.data.backups.length === 0 && <p className="hint">{words.none}</p>}
        {list.data && list.data.backups.length > 0 && (
          <BackupTable backups={list.data.backups} isOff={isBusy} onRestore={setAsked} />
        )}
      </div>
    </Dialog>
  );
}
