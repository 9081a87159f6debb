import { useState } from 'react';
import { X } from 'lucide-react';
import type { LabelExample } from '#shared/domain/codebook';
import { codebookMessages } from '#shared/messages/en/codebook';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { CheckField } from './CheckField.tsx';

type Props = { examples: LabelExample[]; onChange(examples: LabelExample[]): void };

/** Words that show what a label is meant for, or what it is not. */
export function ExampleList({ examples, onChange }: Props) {
  const [draft, setDraft] = useState({ quote: '', remark: '', fits: true });
  const quote = draft.quote.trim();
  const add = () => {
    onChange([...examples, { ...draft, quote }]);
    setDraft({ quote: '', remark: '', fits: true });
  };
  return (
    <fieldset className="cb-set">
      <legend className="label">{codebookMessages.examples}</legend>
      <ul className="cb-examples">
        {examples.map((example, n) => (
          <li key={n}>
            <CheckField isOn={example.fits} onTurn={(fits) => onChange(examples.with(n, { ...example, fits }))}>
              {codebookMessages.exampleFits}
            </CheckField>
            <bdi className="theirs">{example.quote}</bdi>
            <bdi className="hint grow">{example.remark}</bdi>
            <Button
              variant="quiet"
              size="small"
              icon={<X className="i i-12" aria-hidden="true" />}
              aria-label={codebookMessages.removeExample(example.quote)}
              onClick={() => onChange(examples.toSpliced(n, 1))}
            />
          </li>
        ))}
      </ul>
      <form
        className="cb-example"
        onSubmit={(event) => {
          event.preventDefault();
          if (quote !== '') add();
        }}
      >
        <TextField
          label={codebookMessages.exampleQuote}
          dir="auto"
          maxLength={1000}
          value={draft.quote}
          onChange={({ target }) => setDraft({ ...draft, quote: target.value })}
        />
        <TextField
          label={codebookMessages.exampleRemark}
          dir="auto"
          maxLength={1000}
          value={draft.remark}
          onChange={({ target }) => setDraft({ ...draft, remark: target.value })}
        />
        <CheckField isOn={draft.fits} onTurn={(fits) => setDraft({ ...draft, fits })}>
          {codebookMessages.exampleFits}
        </CheckField>
        <Button type="submit" size="small" disabled={quote === ''}>
          {codebookMessages.addExample}
        </Button>
      </form>
    </fieldset>
  );
}
