import { useState } from 'react';
import type { EntityChanges } from '#shared/domain/entity';
import { entityMessages as words } from '#shared/messages/en/entities';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import type { EntityProps } from './entity-props.ts';

type Props = EntityProps & { onSet(changes: EntityChanges): Promise<boolean> };

/** Unit: degrees. Null where nothing is written, undefined where it is no such number. */
function parseDegrees(text: string, most: number): number | null | undefined {
  if (text.trim() === '') return null;
  const degrees = Number(text.trim().replace(',', '.').replace('−', '-'));
  return Math.abs(degrees) <= most ? degrees : undefined;
}

/** Where a place lies, as two numbers; both or none. */
export function PlaceSection({ entity, isOff, onSet }: Props) {
  const { latitude, longitude } = entity.details;
  const [typed, setTyped] = useState<{ latitude: string; longitude: string } | null>(null);
  const shown = typed ?? { latitude: latitude?.toString() ?? '', longitude: longitude?.toString() ?? '' };
  const parsed = { latitude: parseDegrees(shown.latitude, 90), longitude: parseDegrees(shown.longitude, 180) };
  const isGood =
    parsed.latitude !== undefined &&
    parsed.longitude !== undefined &&
    (parsed.latitude === null) === (parsed.longitude === null);
  const set = async () => {
    if (isGood && typed && (await onSet(parsed))) setTyped(null);
  };
  return (
    <section className="sec">
      <h3 className="sec-h">{words.place}</h3>
      <form
        className="row ent-place"
        onSubmit={(event) => {
          event.preventDefault();
          void set();
        }}
      >
        {(['latitude', 'longitude'] as const).map((which) => (
          <TextField
            key={which}
            label={words[which]}
            inputMode="decimal"
            maxLength={30}
            readOnly={isOff}
            isBad={!isGood}
            value={shown[which]}
            onChange={({ target }) => setTyped({ ...shown, [which]: target.value })}
          />
        ))}
        <Button size="small" type="submit" disabled={isOff || typed === null || !isGood}>
          {words.savePlace}
        </Button>
      </form>
      {!isGood && <p className="hint">{words.badPlace}</p>}
    </section>
  );
}
