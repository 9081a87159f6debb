import { X } from 'lucide-react';
import type { ImportFormat, PlannedFailure } from '#shared/domain/import';
import { importMessages as words } from '#shared/messages/en/import-dialog';
import { tableMessages } from '#shared/messages/en/import-table';
import { Button } from '../../ui/Button.tsx';
import { EncodingChoice } from './EncodingChoice.tsx';
import type { ImportFile } from './page-choices.ts';

type Props = {
  failure: PlannedFailure;
  file: ImportFile;
  onEncoding(encoding: string): void;
  onMark(): void;
  onFormat(format: ImportFormat): void;
  onTextColumn(name: string): void;
  onLeaveOut(): void;
};

/** A file that cannot be taken as it is, and what can be done about it. */
export function RefusedFile({ failure, file, onEncoding, onMark, onFormat, onTextColumn, onLeaveOut }: Props) {
  const { cause, source, message, suggestedEncoding } = failure;
  return (
    <section className="pane import-page is-refused" aria-label={words.preview(source)}>
      <div className="import-page-head">
        <span className="strong">{words.refusedHead}</span>
        <bdi className="muted trunc">{source}</bdi>
        <span className="grow" />
        <Button
          size="small"
          variant="quiet"
          aria-label={words.leaveOut}
          title={words.leaveOut}
          icon={<X className="i i-12" aria-hidden="true" />}
          onClick={onLeaveOut}
        />
      </div>
      <div className="import-refused">
        <div className="say say-bad" role="alert">
          <X className="i" aria-hidden="true" />
          <p>{message}</p>
        </div>
        {cause === 'no-text-column' && <TextColumn columns={failure.columns} onChoose={onTextColumn} />}
        {(cause === 'no-text-column' || cause === 'table') && (
          <Button onClick={() => onFormat('text')}>{tableMessages.asText}</Button>
        )}
        {(cause === 'not-utf8' || cause === 'stray-bytes') && (
          <>
            <p className="soft">{cause === 'not-utf8' ? words.notUtf8 : words.strayBytes}</p>
            <EncodingChoice chosen={file.encoding} suggested={suggestedEncoding} onChoose={onEncoding} />
            {cause === 'stray-bytes' && <Button onClick={onMark}>{words.markStray}</Button>}
          </>
        )}
      </div>
    </section>
  );
}

function TextColumn({ columns, onChoose }: { columns: string[]; onChoose(name: string): void }) {
  return (
    <label className="row import-encoding">
      <span className="label">{tableMessages.whichText}</span>
      <span className="field">
        <select value="" onChange={(event) => event.target.value !== '' && onChoose(event.target.value)}>
          <option value="">{tableMessages.chooseColumn}</option>
          {columns.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}
