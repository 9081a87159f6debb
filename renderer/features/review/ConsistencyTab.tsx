import { useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { consistencyMessages as words } from '#shared/messages/en/consistency';
import { numberWords } from '#shared/messages/en/ui';
import { queries, useStatus } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { FindingActs } from './consistency/FindingActs.tsx';
import { FindingList } from './consistency/FindingList.tsx';
import { RuleList } from './consistency/RuleList.tsx';
import { useFindings, type Wish } from './consistency/use-findings.ts';
import { isMendable, useRepairs } from './consistency/use-repairs.ts';
import type { ReviewTabProps } from './review-props.ts';
import '../../styles/review-consistency.css';

/** What does not fit together in the tags: a list to work through, each repair one key. */
export function ConsistencyTab({ onOpen }: ReviewTabProps) {
  const canWrite = useStatus()?.mode === 'write';
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  const [wish, setWish] = useState<Wish>({ rule: null, onlyExempt: false });
  const { asked, findings, counts, setGone } = useFindings(wish);
  const repairs = useRepairs(setGone);
  const [chosen, setChosen] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const at = Math.min(chosen, findings.length - 1);
  const focused = findings[at];
  const mendable = findings.filter(isMendable);

  const open = (isCopy: boolean) => {
    if (!focused) return;
    const { article, annotation, start, copy } = focused;
    onOpen(isCopy && copy ? { article: copy.article, annotation: null, start: 0 } : { article, annotation, start });
  };
  const act = (key: string, hasShift: boolean): boolean => {
    if (!focused) return false;
    if (key === 'O') open(hasShift);
    else if (!canWrite) return false;
    else if (key === 'Enter') void repairs.mend([focused]);
    else if (key === 'X') void repairs.exempt(focused);
    else return false;
    return true;
  };
  /** What a button did may take the button away; the keys stay with the list. */
  const backToList = () => scroller.current?.focus();
  return (
    <div className="rp rc">
      <RuleList
        counts={counts}
        exempt={asked.data?.exempt ?? 0}
        wish={wish}
        onWish={(next) => {
          setWish(next);
          setChosen(0);
        }}
      />
      <section className="pane rc-main" aria-label={words.list} data-region>
        <div className="pane-head">
          <h2>{wish.onlyExempt ? words.exempted : wish.rule ? words.rules[wish.rule] : words.list}</h2>
          <span className="num">{asked.data && numberWords(findings.length)}</span>
          {asked.data && asked.isLooking && <span className="hint">{words.lookingAgain}</span>}
          <span className="grow" />
          {wish.rule && mendable.length > 1 && !repairs.isMendingMany && (
            <Button
              size="small"
              disabled={!canWrite}
              onClick={() => {
                void repairs.mend(mendable);
                backToList();
              }}
            >
              {words.fixAll(mendable.length)}
            </Button>
          )}
        </div>
        {wish.rule && !wish.onlyExempt && <p className="hint rc-about">{words.about[wish.rule]}</p>}
        {asked.error && <Trouble error={asked.error} />}
        {repairs.isMendingMany && (
          <JobProgress label={words.mending} progress={repairs.progress} onCancel={repairs.cancel} />
        )}
        {asked.isLooking && !asked.data && (
          <JobProgress label={words.looking} progress={asked.progress} onCancel={asked.cancel} />
        )}
        {asked.isStopped && (
          <p className="row rc-about">
            {words.stopped} <Button onClick={asked.again}>{words.again}</Button>
          </p>
        )}
        {asked.data && findings.length === 0 && !asked.isLooking && !repairs.isMendingMany && (
          <Empty title={wish.onlyExempt ? words.noneExempt : wish.rule ? words.noneOfRule : words.emptyTitle}>
            {!wish.onlyExempt && !wish.rule && <p>{words.none}</p>}
          </Empty>
        )}
        <FindingList
          scroller={scroller}
          findings={findings}
          labels={labels}
          at={at}
          isBusy={asked.isLooking}
          onGo={setChosen}
          onKey={act}
        />
        {focused && (
          <FindingActs
            finding={focused}
            canWrite={canWrite}
            onMend={() => {
              void repairs.mend([focused]);
              backToList();
            }}
            onExempt={() => {
              void repairs.exempt(focused);
              backToList();
            }}
            onOpen={open}
          />
        )}
      </section>
    </div>
  );
}
