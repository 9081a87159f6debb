import type { Person } from '#shared/domain/person';
import { DealMode, type DealChoice } from '#shared/domain/work';
import { workMessages } from '#shared/messages/en/work';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { CheckBox } from '../../../ui/CheckBox.tsx';

const words = workMessages.deal;
type Props = { deal: DealChoice; people: readonly Person[]; onChange(changes: Partial<DealChoice>): void };

/** To whom articles are given, and whether several people get the same ones. */
export function DealHow({ deal: { people: chosen, mode, share, seed, blind }, people, onChange }: Props) {
  const toggle = (name: string) =>
    onChange({ people: chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name] });
  return (
    <>
      <fieldset className="stack rw-set">
        <legend>{words.toWhom}</legend>
        <div className="rw-checks">
          {people.map((person) => (
            <CheckBox key={person.uid} isOn={chosen.includes(person.name)} onToggle={() => toggle(person.name)}>
              <span className="rw-who">
                <Avatar {...person} isSmall />
                <bdi>{person.name}</bdi>
              </span>
            </CheckBox>
          ))}
        </div>
      </fieldset>
      <fieldset className="stack rw-set">
        <legend>{words.how}</legend>
        <Choice
          label={words.how}
          value={mode}
          options={DealMode.options.map((value) => ({ value, name: words.modes[value] }))}
          onChoose={(next) => onChange({ mode: next })}
        />
        <p className="hint">{words.modeHints[mode]}</p>
        {mode === 'double' && (
          <div className="rw-row">
            <NumberField
              label={words.share}
              value={Math.round(share * 100)}
              most={100}
              onNumber={(percent) => onChange({ share: percent / 100 })}
            />
            <NumberField
              label={words.seed}
              hint={words.seedHint}
              value={seed}
              most={999_999_999}
              onNumber={(next) => onChange({ seed: next })}
            />
          </div>
        )}
        <CheckBox isOn={blind} onToggle={() => onChange({ blind: !blind })}>
          {words.blind}
        </CheckBox>
      </fieldset>
    </>
  );
}

type NumberProps = { label: string; hint?: string; value: number; most: number; onNumber(n: number): void };

/** A whole number from 0; what is none leaves it as it was. */
const NumberField = ({ label, hint, value, most, onNumber }: NumberProps) => (
  <TextField
    label={label}
    {...(hint !== undefined && { hint })}
    type="number"
    min={0}
    max={most}
    step={1}
    defaultValue={value}
    onChange={({ target }) => {
      const n = target.valueAsNumber;
      if (Number.isInteger(n) && n >= 0 && n <= most) onNumber(n);
    }}
  />
);
