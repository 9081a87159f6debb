import { useMemo, useState } from 'react';
import type { Input } from '#shared/api/contract';
import { AgreementBy, type AgreementGroup, type AgreementRow } from '#shared/domain/agreement';
import { agreementWords as names } from '#shared/messages/en/agreement';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { drawAgreement } from '#shared/pictures/agreement';
import { toGroupsTable, toRowLabel } from '#shared/tables/agreement';
import { useAskedJob } from '../../../api/use-asked-job.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { ChoiceChip } from '../../../ui/ChoiceChip.tsx';
import { JobProgress } from '../../../ui/JobProgress.tsx';
import { Picture } from '../../../ui/Picture.tsx';
import { Trouble } from '../../../ui/Trouble.tsx';
import type { Behind } from './behind.ts';
import { FigureTable } from './FigureTable.tsx';

type Props = {
  agreed: Input<'agreement:figures'>;
  /** Those of all coders: what can be drawn. */
  rows: readonly AgreementRow[];
  behind: Behind | null;
  onBehind(behind: Behind): void;
};

/** How far all coders agree by outlet, or by when articles were finished: a picture of uα, and all figures. */
export function AgreementGroups({ agreed, rows, behind, onBehind }: Props) {
  const [by, setBy] = useState<AgreementBy>('outlet');
  const [wanted, setWanted] = useState<string | null>(null);
  const asked = useAskedJob('agreement', 'agreement:groups', { ...agreed, by });
  const drawn = rows.find((row) => toRowLabel(row) === wanted) ?? rows[0]!;
  // while others are worked out, those of before are of another kind
  const groups = asked.data?.every(({ from }) => (from === null) === (by === 'outlet')) ? asked.data : undefined;
  return (
    <section className="ra-groups" aria-label={words.over} aria-busy={asked.isLooking}>
      <div className="row ra-groups-head">
        <h2>{words.over}</h2>
        <Choice<AgreementBy>
          label={words.over}
          value={by}
          options={AgreementBy.options.map((value) => ({ value, name: words.by[value] }))}
          onChoose={setBy}
        />
        {rows.length > 1 && (
          <ChoiceChip
            any={toRowLabel(rows[0]!)}
            toName={words.labels}
            chosen={wanted}
            options={rows.slice(1).map((row) => ({ value: toRowLabel(row), word: toRowLabel(row) }))}
            onChoose={setWanted}
          />
        )}
      </div>
      {asked.isLooking && !groups && (
        <JobProgress label={words.looking} progress={asked.progress} onCancel={asked.cancel} />
      )}
      {asked.error && <Trouble error={asked.error} />}
      {groups && groups.length > 0 && (
        <>
          <GroupsPicture groups={groups} by={by} row={drawn} />
          <FigureTable
            table={toGroupsTable(groups, by)}
            rows={groups.flatMap(({ outlet, from, rows: own }) =>
              own.map((row) => ({ row, group: { by, outlet, from } })),
            )}
            unseen={[names.columns.hollow]}
            behind={behind}
            onBehind={onBehind}
          />
        </>
      )}
    </section>
  );
}

type PictureProps = { groups: readonly AgreementGroup[]; by: AgreementBy; row: AgreementRow };

function GroupsPicture({ groups, by, row }: PictureProps) {
  const draw = useMemo(() => drawAgreement(groups, by, row), [groups, by, row]);
  return <Picture name={words.picture.name(by, toRowLabel(row))} draw={draw} />;
}
