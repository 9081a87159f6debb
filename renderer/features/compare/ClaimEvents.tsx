import type { KeyboardEvent } from 'react';
import { CircleHelp, Equal, EqualNot, Plus } from 'lucide-react';
import { EventGroup, type ClaimComparison, type ComparedEvent } from '#shared/domain/claim-comparison';
import { claimsWords as words, slotWords } from '#shared/messages/en/compare-claims';
import { dateWords, numberWords } from '#shared/messages/en/ui';
import { Button } from '../../ui/Button.tsx';
import { findRowForKey } from '../../ui/row-for-key.ts';
import { printCell } from '#shared/tables/print-cell';
import { SideMark } from './SideMark.tsx';

type Props = {
  claims: ClaimComparison;
  open: string | null;
  /** What is shown in place of an event. */
  beside: 'proposed' | 'new' | null;
  onOpen(uid: string): void;
  onPropose(): void;
  onNew(): void;
};

const ROW = 44;
const idOf = (uid: string) => `event-${uid}`;

/** The events of either side, by whether they are told alike. Arrows open the next one. */
export function ClaimEvents({ claims, open, beside, onOpen, onPropose, onNew }: Props) {
  const { events, totals } = claims;
  const at = events.findIndex(({ uid }) => uid === open);
  const total = Object.values(totals).reduce((sum, n) => sum + n, 0);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const viewHeight = event.currentTarget.clientHeight;
    const to = findRowForKey(event.key, { active: at, count: events.length, rowHeight: ROW, viewHeight });
    const next = to === undefined ? undefined : events[to];
    if (!next) return;
    event.preventDefault();
    onOpen(next.uid);
    document.getElementById(idOf(next.uid))?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <section className="pane claims-list" aria-label={words.list} data-region>
      <div className="pane-head">
        <h2>{words.title}</h2>
        <span className="muted tnum">{words.events(total)}</span>
      </div>
      <div
        className="pane-scroll list"
        role="listbox"
        aria-label={words.options}
        aria-activedescendant={at === -1 ? undefined : idOf(events[at]!.uid)}
        tabIndex={0}
        data-region-start
        onKeyDown={move}
      >
        {EventGroup.options.map((group) => (
          <Group
            key={group}
            group={group}
            total={totals[group]}
            events={events.filter((event) => event.group === group)}
            open={open}
            onOpen={onOpen}
          />
        ))}
      </div>
      <div className="claims-foot hint">
        {total > events.length && <p>{words.more(events.length, total)}</p>}
        <Shares claims={claims} />
        <div className="row">
          <Button
            size="small"
            aria-pressed={beside === 'proposed'}
            icon={<CircleHelp className="i i-12" aria-hidden="true" />}
            onClick={onPropose}
          >
            {words.proposed.title}
          </Button>
          <Button
            size="small"
            aria-pressed={beside === 'new'}
            icon={<Plus className="i i-12" aria-hidden="true" />}
            onClick={onNew}
          >
            {words.newEvent.title}
          </Button>
        </div>
      </div>
    </section>
  );
}

/** How many claims stand on no card, and how many on nobody’s word or the outlet’s. */
function Shares({ claims: { claims } }: Pick<Props, 'claims'>) {
  const share = ({ share: value }: typeof claims.a) =>
    printCell(value, { title: '', kind: 'percent' }).replace(' ', '\u00A0');
  const onNone = ({ claims: all, onCards }: typeof claims.a) => all - onCards;
  return (
    <>
      <p className="tnum" title={words.shares.note}>
        {words.unattributed}: {words.shareSentence('a', share(claims.a))}, {words.shareSentence('b', share(claims.b))}
      </p>
      <p className="tnum">{words.onNoCard(onNone(claims.a), onNone(claims.b))}</p>
    </>
  );
}

const groupMarks: Record<EventGroup, React.ReactNode> = {
  conflict: <EqualNot className="i i-12 claims-apart" aria-hidden="true" />,
  agreed: <Equal className="i i-12" aria-hidden="true" />,
  onlyA: <SideMark side="a" />,
  onlyB: <SideMark side="b" />,
};

type GroupProps = Pick<Props, 'open' | 'onOpen'> & { group: EventGroup; total: number; events: ComparedEvent[] };

function Group({ group, total, events, open, onOpen }: GroupProps) {
  if (total === 0) return null;
  const name = words.groups[group];
  return (
    <div role="group" aria-label={`${name} ${numberWords(total)}`}>
      <div className="group" role="presentation" aria-hidden="true">
        {groupMarks[group]}
        {name}
        <span className="num">{numberWords(total)}</span>
      </div>
      {events.map((event) => (
        <div
          key={event.uid}
          id={idOf(event.uid)}
          className="claims-event"
          role="option"
          aria-selected={event.uid === open}
          onClick={() => onOpen(event.uid)}
        >
          <bdi className="strong trunc">{event.title}</bdi>
          <span className="claims-meta tnum">
            <span className="trunc">{listFacts(event)}</span>
            <span className="end">{words.versions(event.versions.length)}</span>
          </span>
        </div>
      ))}
    </div>
  );
}

/** When it was, and what differs, or what both speak of. */
function listFacts({ date, group, conflicts, shared }: ComparedEvent): string {
  const slots = group === 'conflict' ? conflicts.map(({ slot }) => slot) : shared;
  const names = [...new Set(slots.map(slotWords))].join(', ');
  const lone = group === 'onlyA' || group === 'onlyB';
  return [date === null ? '' : dateWords(date), names === '' && !lone ? words.nothingShared : names]
    .filter((fact) => fact !== '')
    .join(' · ');
}
