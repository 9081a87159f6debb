import { useImperativeHandle, useState, type Ref } from 'react';
import { datasetMessages as words } from '#shared/messages/en/dataset-view';
import { useQuery } from '@tanstack/react-query';
import { EyeOff } from 'lucide-react';
import { useStatus } from '../../api/queries.ts';
import { workQueries } from '../../api/queries-work.ts';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { EVERYTHING, type DatasetChoice } from './dataset-choice.ts';
import { DatasetChoices } from './DatasetChoices.tsx';
import { DatasetFoot } from './DatasetFoot.tsx';
import { DatasetSamples } from './DatasetSamples.tsx';
import { DatasetSummary } from './DatasetSummary.tsx';
import { useDatasetExport } from './use-dataset-export.ts';
import { useDatasetPreview } from './use-dataset-preview.ts';
import '../../styles/dataset.css';

/** What the key and the menu of Export do here. */
export type DatasetHandle = { write(): void };

/** What goes out of the corpus, as which files; what they cannot carry, and whether they may be written. */
export function DatasetView({ ref }: { ref: Ref<DatasetHandle> }) {
  const status = useStatus();
  const [choice, setChoice] = useState<DatasetChoice>(EVERYTHING);
  const articles = status?.articles ?? 0;
  const blind = useQuery(workQueries.blind()).data?.articles ?? 0;
  const { preview, error, isLooking, progress } = useDatasetPreview(
    choice,
    articles > 0 ? status?.fingerprint : undefined,
  );
  const exporting = useDatasetExport();
  // the choice that somebody wanted written before it was looked at
  const [hasty, setHasty] = useState<DatasetChoice>();

  const write = (format = choice.format) => {
    if (isLooking) setHasty(choice);
    if (!status || !preview || isLooking || exporting.run.isPending) return;
    setHasty(undefined);
    if (preview.articles === 0 || preview.mismatches > 0) return;
    exporting.run.mutate({ choice: { ...choice, format }, name: `${status.title} ${format}`.slice(0, 100) });
  };
  const choose = (next: DatasetChoice) => {
    exporting.run.reset();
    setChoice(next);
  };
  useImperativeHandle(ref, () => ({ write: () => document.querySelector('.dialog') === null && write() }));

  if (articles === 0)
    return (
      <section className="pane pane-paper dataset-empty" aria-label={words.view}>
        <div className="empty">
          <h2>{words.emptyTitle}</h2>
          <p>{words.empty}</p>
        </div>
      </section>
    );
  return (
    <div className="dataset">
      <DatasetChoices choice={choice} preview={preview} articles={articles} onChoose={choose} />
      <section className="pane pane-paper" aria-label={words.written} aria-busy={isLooking}>
        <div className="pane-scroll">
          {blind > 0 && (
            <p className="say dataset-blind" role="note">
              <EyeOff className="i" aria-hidden="true" />
              {words.holdsBlind(blind)}
            </p>
          )}
          {error && <Trouble error={error} />}
          {preview ? (
            <DatasetSummary preview={preview} format={choice.format} onWriteJsonl={() => write('jsonl')} />
          ) : (
            isLooking && <JobProgress label={words.looking} progress={progress} />
          )}
        </div>
        {isLooking && hasty === choice && (
          <p className="say dataset-wait" role="status">
            {words.stillLooking}
          </p>
        )}
        {preview && (
          <DatasetFoot preview={preview} isLooking={isLooking} exporting={exporting} onWrite={() => write()} />
        )}
      </section>
      {preview && <DatasetSamples preview={preview} />}
    </div>
  );
}
