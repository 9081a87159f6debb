import { Check, FileOutput } from 'lucide-react';
import type { DatasetPreview } from '#shared/domain/dataset';
import { datasetMessages as words } from '#shared/messages/en/dataset-view';
import { Button } from '../../ui/Button.tsx';
import { useCommandKeys } from '../../ui/command-keys.ts';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import type { useDatasetExport } from './use-dataset-export.ts';

type Props = {
  preview: DatasetPreview;
  /** What is shown is not what was chosen last. */
  isLooking: boolean;
  exporting: ReturnType<typeof useDatasetExport>;
  onWrite(): void;
};

/** How large it will be, the way to write it, and what came of that. */
export function DatasetFoot({ preview, isLooking, exporting: { run, progress, cancel }, onWrite }: Props) {
  const keys = useCommandKeys();
  const size = preview.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return (
    <div className="dataset-foot">
      {run.error && <Trouble error={run.error} />}
      {run.isSuccess && (
        <div className={`say ${run.data ? 'say-ok' : ''}`} role="status">
          {run.data && <Check className="i" aria-hidden="true" />}
          <p>{sayWritten(run.data)}</p>
        </div>
      )}
      <div className="pane-foot">
        {run.isPending ? (
          <JobProgress label={words.writing} progress={progress} onCancel={cancel} />
        ) : (
          <>
            <span className="hint tnum grow">{words.sizes(preview.files.length + 1, size)}</span>
            <Button
              variant="primary"
              size="large"
              keys={keys.export}
              icon={<FileOutput className="i" aria-hidden="true" />}
              disabled={preview.articles === 0 || preview.mismatches > 0}
              aria-disabled={isLooking}
              onClick={onWrite}
            >
              {words.write}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function sayWritten(written: Props['exporting']['run']['data'] | null): string {
  if (!written) return words.thought;
  const { savedTo, report } = written;
  const where = savedTo === null ? words.downloading : words.savedTo(savedTo);
  return `${where} ${words.checked(report.checked.annotations, report.checked.mismatches)}`;
}
