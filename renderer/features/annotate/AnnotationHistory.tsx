import { Fragment } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Label } from '#shared/domain/codebook';
import type { HistoryRow } from '#shared/domain/journal';
import { changeWords, inspectorMessages } from '#shared/messages/en/annotate';
import { outsideMessages } from '#shared/messages/en/outside';
import { momentWords } from '#shared/messages/en/ui';
import { queries, useStatus } from '../../api/queries.ts';
import { Avatar } from '../../ui/Avatar.tsx';

/** Who did what to an annotation, newest first. */
export function AnnotationHistory({ annotation, labels }: { annotation: string; labels: Label[] }) {
  const rows = useQuery(queries.annotationHistory(annotation)).data ?? [];
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
              {describe(row, labels)}
            </span>
          </Fragment>
        ))}
      </div>
      {isPackage && <p className="hint">{outsideMessages.history}</p>}
    </section>
  );
}

/** A row of the journal in a few words; what an erased row was is not known. */
function describe({ op, act, before, after }: HistoryRow, labels: Label[]): string {
  const nameOf = (record: HistoryRow['before']) =>
    labels.find(({ uid }) => uid === record?.['label'])?.name ?? changeWords.unknownLabel;
  if (op === 'insert') return act === 'undo' || act === 'redo' ? changeWords.back : changeWords.tagged(nameOf(after));
  if (op === 'delete') return act === 'undo' ? changeWords.takenBack : changeWords.removed;
  const parts = [
    before?.['label'] !== after?.['label'] && changeWords.label(nameOf(before), nameOf(after)),
    before?.['note'] !== after?.['note'] && changeWords.note,
    after?.['spans'] !== undefined &&
      JSON.stringify(before?.['spans']) !== JSON.stringify(after['spans']) &&
      changeWords.spans,
  ].filter((part) => part !== false);
  return parts.length === 0 ? changeWords.other : parts.join(', ');
}
