import { useState } from 'react';
import type { ClaimComparison, ComparedEvent } from '#shared/domain/claim-comparison';
import { claimsWords as words } from '#shared/messages/en/compare-claims';
import { toClaimSharesTable } from '#shared/tables/claims';
import { Empty } from '../../ui/Empty.tsx';
import { ClaimEvent } from './ClaimEvent.tsx';
import { ClaimEvents } from './ClaimEvents.tsx';
import { ClaimProposals } from './ClaimProposals.tsx';
import { ClaimsApart } from './ClaimsApart.tsx';
import type { TabProps } from './compare-props.ts';
import { ComparisonTable } from './ComparisonTable.tsx';
import { findPair, type VersionPair } from './claim-pair.ts';
import { Looked } from './Looked.tsx';
import { useComparison } from './use-comparison.ts';
import '../../styles/compare-claims.css';

/** What is open: an event by uid, or what is proposed; null is the first event. */
type Open = { event: string } | 'proposed' | null;

/** Events as either side tells them: in conflict, agreed, in one side only; the versions of one, and the two that are apart. */
export function ClaimsTab(props: TabProps) {
  const asked = useComparison('compare:claims', props.compared);
  return <Looked asked={asked}>{(data) => <Claims {...props} claims={data} />}</Looked>;
}

function Claims({ claims, compared, onOpen, onOpenCard, onCompareArticles }: TabProps & { claims: ClaimComparison }) {
  const [open, setOpen] = useState<Open>(null);
  const [chosen, setChosen] = useState<VersionPair | null>(null);
  const event = findEvent(claims, open);
  const pair = event && findPair(event, chosen);
  const choose = (next: Open) => {
    setOpen(next);
    setChosen(null);
  };
  return (
    <div className="claims">
      <ClaimEvents
        claims={claims}
        open={event?.uid ?? null}
        isProposing={open === 'proposed'}
        onOpen={(uid) => choose({ event: uid })}
        onPropose={() => choose('proposed')}
      />
      {open === 'proposed' ? (
        <ClaimProposals compared={compared} onOpen={onOpen} onOpenCard={onOpenCard} />
      ) : event ? (
        <ClaimEvent key={event.uid} event={event} pair={pair ?? null} onChoose={setChosen} onOpen={onOpen} />
      ) : (
        <section className="pane pane-paper" aria-label={words.noEvents} data-region>
          <div className="pane-scroll" data-region-start tabIndex={-1}>
            <Empty title={words.noEvents}>{words.noEventsHint}</Empty>
            <ComparisonTable table={toClaimSharesTable(claims)} />
          </div>
        </section>
      )}
      {open !== 'proposed' && event && pair && (
        <ClaimsApart
          event={event}
          wordKinds={claims.wordKinds}
          pair={pair}
          onOpen={onOpen}
          onOpenCard={onOpenCard}
          onCompareArticles={onCompareArticles}
        />
      )}
    </div>
  );
}

function findEvent({ events }: ClaimComparison, open: Open): ComparedEvent | undefined {
  if (open === 'proposed') return undefined;
  return events.find(({ uid }) => uid === open?.event) ?? events[0];
}
