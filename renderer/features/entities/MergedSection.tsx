import { useId } from 'react';
import { entityMessages as words } from '#shared/messages/en/entities';
import { Button } from '../../ui/Button.tsx';
import { change, type EntityProps } from './entity-props.ts';

/** The entities that were merged into this one; each can be parted from it again. */
export function MergedSection({ entity, isOff }: EntityProps) {
  const id = useId();
  if (entity.merged.length === 0) return null;
  return (
    <section aria-labelledby={id} className="ent-sec">
      <div className="ent-sec-head">
        <h2 id={id}>{words.merged}</h2>
      </div>
      <ul className="ent-lines">
        {entity.merged.map(({ uid, name, aliases, count }) => (
          <li key={uid} className="row">
            <bdi className="theirs">{name}</bdi>
            <span className="hint tnum">{words.mergedWords(aliases, count)}</span>
            <span className="grow" />
            <Button
              size="small"
              disabled={isOff}
              aria-label={words.part(name)}
              onClick={() => void change('entities:unmerge', { entity: uid })}
            >
              {words.partShort}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
