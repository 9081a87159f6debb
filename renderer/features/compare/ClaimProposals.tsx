import type { Compared } from '#shared/domain/comparison';
import type { ProposedClaim, ProposedEvent } from '#shared/domain/claim-comparison';
import { claimsWords } from '#shared/messages/en/compare-claims';
import { dateWords } from '#shared/messages/en/ui';
import { save } from '../../api/save.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { sayError } from '../../ui/toasts.tsx';
import type { ShownWords } from './compare-props.ts';
import { Looked } from './Looked.tsx';
import { SideMark } from './SideMark.tsx';
import { useAside } from './use-aside.ts';
import { useComparison } from './use-comparison.ts';

const words = claimsWords.proposed;

type Props = { compared: Compared; onOpen(shown: ShownWords): void; onOpenCard(card: string): void };

/** Claims of the two sides that may be about one event: a person says so, or does not. */
export function ClaimProposals({ compared, onOpen, onOpenCard }: Props) {
  const asked = useComparison('compare:proposed-events', compared);
  const { isAside, putAside } = useAside();
  return (
    <section className="pane pane-paper claims-wide" aria-label={words.title} data-region>
      <div className="pane-scroll" data-region-start tabIndex={-1}>
        <header className="claims-head">
          <h1>{words.title}</h1>
          <p className="soft">{words.hint}</p>
        </header>
        <Looked asked={asked}>
          {(proposed) => {
            const left = proposed.filter(({ claims: [one, other] }) => !isAside(one!.claim, other!.claim));
            if (left.length === 0) return <Empty title={words.none} />;
            return (
              <ul className="claims-proposed">
                {left.map((each) => (
                  <li key={toKey(each)}>
                    <Proposal
                      proposed={each}
                      onOpen={onOpen}
                      onOpenCard={onOpenCard}
                      onDismiss={() => {
                        putAside(each.claims[0]!.claim, each.claims[1]!.claim);
                        announce(words.putAside);
                      }}
                    />
                  </li>
                ))}
              </ul>
            );
          }}
        </Looked>
      </div>
    </section>
  );
}

const toKey = ({ claims }: ProposedEvent) => claims.map(({ claim }) => claim).join(' ');

type ProposalProps = Omit<Props, 'compared'> & { proposed: ProposedEvent; onDismiss(): void };

function Proposal({ proposed, onOpen, onOpenCard, onDismiss }: ProposalProps) {
  const { card, claims, shares, days } = proposed;
  const uids = claims.map(({ claim }) => claim);
  const agree = () => {
    if (card)
      return void save('clusters:add-claims', { cluster: card.uid, claims: uids })
        .then(() => announce(words.added(card.title)))
        .catch(sayError);
    const [first] = claims.flatMap(({ date }) => date ?? []).sort();
    const title = words.newTitle(shares, first === undefined ? '' : dateWords(first));
    return void save('clusters:create', { title, claims: uids, date: first ?? null })
      .then(({ uid }) => {
        announce(words.made(title));
        onOpenCard(uid);
      })
      .catch(sayError);
  };
  return (
    <article className="claims-proposal" aria-label={words.shares(shares, days)}>
      {claims.map((claim) => (
        <Words key={claim.side} claim={claim} onOpen={onOpen} />
      ))}
      <div className="row">
        <span className="hint" dir="auto">
          {words.shares(shares, days)}
        </span>
        <span className="grow" />
        <Button size="small" variant="quiet" onClick={onDismiss}>
          {words.no}
        </Button>
        <Button size="small" onClick={agree}>
          {card ? words.yesAdd(card.title) : words.yesNew}
        </Button>
      </div>
    </article>
  );
}

function Words({ claim, onOpen }: { claim: ProposedClaim; onOpen(shown: ShownWords): void }) {
  const { side, claim: annotation, article, outlet, date, start, quote } = claim;
  return (
    <p className="says" dir="auto">
      <SideMark side={side} />{' '}
      <button type="button" className="claims-words" onClick={() => onOpen({ article, annotation, start })}>
        {quote}
      </button>{' '}
      <span className="hint">
        <bdi>{outlet ?? claimsWords.unknownOutlet}</bdi>
        {date !== null && `, ${dateWords(date)}`}
      </span>
    </p>
  );
}
