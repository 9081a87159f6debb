import type { ReactNode } from 'react';
import { compareMessages as words } from '#shared/messages/en/compare';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import type { Asked } from './use-comparison.ts';

/** What a view shows of its answer, with how far it is, or why there is none. */
export function Looked<T>({ asked, children }: { asked: Asked<T>; children(data: T): ReactNode }) {
  const { data, error, isLooking, isStopped, progress, cancel, again } = asked;
  return (
    <div className="looked" aria-busy={isLooking}>
      {isLooking && (
        <div className={data === undefined ? 'looked-first' : 'looked-again'}>
          <JobProgress label={words.looking} progress={progress} onCancel={cancel} />
        </div>
      )}
      {error && (
        <Trouble error={error}>
          <Button onClick={again}>{words.again}</Button>
        </Trouble>
      )}
      {isStopped && (
        <Empty title={words.stopped}>
          <Button onClick={again}>{words.again}</Button>
        </Empty>
      )}
      {data !== undefined && children(data)}
    </div>
  );
}
