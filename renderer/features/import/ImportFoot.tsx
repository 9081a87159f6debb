import { importMessages as words } from '#shared/messages/en/import-dialog';
import { uiMessages } from '#shared/messages/en/ui';
import { Button } from '../../ui/Button.tsx';

type Props = {
  counts: { coming: number; there: number; leftOut: number } | null;
  /** Files that were refused before they were read. */
  refused: number;
  badDates: number;
  isReady: boolean;
  onCancel(): void;
  onImport(): void;
};

/** What comes in, in numbers, and the way to let it. */
export function ImportFoot({ counts, refused, badDates, isReady, onCancel, onImport }: Props) {
  const coming = counts?.coming ?? 0;
  return (
    <>
      {counts && <Counts {...counts} leftOut={counts.leftOut + refused} />}
      <span className="grow" />
      {badDates > 0 && (
        <span className="import-bad" role="status">
          {words.badDates(badDates)}
        </span>
      )}
      {coming > 0 && <span className="hint import-step">{words.oneStep}</span>}
      <Button onClick={onCancel}>{uiMessages.cancel}</Button>
      {counts && (
        <Button variant="primary" keys="Ctrl Enter" disabled={!isReady || coming === 0} onClick={onImport}>
          {words.import(coming)}
        </Button>
      )}
    </>
  );
}

function Counts({ coming, there, leftOut }: { coming: number; there: number; leftOut: number }) {
  return (
    <span className="soft tnum" role="status">
      <b className="strong">{words.coming(coming)}</b> {words.comeIn}
      {there > 0 && `, ${words.there(there)}`}
      {leftOut > 0 && `, ${words.leftOut(leftOut)}`}
    </span>
  );
}
