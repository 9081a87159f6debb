import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Handle } from '#shared/domain/ids';
import { importMessages as words } from '#shared/messages/en/import-dialog';
import { Dialog } from '../../ui/Dialog.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { DropZone } from './DropZone.tsx';
import { ImportFoot } from './ImportFoot.tsx';
import { ImportPlanView } from './ImportPlanView.tsx';
import { ImportStart } from './ImportStart.tsx';
import { countPlan, isNew, listBadDates, toImportChoice, toTableImport } from './page-choices.ts';
import { useImportFiles, type OfferedFile } from './use-import-files.ts';
import { useImportPlan } from './use-import-plan.ts';
import { useImportRun } from './use-import-run.ts';
import '../../styles/import.css';
import '../../styles/import-table.css';

type Props = {
  /** What was dropped on the page. */
  files: File[];
  /** Files that were given before, and are articles whatever they look like. */
  known?: readonly OfferedFile[];
  onClose(): void;
  /** The files are annotations that another tool made, or we. */
  onAnnotations(files: OfferedFile[]): void;
  /** All is stored; `firstUid` is the first article that came in, or null where there was nothing new. */
  onImported(firstUid: string | null): void;
};

const none: OfferedFile[] = [];

/** Shows what would become which article, lets a person put it right, and stores it as one step. */
export function ImportDialog({ files: dropped, known = none, onClose, onAnnotations, onImported }: Props) {
  const chosen = useImportFiles({ dropped, known, onAnnotations });
  const { files } = chosen;
  const { plan, error, isReading, progress } = useImportPlan(files);
  const importing = useImportRun(({ first }) => {
    onImported(first);
    onClose();
  });
  const { run, cancel } = importing;
  /** Where a person is: in which file, at which block. */
  const [place, setPlace] = useState<{ handle: Handle; at: number }>();
  const chooseButton = useRef<HTMLButtonElement>(null);
  const badDates = plan ? listBadDates(files, plan) : [];

  const start = () => {
    if (!plan || isReading || run.isPending) return;
    const [bad] = badDates;
    if (bad) return setPlace({ handle: bad.handle, at: bad.start });
    const pages = files.flatMap((file) => {
      const page = plan.pages.find(({ handle, articles }) => handle === file.handle && articles.some(isNew));
      const table = plan.tables.find(({ handle, fresh }) => handle === file.handle && fresh > 0);
      return page ? [toImportChoice(file, page)] : table ? [toTableImport(file, table)] : [];
    });
    if (pages.length > 0) run.mutate(pages);
  };

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    start();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  const close = () => {
    cancel();
    onClose();
  };

  return (
    <Dialog
      title={words.title}
      aside={plan && words.nothingYet}
      size="large"
      onClose={close}
      initialFocus={chooseButton}
      footer={
        run.isPending ? (
          <JobProgress label={words.storing} progress={importing.progress} onCancel={cancel} />
        ) : (
          <ImportFoot
            counts={plan ? countPlan(plan) : null}
            refused={chosen.refusals.length}
            badDates={badDates.length}
            isReady={plan !== undefined && !isReading}
            onCancel={close}
            onImport={start}
          />
        )
      }
    >
      <DropZone className="import-body" onDrop={(list) => void chosen.drop(list)}>
        {(run.error ?? chosen.error ?? error) && <Trouble error={run.error ?? chosen.error ?? error} />}
        {plan ? (
          <ImportPlanView chosen={chosen} plan={plan} place={place} onPlace={setPlace} />
        ) : files.length > 0 && isReading ? (
          <div className="import-wait">
            <JobProgress label={words.reading} progress={progress} onCancel={close} />
          </div>
        ) : (
          <ImportStart chosen={chosen} button={chooseButton} />
        )}
      </DropZone>
    </Dialog>
  );
}
