import { useState } from 'react';
import { toJoinOutcome, type ClaimJoin } from '#shared/domain/article-pair';
import { compareArticlesMessages as words, joinQuestion } from '#shared/messages/en/compare-articles';
import { call } from '../../api/client.ts';
import { inTurn, save } from '../../api/save.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { RangeAxis } from './RangeAxis.tsx';

type Props = {
  join: ClaimJoin;
  /** Shows the event that they are both on, by uid of its card. */
  onShowEvent(card: string): void;
  /** The two are not offered any more. */
  onAside(): void;
};

/** The pair of claims in focus: what it puts to a person, the figures of both on one axis, and what a person can say of it. */
export function PairTray({ join, onShowEvent, onAside }: Props) {
  const [isSaving, setSaving] = useState(false);
  const { question, hint } = joinQuestion(join);
  const isOffered = join.cards.length === 0;
  const act = (run: () => Promise<void>, said: string) => {
    setSaving(true);
    inTurn(run)
      .then(() => announce(said))
      .catch(sayError)
      .finally(() => setSaving(false));
  };
  return (
    <section className="tray" aria-label={words.tray} data-outcome={toJoinOutcome(join)}>
      <div className="tray-q">
        <span className="strong">{question}</span>
        <span className="muted">{join.contradicts ? words.isContradicted : hint}</span>
      </div>
      <RangeAxis join={join} />
      <div className="tray-do">
        {isOffered ? (
          <Button disabled={isSaving} onClick={() => act(() => putTogether(join), words.joined)}>
            {words.sameEvent}
          </Button>
        ) : (
          <>
            <Button
              disabled={isSaving || join.contradicts || join.a.claim === join.b.claim}
              onClick={() => act(() => contradict(join), words.isContradicted)}
            >
              {words.contradicts}
            </Button>
            <Button onClick={() => onShowEvent(join.cards[0]!.uid)}>{words.openClaims}</Button>
          </>
        )}
        <Button
          variant="quiet"
          disabled={isSaving}
          onClick={() => {
            if (!isOffered) return act(() => part(join), words.parted);
            onAside();
            announce(words.putAside);
          }}
        >
          {words.otherEvent}
        </Button>
      </div>
    </section>
  );
}

async function contradict({ a, b }: ClaimJoin): Promise<void> {
  await save('relations:create', { from: a.claim, to: b.claim, kind: 'contradicts' });
}

/** B's claim leaves the cards that A's is on. */
async function part({ cards, b }: ClaimJoin): Promise<void> {
  for (const { uid } of cards) await save('clusters:remove-claims', { cluster: uid, claims: [b.claim] });
}

/** On the card that one of them is on already, else on a new one. */
async function putTogether({ a, b }: ClaimJoin): Promise<void> {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const [card] = (await call('clusters:list', { annotation: one.claim, limit: 1 })).clusters;
    if (!card) continue;
    await save('clusters:add-claims', { cluster: card.uid, claims: [other.claim] });
    return;
  }
  await save('clusters:create', {
    title: words.cardTitle(a.quote),
    date: a.eventDate ?? b.eventDate ?? a.date,
    claims: [a.claim, b.claim],
  });
}
