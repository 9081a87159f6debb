import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { EyeOff, Share2, UserPlus } from 'lucide-react';
import type { Person } from '#shared/domain/person';
import { workMessages as words } from '#shared/messages/en/work';
import { queries, useStatus } from '../../api/queries.ts';
import { workQueries } from '../../api/queries-work.ts';
import { Button } from '../../ui/Button.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import type { ReviewTabProps } from './review-props.ts';
import { DealDialog } from './work/DealDialog.tsx';
import { OutletTable } from './work/OutletTable.tsx';
import { PeopleTable } from './work/PeopleTable.tsx';
import { PersonDialog } from './work/PersonDialog.tsx';
import type { Behind } from './work/work-stages.ts';
import { WorkList } from './work/WorkList.tsx';
import '../../styles/review-work.css';

type Open = { kind: 'deal' } | { kind: 'person'; person: Person | null };

/** Who works on what, and how far it is: people and outlets, the articles behind each number, and giving more of them out. */
export function WorkTab({ onOpen }: ReviewTabProps) {
  const you = useStatus()?.annotator ?? null;
  const progress = useQuery(workQueries.progress());
  const people = useQuery(queries.people()).data;
  const blind = useQuery(workQueries.blind()).data?.articles ?? 0;
  const [behind, setBehind] = useState<Behind | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);

  return (
    <div className={behind ? 'rw rw-two' : 'rw'}>
      <div className="rw-main">
        <div className="rw-tools">
          <Button
            variant="primary"
            icon={<Share2 className="i" aria-hidden="true" />}
            onClick={() => setOpen({ kind: 'deal' })}
          >
            {words.giveOut}
          </Button>
          <Button
            icon={<UserPlus className="i" aria-hidden="true" />}
            onClick={() => setOpen({ kind: 'person', person: null })}
          >
            {words.addPerson}
          </Button>
        </div>
        {blind > 0 && you !== null && (
          <div className="say rw-blind" role="note">
            <EyeOff className="i" aria-hidden="true" />
            <p>{words.stillBlind(blind)}</p>
            <Button size="small" onClick={() => setBehind({ person: you, stage: 'blind' })}>
              {words.showBlind}
            </Button>
          </div>
        )}
        {progress.error && <Trouble error={progress.error} />}
        {progress.data && people && (
          <>
            <PeopleTable
              people={people}
              progress={progress.data.people}
              you={you}
              behind={behind}
              onBehind={setBehind}
              onChange={(person) => setOpen({ kind: 'person', person })}
            />
            <OutletTable progress={progress.data.outlets} behind={behind} onBehind={setBehind} />
          </>
        )}
      </div>
      {behind && <WorkList behind={behind} you={you} onOpen={onOpen} onClose={() => setBehind(null)} />}
      {open?.kind === 'person' && <PersonDialog person={open.person} onClose={close} />}
      {open?.kind === 'deal' && people && <DealDialog people={people} onClose={close} />}
    </div>
  );
}
