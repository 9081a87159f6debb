import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Download, Upload } from 'lucide-react';
import { codebookMessages } from '#shared/messages/en/codebook';
import { call } from '../../api/client.ts';
import { queries, useStatus } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { say, sayError } from '../../ui/toasts.tsx';
import { ImportCodebook } from './ImportCodebook.tsx';
import { LabelEditor } from './LabelEditor.tsx';
import { LabelList } from './LabelList.tsx';
import { MisfitList, type Opened } from './MisfitList.tsx';

type Props = {
  /** Goes to an annotation whose value no longer fits. */
  onOpen(opened: Opened): void;
  onClose(): void;
};

/** The labels of this corpus, what is asked about each, and what no longer fits. */
export function CodebookDialog({ onOpen, onClose }: Props) {
  const codebook = useQuery(queries.codebook()).data;
  const misfits = useQuery(queries.misfits()).data;
  const title = useStatus()?.title ?? '';
  /** A label by uid, or `misfits`. */
  const [chosen, setChosen] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  if (!codebook) return null;
  const { labels, version } = codebook;
  const label = labels.find(({ uid }) => uid === chosen) ?? labels[0];

  const exportFile = async () => {
    const { folder } = await call('door:begin-export', { name: `${title} codebook` });
    if (folder === null) return;
    await call('codebook:export', { folder });
    const { savedTo } = await call('door:end-export', { folder });
    say({ text: codebookMessages.exported(savedTo), kind: 'plain' });
  };

  return (
    <Dialog
      title={codebookMessages.title}
      aside={codebookMessages.aside(version)}
      size="large"
      onClose={onClose}
      footer={
        <>
          <label className="btn cb-file">
            <Upload className="i" aria-hidden="true" />
            {codebookMessages.import}
            <input
              type="file"
              accept=".json,application/json"
              onChange={({ target }) => {
                setFile(target.files?.[0] ?? null);
                target.value = ''; // the same file may be chosen again
              }}
            />
          </label>
          <Button
            icon={<Download className="i" aria-hidden="true" />}
            onClick={() => void exportFile().catch(sayError)}
          >
            {codebookMessages.export}
          </Button>
          <span className="grow" />
          <Button
            variant="quiet"
            aria-pressed={chosen === 'misfits'}
            onClick={() => setChosen(chosen === 'misfits' ? null : 'misfits')}
          >
            {misfits ? codebookMessages.misfits(misfits.total) : codebookMessages.misfitsTitle}
          </Button>
        </>
      }
    >
      <div className="cb">
        <LabelList labels={labels} chosen={chosen === 'misfits' ? null : (label?.uid ?? null)} onChoose={setChosen} />
        {chosen === 'misfits' ? (
          <MisfitList total={misfits?.total ?? 0} misfits={misfits?.misfits ?? []} onOpen={onOpen} />
        ) : (
          label && <LabelEditor key={label.uid} label={label} labels={labels} />
        )}
      </div>
      {file && (
        <ImportCodebook
          file={file}
          onClose={() => setFile(null)}
          onTaken={() => {
            setFile(null);
            announce(codebookMessages.takenOver);
          }}
        />
      )}
    </Dialog>
  );
}
