import { useMemo } from 'react';
import type { ComparedEvent } from '#shared/domain/claim-comparison';
import { claimsWords as words, slotWords } from '#shared/messages/en/compare-claims';
import { drawFigures } from '#shared/pictures/figures';
import { toVersionsTable } from '#shared/tables/claims';
import type { EventSlot } from '#shared/text/claim-slots';

import { ClaimQuestions } from './ClaimQuestions.tsx';
import type { LookedPair, VersionPair } from './claim-pair.ts';
import { ComparisonPicture } from './ComparisonPicture.tsx';
import { ComparisonTable } from './ComparisonTable.tsx';

type Props = {
  event: ComparedEvent;
  slot: EventSlot;
  pair: LookedPair | null;
  onChoose(pair: VersionPair): void;
};

/** The figures of one kind on one axis, with what they put to a person. */
export function ClaimFigures({ event, slot, pair, onChoose }: Props) {
  const focus = [pair?.one.claim, pair?.other?.claim].filter((claim) => claim !== undefined).join(' ');
  const key = JSON.stringify(slot);
  // drawn again only where it shows something else
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const draw = useMemo(() => drawFigures(slot, event.title, focus.split(' ')), [key, event.title, focus]);
  return (
    <section className="claims-figures" aria-label={slotWords(slot.slot)}>
      <div className="claims-figures-head">
        <h2>{slotWords(slot.slot)}</h2>
        <span className="grow" />
        <span className="hint">{words.axis}</span>
      </div>
      <ClaimQuestions conflicts={slot.conflicts} pair={pair} onChoose={onChoose} />
      <ComparisonPicture
        name={words.picture.title(slot.slot, event.title)}
        draw={draw}
        table={<ComparisonTable table={toVersionsTable([event], slot.slot)} />}
      />
    </section>
  );
}
