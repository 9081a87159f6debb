import type { ComparedEvent } from '#shared/domain/claim-comparison';
import { claimsWords as words, versionsSentence } from '#shared/messages/en/compare-claims';
import { outsideMessages } from '#shared/messages/en/outside';
import { dateWords } from '#shared/messages/en/ui';
import { toSlotsTable, toVersionsTable } from '#shared/tables/claims';
import { listEventSlots } from '#shared/text/claim-slots';
import { useOutside } from '../../api/use-outside.ts';
import { ClaimFigures } from './ClaimFigures.tsx';
import { ClaimQuestions } from './ClaimQuestions.tsx';
import type { LookedPair, VersionPair } from './claim-pair.ts';
import type { ShownWords } from './compare-props.ts';
import { ComparisonTable } from './ComparisonTable.tsx';

type Props = {
  event: ComparedEvent;
  pair: LookedPair | null;
  onChoose(pair: VersionPair): void;
  onOpen(shown: ShownWords): void;
};

/** An event as both sides tell it: its figures on axes, all that each says, and every version. */
export function ClaimEvent({ event, pair, onChoose, onOpen }: Props) {
  const slots = listEventSlots(event);
  const outside = useOutside([event.uid]).get(event.uid)?.claims ?? 0;
  const others = event.conflicts.filter(({ slot }) => slot.kind !== 'figure');
  return (
    <section className="pane pane-paper" aria-label={event.title} data-region>
      <div className="pane-scroll" data-region-start tabIndex={-1}>
        <header className="claims-head">
          <h1>
            <bdi>{event.title}</bdi>
          </h1>
          <p className="soft">
            {event.date !== null && <span className="tnum">{dateWords(event.date)}</span>}
            {event.place !== null && (
              <>
                {event.date !== null && ' '}
                {words.at}{' '}
                <b className="theirs">
                  <bdi>{event.place}</bdi>
                </b>
              </>
            )}
            {(event.date !== null || event.place !== null) && '. '}
            {versionsSentence(event)}
          </p>
          {outside > 0 && (
            <p className="hint" title={outsideMessages.kept}>
              {outsideMessages.claims(outside)}
            </p>
          )}
        </header>
        {slots
          .filter(({ slot }) => slot.kind === 'figure')
          .map((slot) => (
            <ClaimFigures
              key={`${slot.slot.what} ${slot.slot.unit}`}
              event={event}
              slot={slot}
              pair={pair}
              onChoose={onChoose}
            />
          ))}
        {others.length > 0 && (
          <section className="claims-figures" aria-label={words.notNumbers}>
            <ClaimQuestions conflicts={others} pair={pair} onChoose={onChoose} />
          </section>
        )}
        {slots.length > 0 && <ComparisonTable table={toSlotsTable(event)} />}
        <Versions event={event} onOpen={onOpen} />
      </div>
    </section>
  );
}

/** Every version; its words open in their text. */
function Versions({ event, onOpen }: Pick<Props, 'event' | 'onOpen'>) {
  const table = toVersionsTable([event]);
  const last = table.columns.length - 1;
  const rows = event.versions.flatMap(
    (version) => Array(Math.max(1, version.figures.length)).fill(version) as [typeof version],
  );
  return (
    <ComparisonTable
      table={{ ...table, columns: table.columns.slice(1), rows: table.rows.map((row) => row.slice(1)) }}
      isPressable={({ column }) => column === last - 1}
      onCell={({ row }) => {
        const { article, claim, start } = rows[row]!;
        onOpen({ article, annotation: claim, start });
      }}
    />
  );
}
