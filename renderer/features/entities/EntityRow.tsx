import { useQuery } from '@tanstack/react-query';
import type { ListedEntity } from '#shared/domain/entity';
import { entityMessages as words } from '#shared/messages/en/entities';
import { numberWords } from '#shared/messages/en/ui';
import { letterOf } from '#shared/text/label-letter';
import { queries } from '../../api/queries.ts';
import { Sign } from '../../ui/Sign.tsx';

type Props = {
  id(uid: string): string;
  top: number;
  place: number;
  total: number;
  /** Missing until its page has come. */
  entity: ListedEntity | undefined;
  isOpen: boolean;
  /** How many mentions the longest bar stands for; null where no bars are drawn. */
  most: number | null;
  onOpen(uid: string): void;
};

/** One entity of the list: its label, name, and mentions as a number and a bar. */
export function EntityRow({ id, top, place, total, entity, isOpen, most, onOpen }: Props) {
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  if (!entity) return <div className="virtual-row item ent-row" role="presentation" style={{ top }} />;
  const { uid, name, label, count, outlets } = entity;
  const known = labels.find((each) => each.name === label);
  return (
    <div
      id={id(uid)}
      className="virtual-row item ent-row"
      role="option"
      style={{ top }}
      aria-selected={isOpen}
      aria-setsize={total}
      aria-posinset={place + 1}
      title={outlets.map((each) => `${each.outlet ?? words.unknownOutlet}: ${each.count}`).join('\n')}
      onClick={() => onOpen(uid)}
    >
      {known && <Sign letter={letterOf(known)} colour={known.colour} line={known.line} />}
      <bdi className="theirs trunc grow">{name}</bdi>
      <span className="vh">{label}</span>
      <OutletBar entity={entity} most={most} />
      <span className="tnum ent-n" aria-hidden="true">
        {numberWords(count)}
      </span>
      <span className="vh">{words.mentions(count)}</span>
    </div>
  );
}

const MOST_PARTS = 4;

/** A bar as long as the mentions, cut by outlet, the most first: who means it is seen without reading. */
function OutletBar({ entity: { outlets, count }, most }: { entity: ListedEntity; most: number | null }) {
  if (most === null || most === 0 || count === 0) return null;
  const shown = outlets.slice(0, MOST_PARTS).map((each) => each.count);
  const rest = count - shown.reduce((sum, each) => sum + each, 0);
  return (
    <span className="ent-bar" aria-hidden="true">
      {[...shown, ...(rest > 0 ? [rest] : [])].map((each, n) => (
        <i key={n} style={{ width: `${(each / most) * 100}%` }} />
      ))}
    </span>
  );
}
