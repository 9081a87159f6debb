import { ChevronDown, ChevronUp } from 'lucide-react';
import type { Label, LabelChanges } from '#shared/domain/codebook';
import { codebookMessages } from '#shared/messages/en/codebook';
import { save } from '../../api/save.ts';
import { Button } from '../../ui/Button.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { AttributeList } from './AttributeList.tsx';
import { CheckField } from './CheckField.tsx';
import { ExampleList } from './ExampleList.tsx';
import { LabelLook } from './LabelLook.tsx';
import { SavedField } from './SavedField.tsx';

/** All that is said of one label; each change is kept at once, as one step. */
export function LabelEditor({ label, labels }: { label: Label; labels: Label[] }) {
  const { name, key, guideline, examples, excludes, entityKinds, attributes, retired } = label;
  const change = (changes: LabelChanges) => save('codebook:update-label', { label: name, changes });
  const turn = (changes: LabelChanges) => void change(changes).catch(sayError);
  const place = labels.findIndex(({ uid }) => uid === label.uid);
  const others = labels.filter(({ uid }) => uid !== label.uid);
  const exclude = (other: string, isOn: boolean) =>
    turn({ excludes: isOn ? [...excludes, other] : excludes.filter((each) => each !== other) });
  return (
    <section className="cb-edit" aria-label={codebookMessages.editing(name)}>
      <div className="cb-part cb-head">
        <SavedField
          label={codebookMessages.name}
          text={name}
          maxLength={60}
          className="grow"
          onSave={(typed) => change({ name: typed })}
        />
        <SavedField
          label={codebookMessages.key}
          hint={codebookMessages.keyHint}
          text={key ?? ''}
          maxLength={1}
          onSave={(typed) => change({ key: typed.trim() === '' ? null : typed })}
        />
        <span className="row">
          <Button
            variant="quiet"
            icon={<ChevronUp className="i" aria-hidden="true" />}
            aria-label={codebookMessages.up}
            disabled={place === 0}
            onClick={() => turn({ position: place - 1 })}
          />
          <Button
            variant="quiet"
            icon={<ChevronDown className="i" aria-hidden="true" />}
            aria-label={codebookMessages.down}
            disabled={place === labels.length - 1}
            onClick={() => turn({ position: place + 1 })}
          />
          <Button variant={retired ? 'plain' : 'danger'} size="small" onClick={() => turn({ retired: !retired })}>
            {retired ? codebookMessages.bringBack : codebookMessages.retire}
          </Button>
        </span>
      </div>
      <div className="cb-part cb-two">
        <div className="stack cb-col">
          <SavedField
            label={codebookMessages.guideline}
            hint={codebookMessages.guidelineHint}
            text={guideline}
            maxLength={10_000}
            rows={5}
            onSave={(typed) => change({ guideline: typed })}
          />
          <ExampleList examples={examples} onChange={(next) => turn({ examples: next })} />
        </div>
        <div className="stack cb-col">
          <LabelLook label={label} onChange={turn} />
          <fieldset className="cb-set">
            <legend className="label">{codebookMessages.excludes}</legend>
            {others.map(({ uid, name: other }) => (
              <CheckField key={uid} isOn={excludes.includes(other)} onTurn={(isOn) => exclude(other, isOn)}>
                <bdi>{other}</bdi>
              </CheckField>
            ))}
          </fieldset>
          <SavedField
            label={codebookMessages.entityKinds}
            hint={codebookMessages.entityKindsHint}
            text={entityKinds.join(', ')}
            maxLength={2000}
            onSave={(typed) => change({ entityKinds: toKinds(typed) })}
          />
        </div>
      </div>
      <AttributeList label={name} attributes={attributes} />
    </section>
  );
}

const toKinds = (typed: string): string[] => [
  ...new Set(
    typed
      .split(',')
      .map((kind) => kind.trim())
      .filter(Boolean),
  ),
];
