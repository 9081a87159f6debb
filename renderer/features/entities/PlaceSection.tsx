import { useState } from 'react';
import { MapPin } from 'lucide-react';
import type { EntityChanges } from '#shared/domain/entity';
import { isOfPlaces } from '#shared/domain/place';
import { entityMessages as words } from '#shared/messages/en/entities';
import { gazetteerMessages } from '#shared/messages/en/gazetteer';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import type { EntityProps } from './entity-props.ts';
import { PlaceDialog } from './PlaceDialog.tsx';

type Props = EntityProps & {
  /** The kinds that its label knows. */
  kinds: readonly string[];
  onSet(changes: EntityChanges): Promise<boolean>;
};

/** Unit: degrees. Null where nothing is written, undefined where it is no such number. */
function parseDegrees(text: string, most: number): number | null | undefined {
  if (text.trim() === '') return null;
  const degrees = Number(text.trim().replace(',', '.').replace('−', '-'));
  return Math.abs(degrees) <= most ? degrees : undefined;
}

/** Where a place lies, as two numbers, both or none; a place of the gazetteer gives them. */
export function PlaceSection({ entity, kinds, isOff, onSet }: Props) {
  const [isLookingUp, setLookingUp] = useState(false);
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
      {isOfPlaces(kinds) && (
        <div className="ent-look-up">
          {' '}
          <Button
            size="small"
            disabled={isOff}
            icon={<MapPin className="i i-12" aria-hidden="true" />}
            onClick={() => setLookingUp(true)}
          >
            {gazetteerMessages.lookUp}
          </Button>
        </div>
      )}
      {isLookingUp && (
        <PlaceDialog
          entity={entity}
          kinds={kinds}
          onSet={onSet}
          onClose={() => {
            setTyped(null);
            setLookingUp(false);
          }}
        />
      )}
    </section>
  );
}
