import { LabelColour, LineStyle, type Label, type LabelChanges } from '#shared/domain/codebook';
import { codebookMessages } from '#shared/messages/en/codebook';
import { letterOf } from '#shared/text/label-letter';
import { Choice } from '../../ui/Choice.tsx';

type Props = { label: Label; onChange(changes: LabelChanges): void };

/** How a label is drawn: its colour, its line, and words tagged with it. */
export function LabelLook({ label: { name, key, colour, line }, onChange }: Props) {
  const [before, tagged, after] = codebookMessages.sample;
  return (
    <>
      <div className="stack field-stack">
        <span className="label">{codebookMessages.colour}</span>
        <Choice
          label={codebookMessages.colour}
          value={colour}
          options={LabelColour.options.map((value) => ({
            value,
            name: (
              <span className={`swatch swatch-${value}`} title={codebookMessages.colours[value]}>
                <span className="sr">{codebookMessages.colours[value]}</span>
              </span>
            ),
          }))}
          onChoose={(chosen) => onChange({ colour: chosen })}
        />
      </div>
      <label className="stack field-stack">
        <span className="label">{codebookMessages.line}</span>
        <span className="field">
          <select value={line} onChange={({ target }) => onChange({ line: target.value as LineStyle })}>
            {LineStyle.options.map((each) => (
              <option key={each} value={each}>
                {codebookMessages.lines[each]}
              </option>
            ))}
          </select>
        </span>
      </label>
      <figure className="cb-look" aria-label={codebookMessages.preview}>
        <p>
          {before}
          <span className={`look c-${colour}`} data-letter={letterOf({ key, name })}>
            <span className={`look-words ln-${line}`}>{tagged}</span>
          </span>
          {after}
        </p>
      </figure>
    </>
  );
}
