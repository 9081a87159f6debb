import { X } from 'lucide-react';
import type { PlannedFailure } from '#shared/domain/import';
import { importMessages as words } from '#shared/messages/en/import-dialog';
import { Button } from '../../ui/Button.tsx';
import { EncodingChoice } from './EncodingChoice.tsx';
import type { ImportFile } from './page-choices.ts';

type Props = {
  failure: PlannedFailure;
  file: ImportFile;
  onEncoding(encoding: string): void;
  onMark(): void;
  onLeaveOut(): void;
};

/** A file that cannot be taken as it is, and what can be done about it. */
export function RefusedFile({ failure, file, onEncoding, onMark, onLeaveOut }: Props) {
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
        {cause !== 'other' && (
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
