import { useState } from 'react';
import type { DatasetPreview, FormatName, OffsetUnit } from '#shared/domain/dataset';
import { datasetMessages as words } from '#shared/messages/en/dataset-view';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import type { DatasetChoice } from './dataset-choice.ts';

/** So many are in sight: those that most ask for. */
const FIRST = 6;
const formats = Object.keys(words.formats) as FormatName[];

type Props = {
  choice: Pick<DatasetChoice, 'format' | 'options'>;
  preview: DatasetPreview | undefined;
  onChoose(changes: Partial<DatasetChoice>): void;
};

/** The format, and what it leaves open. */
export function FormatChoice({ choice: { format: chosen, options }, preview, onChoose }: Props) {
  const [areAllShown, setAllShown] = useState(formats.indexOf(chosen) >= FIRST);
  const shown = areAllShown ? formats : formats.slice(0, FIRST);
  const units = preview?.units ?? [];
  const setOptions = (changes: Partial<DatasetChoice['options']>) => onChoose({ options: { ...options, ...changes } });
  return (
    <>
      <div className="sec check-set" role="radiogroup" aria-label={words.format}>
        <div className="sec-h" aria-hidden="true">
          {words.format}
        </div>
        {shown.map((format) => (
          <label key={format} className={`format ${chosen === format ? 'is-on' : ''}`}>
            <input
              type="radio"
              name="format"
              className="check-input"
              checked={chosen === format}
              onChange={() => onChoose({ format, options: { scheme: options.scheme, container: options.container } })}
            />
            <span className="grow">{words.formats[format].name}</span>
            <span className="hint trunc">{words.formats[format].hint}</span>
          </label>
        ))}
        {!areAllShown && (
          <Button variant="quiet" size="small" onClick={() => setAllShown(true)}>
            {words.moreFormats(formats.length - FIRST)}
          </Button>
        )}
      </div>
      {units.length > 1 && chosen !== 'csv' && chosen !== 'tsv' && (
        <OpenChoice
          label={words.unit}
          value={options.unit ?? units[0]!}
          options={units.map((unit: OffsetUnit) => ({ value: unit, name: words.units[unit] }))}
          onChoose={(unit) => setOptions({ unit })}
        />
      )}
      {chosen === 'conll-2003' && (
        <OpenChoice
          label={words.scheme}
          value={options.scheme}
          options={[
            { value: 'iob2', name: 'IOB2' },
            { value: 'iob1', name: 'IOB1' },
          ]}
          onChoose={(scheme) => setOptions({ scheme })}
        />
      )}
      {(chosen === 'csv' || chosen === 'tsv') && (
        <OpenChoice
          label={words.bom}
          value={options.bom ? 'excel' : 'plain'}
          options={[
            { value: 'plain', name: words.boms.plain },
            { value: 'excel', name: words.boms.excel },
          ]}
          onChoose={(program) => setOptions({ bom: program === 'excel' })}
        />
      )}
      {chosen === 'hugging-face' && (
        <OpenChoice
          label={words.container}
          value={options.container}
          options={[
            { value: 'jsonl', name: 'JSONL' },
            { value: 'parquet', name: 'Parquet' },
          ]}
          onChoose={(container) => setOptions({ container })}
        />
      )}
    </>
  );
}

type OpenProps<T extends string> = {
  label: string;
  value: T;
  options: { value: T; name: string }[];
  onChoose(value: T): void;
};

function OpenChoice<T extends string>({ label, ...rest }: OpenProps<T>) {
  return (
    <div className="sec check-set">
      <div className="sec-h" aria-hidden="true">
        {label}
      </div>
      <Choice label={label} {...rest} />
    </div>
  );
}
