import { Fragment } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Label } from '#shared/domain/codebook';
import { inspectorMessages } from '#shared/messages/en/annotate';
import { outsideMessages } from '#shared/messages/en/outside';
import { momentWords } from '#shared/messages/en/ui';
import { queries, useStatus } from '../../api/queries.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { describeChange } from './describe-change.ts';

const nothing = { rows: [], names: {} };

/** Who did what to an annotation, newest first. */
export function AnnotationHistory({ annotation, labels }: { annotation: string; labels: Label[] }) {
  const { rows, names } = useQuery(queries.annotationHistory(annotation)).data ?? nothing;
  const isPackage = useStatus()?.package != null;
  return (
    <section className="sec">
      <h3 className="sec-h">
        {inspectorMessages.history}
        <span className="end">{inspectorMessages.changes(rows.length)}</span>
      </h3>
      <div className="log">
        {rows.map((row) => (
          <Fragment key={row.seq}>
            <time dateTime={row.at}>{momentWords(row.at)}</time>
            <Avatar name={row.annotator} isSmall />
            <span>
              <span className="vh">{row.annotator}: </span>
              {describeChange(row, labels, names)}
            </span>
          </Fragment>
        ))}
      </div>
      {isPackage && <p className="hint">{outsideMessages.history}</p>}
    </section>
  );
}
