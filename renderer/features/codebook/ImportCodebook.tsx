import { useEffect, useState } from 'react';
import type { ImportedCodebook } from '#shared/domain/codebook-file';
import { codebookMessages } from '#shared/messages/en/codebook';
import { uiMessages } from '#shared/messages/en/ui';
import { save } from '../../api/save.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

type Props = { file: File; onTaken(): void; onClose(): void };
type Looked = { text: string; report: ImportedCodebook };

/** What a codebook's file would do here; taken over only once a person has seen that. */
export function ImportCodebook({ file, onTaken, onClose }: Props) {
  const [looked, setLooked] = useState<Looked | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const fail = (error: unknown) => setWhy(error instanceof Error ? error.message : String(error));

  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const text = await file.text();
      const report = await save('codebook:import', { text, dryRun: true });
      if (!isGone) setLooked({ text, report });
    };
    look().catch((error: unknown) => !isGone && fail(error));
    return () => {
      isGone = true;
    };
  }, [file]);

  const take = () => void save('codebook:import', { text: looked!.text }).then(onTaken, fail);
  const report = looked?.report;
  const isNothing = report !== undefined && report.added.length + report.changed.length === 0;
  return (
    <Dialog
      title={codebookMessages.importTitle}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{uiMessages.cancel}</Button>
          <Button variant="primary" disabled={report === undefined || isNothing} onClick={take}>
            {codebookMessages.takeOver}
          </Button>
        </>
      }
    >
      <div className="stack form">
        <p>{codebookMessages.importFound(file.name)}</p>
        {why !== null && (
          <p className="say say-bad" role="alert">
            {why}
          </p>
        )}
        {report === undefined && why === null && <p className="hint">{uiMessages.loading}</p>}
        {report && (
          <>
            {isNothing && <p>{codebookMessages.nothingToTake}</p>}
            <Part title={codebookMessages.added} lines={report.added} />
            <Part
              title={codebookMessages.changed}
              lines={report.changed.map(({ what, fields }) => `${what}: ${fields.join(', ')}`)}
            />
            <Part
              title={codebookMessages.left}
              lines={report.left.map(({ what, why: reason }) => `${what}: ${reason}`)}
            />
            <Part title={codebookMessages.onlyHere} lines={report.onlyHere} />
            <p className="hint">{codebookMessages.same(report.same)}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}

function Part({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className="label">{title}</h3>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
