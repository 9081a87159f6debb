import { useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Progress } from '#shared/api/contract';
import type { HistoryRow, ListedStep } from '#shared/domain/journal';
import { ArticleRef, StepRef } from '#shared/domain/ids';
import { actWords } from '#shared/messages/en/app';
import { changeOf, historyDialogMessages as words, historyMessages } from '#shared/messages/en/history';
import { momentWords } from '#shared/messages/en/ui';
import { call, CallError, runJob } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { announce } from '../../ui/announcer.tsx';
import { undoDialogMessages } from '#shared/messages/en/app';

const ROWS_SHOWN = 200;

type Props = { step: ListedStep; article: string | null; onShown(): void };
type Work = { what: string; progress: Progress | null };

/** One step: who did it when, all that it changed, and the ways back to it. */
export function StepDetails({ step, article, onShown }: Props) {
  const [work, setWork] = useState<Work | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stopping = useRef<AbortController>(null);
  const found = useQuery({
    queryKey: ['history', 'rows', step.uid, article],
    queryFn: () =>
      call('history:rows', {
        step: StepRef.parse(step.uid),
        ...(article !== null && { article: ArticleRef.parse(article) }),
        limit: ROWS_SHOWN,
      }),
  });

  const run = async (what: string, job: (options: Parameters<typeof runJob>[2]) => Promise<void>) => {
    stopping.current = new AbortController();
    setError(null);
    setWork({ what, progress: null });
    try {
      await job({ signal: stopping.current.signal, onProgress: (progress) => setWork({ what, progress }) });
    } catch (failure) {
      setError(failure);
    } finally {
      setWork(null);
    }
  };
  const goTo = (together: boolean) =>
    run(words.going, async (options) => {
      const { taken } = await runJob('history:go-to', { step: StepRef.parse(step.uid), together }, options);
      announce(words.wentTo(taken.length));
    });
  const showAsOf = () =>
    run(words.building, async (options) => {
      const { handle } = await runJob('keeping:as-of', { step: StepRef.parse(step.uid) }, options);
      await call('keeping:show-as-of', { handle });
      onShown();
    });
  const failure = error instanceof CallError ? error.failure : undefined;

  return (
    <section className="history-details" aria-label={words.rows}>
      <header className="stack">
        <h3 className="strong">{actWords[step.act]}</h3>
        <p className="hint">
          <bdi>{step.annotator}</bdi> · <time dateTime={step.at}>{momentWords(step.at)}</time> ·{' '}
          {historyMessages.touched(step.touched)}
        </p>
      </header>
      {found.error && <Trouble error={found.error} />}
      <div className="history-rows" tabIndex={0} role="group" aria-label={words.changes}>
        {found.data &&
          historyMessages
            .told(found.data.rows)
            .map((row) => <RowChange key={row.seq} row={row} names={found.data.names} />)}
        {found.data?.rows.length === ROWS_SHOWN && <p className="hint">{words.moreRows(ROWS_SHOWN)}</p>}
      </div>
      <footer className="stack">
        {failure?.code === 'undo-takes-others' ? (
          <Trouble error={error}>
            <Button onClick={() => void goTo(true)}>{undoDialogMessages.together}</Button>
          </Trouble>
        ) : (
          error !== null && failure?.code !== 'cancelled' && <Trouble error={error} />
        )}
        {work ? (
          <JobProgress label={work.what} progress={work.progress} onCancel={() => stopping.current?.abort()} />
        ) : (
          <div className="row">
            <span className="hint grow">{step.isReachable ? words.goToHint : ''}</span>
            <Button onClick={() => void showAsOf()}>{words.asOf}</Button>
            <Button variant="primary" disabled={!step.isReachable} onClick={() => void goTo(false)}>
              {words.goTo}
            </Button>
          </div>
        )}
      </footer>
    </section>
  );
}

/** One changed row: what it is, and each of its fields before and after. */
function RowChange({ row, names }: { row: HistoryRow; names: Record<string, string> }) {
  const changes = changeOf(row, names);
  const name = names[row.target];
  const isErased = row.before === null && row.after === null;
  return (
    <section className="history-row">
      <h4>
        {historyMessages.kind(row.kind)}, {words.ops[row.op]}
        {name !== undefined && (
          <>
            : <bdi className="theirs">{name}</bdi>
          </>
        )}
      </h4>
      {isErased && <p className="hint">{words.erased}</p>}
      {changes.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              {row.op !== 'insert' && <th scope="col">{words.before}</th>}
              {row.op !== 'delete' && <th scope="col">{words.after}</th>}
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                {row.op !== 'insert' && <td dir="auto">{before}</td>}
                {row.op !== 'delete' && <td dir="auto">{after}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
