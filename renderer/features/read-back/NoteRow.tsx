import type { ReadingNote } from '#shared/domain/interchange';
import { readBackMessages as words } from '#shared/messages/en/read-back';
import { shortQuote } from '#shared/messages/en/ui';

type Props = {
  id: string;
  /** Undefined until it was asked for. */
  note: ReadingNote | undefined;
  top: number;
  place: number;
  count: number;
  isActive: boolean;
  onPress(): void;
};

/** One thing that is said of the files: what, of which words, and where in them. */
export function NoteRow({ id, note, top, place, count, isActive, onPress }: Props) {
  return (
    <div
      id={id}
      className={`virtual-row plan-row reading-note ${isActive ? 'is-active' : ''}`}
      role="option"
      aria-selected={isActive}
      aria-posinset={place + 1}
      aria-setsize={count}
      style={{ top }}
      onMouseDown={onPress}
    >
      {note && (
        <>
          <span className="row">
            <bdi className="trunc" title={note.what}>
              {note.what}
            </bdi>
            {note.count > 1 && <span className="hint tnum">{words.times(note.count)}</span>}
            {note.quote !== '' && <bdi className="theirs trunc">{shortQuote(note.quote)}</bdi>}
          </span>
          <span className="row hint">
            <bdi className="trunc">{note.file}</bdi>
            <bdi className="trunc">{note.place}</bdi>
          </span>
        </>
      )}
    </div>
  );
}
