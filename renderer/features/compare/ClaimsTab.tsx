import { useState } from 'react';
import type { ClaimComparison } from '#shared/domain/claim-comparison';
import { claimsWords as words } from '#shared/messages/en/compare-claims';
import { toClaimSharesTable } from '#shared/tables/claims';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ClaimEvent } from './ClaimEvent.tsx';
import { ClaimEvents } from './ClaimEvents.tsx';
import { ClaimNewEvent } from './ClaimNewEvent.tsx';
import { ClaimProposals } from './ClaimProposals.tsx';
import { ClaimsApart } from './ClaimsApart.tsx';
import type { TabProps } from './compare-props.ts';
import { ComparisonTable } from './ComparisonTable.tsx';
import { findPair, type VersionPair } from './claim-pair.ts';
import { Looked } from './Looked.tsx';
import { useComparison } from './use-comparison.ts';
import '../../styles/compare-claims.css';

/** Events as either side tells them: in conflict, agreed, in one side only; the versions of one, and the two that are apart. */
export function ClaimsTab(props: TabProps) {
  const asked = useComparison('compare:claims', props.compared);
  return <Looked asked={asked}>{(data) => <Claims {...props} claims={data} isLooking={asked.isLooking} />}</Looked>;
}

type Props = TabProps & { claims: ClaimComparison; isLooking: boolean };

function Claims({ claims, isLooking, ...props }: Props) {
  const { compared, event: open, onOpen, onOpenCard, onShowEvent, onCompareArticles } = props;
  const [beside, setBeside] = useState<'proposed' | 'new' | null>(null);
  const [chosen, setChosen] = useState<VersionPair | null>(null);
  const event = open === null ? claims.events[0] : claims.events.find(({ uid }) => uid === open);
  const pair = event && findPair(event, chosen);
  const show = (card: string) => {
    setBeside(null);
    setChosen(null);
    onShowEvent(card);
  };
  return (
    <div className="claims">
      <ClaimEvents
        claims={claims}
        open={beside === null ? (event?.uid ?? null) : null}
        beside={beside}
        onOpen={show}
        onPropose={() => setBeside('proposed')}
        onNew={() => setBeside('new')}
      />
      {beside === 'proposed' ? (
        <ClaimProposals compared={compared} onOpen={onOpen} onOpenCard={onOpenCard} />
      ) : beside === 'new' ? (
        <ClaimNewEvent compared={compared} onOpen={onOpen} onMade={show} />
      ) : event ? (
        <ClaimEvent key={event.uid} event={event} pair={pair ?? null} onChoose={setChosen} onOpen={onOpen} />
      ) : (
        <NoEvent claims={claims} isLooking={isLooking} open={open} onOpenCard={onOpenCard} />
      )}
      {beside === null && event && pair && (
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

type NoEventProps = Pick<Props, 'claims' | 'isLooking' | 'onOpenCard'> & { open: string | null };

/** There are none, or the one that is asked for is not among them. */
function NoEvent({ claims, isLooking, open, onOpenCard }: NoEventProps) {
  const title = open === null ? words.noEvents : words.unlisted;
  return (
    <section className="pane pane-paper" aria-label={title} data-region>
      <div className="pane-scroll" data-region-start tabIndex={-1}>
        {open === null ? (
          <>
            <Empty title={title}>{words.noEventsHint}</Empty>
            <ComparisonTable table={toClaimSharesTable(claims)} />
          </>
        ) : (
          !isLooking && (
            <Empty title={title}>
              <p>{words.unlistedHint}</p>
              <Button onClick={() => onOpenCard(open)}>{words.openCard}</Button>
            </Empty>
          )
        )}
      </div>
    </section>
  );
}
