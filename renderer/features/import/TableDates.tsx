import { useId } from 'react';
import { DateOrder, type DateReading } from '#shared/domain/import-table';
import { tableMessages as words } from '#shared/messages/en/import-table';

type Props = {
  dates: DateReading;
  hasColumn: boolean;
  chosen: DateOrder | null;
  onChoose(order: DateOrder | null): void;
};

/** From when to when the articles of a table are, and in which order its dates are written. */
export function TableDates({ dates, hasColumn, chosen, onChoose }: Props) {
  const id = useId();
  const { order, isOpen, example, read, unread, first, last } = dates;
  return (
    <div className="import-part">
      <h3 className="label">{words.dates}</h3>
      {!hasColumn && <p className="hint">{words.noDates}</p>}
      {read > 0 && <p className="tnum">{words.dateRange(first!, last!)}</p>}
      {(order !== null || isOpen) && (
        <label className="row" htmlFor={id}>
          <span className="hint">{words.dateOrder}</span>
          <span className={`field ${isOpen ? 'is-bad' : ''}`}>
            <select
              id={id}
              value={chosen ?? order ?? ''}
              onChange={({ target }) => onChoose(DateOrder.safeParse(target.value).data ?? null)}
            >
              {isOpen && <option value="">{words.orderOpen}</option>}
              {DateOrder.options.map((each) => (
                <option key={each} value={each}>
                  {words.order[each]}
                </option>
              ))}
            </select>
          </span>
        </label>
      )}
      {isOpen && <p className="hint">{words.datesOpen(example)}</p>}
      {!isOpen && unread > 0 && <p className="hint">{words.datesUnread(unread)}</p>}
    </div>
  );
}
