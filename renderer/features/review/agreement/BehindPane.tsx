import { useEffect, useRef, useState, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { Button } from '../../../ui/Button.tsx';
import { JobProgress } from '../../../ui/JobProgress.tsx';
import { Trouble } from '../../../ui/Trouble.tsx';
import type { Asked } from '../../../api/use-asked-job.ts';

type Props<T> = {
  title: string;
  asked: Asked<T>;
  shown: number;
  /** Asks for more of them; undefined where no more can be asked for. */
  onMore: (() => void) | undefined;
  onClose(): void;
  /** Above the list. */
  tools?: ReactNode;
  children(data: T): ReactNode;
};

/** What stands behind a number, beside it. Escape closes it and goes back to the number. */
export function BehindPane<T extends { total: number; hidden?: number }>(props: Props<T>) {
  const { title, asked, shown, onMore, onClose, tools, children } = props;
  const { data, error, isLooking, isStopped, progress, cancel, again } = asked;
  const [before] = useState(() => document.activeElement);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const close = () => {
    onClose();
    if (before instanceof HTMLElement) before.focus();
  };
  return (
    <aside
      className="ra-behind"
      aria-label={words.behind}
      aria-busy={isLooking}
      data-region
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <div className="ra-behind-head">
        <h2 ref={heading} tabIndex={-1} data-region-start>
          <bdi>{title}</bdi>
          {data && (
            <span className="hint tnum" role="status">
              {words.count(shown, data.total)}
            </span>
          )}
        </h2>
        <Button
          variant="quiet"
          size="small"
          icon={<X className="i" aria-hidden="true" />}
          aria-label={words.close}
          onClick={close}
        />
      </div>
      {tools}
      {isLooking && !data && <JobProgress label={words.looking} progress={progress} onCancel={cancel} />}
      {error && <Trouble error={error} />}
      {isStopped && (
        <p className="row">
          {words.stopped} <Button onClick={again}>{words.again}</Button>
        </p>
      )}
      {data?.total === 0 && <p className="hint">{words.none}</p>}
      {data && <ul className="ra-list">{children(data)}</ul>}
      {data && shown < data.total && <p>{onMore ? <Button onClick={onMore}>{words.more}</Button> : words.mostShown}</p>}
      {data?.hidden !== undefined && data.hidden > 0 && <p className="hint">{words.hidden(data.hidden)}</p>}
    </aside>
  );
}
