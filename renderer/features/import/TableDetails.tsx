import { useId, type ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';
import type { PlannedTable } from '#shared/domain/import';
import type { TableChoice } from '#shared/domain/import-table';
import { tableMessages as words } from '#shared/messages/en/import-table';
import { numberWords } from '#shared/messages/en/ui';
import type { ImportFile } from './page-choices.ts';
import { TableDates } from './TableDates.tsx';

type Props = {
  table: PlannedTable;
  file: ImportFile;
  outlets: string[];
  onTable(choice: TableChoice): void;
  onOutlet(outlet: string): void;
};

/** So many of a list are shown. */
const SHOWN = 200;

/** What a table comes to: how many articles, from when, by whom, and what cannot be taken or read. */
export function TableDetails({ table, file, outlets, onTable, onOutlet }: Props) {
  const kept = table.columns.filter(({ field }) => field === null).map(({ name }) => name);
  return (
    <section className="pane import-details" aria-label={words.details}>
      <div className="pane-head">
        <h2>{words.details}</h2>
      </div>
      <div className="pane-scroll">
        <Counts table={table} />
        <TableDates
          dates={table.dates}
          hasColumn={table.columns.some(({ field }) => field === 'date')}
          chosen={file.table?.dateOrder ?? null}
          onChoose={(dateOrder) => onTable({ map: {}, ...file.table, dateOrder })}
        />
        <Outlets table={table} outlet={file.outlet ?? ''} outlets={outlets} onOutlet={onOutlet} />
        {kept.length > 0 && (
          <Part head={words.metadata}>
            <p className="theirs import-kept">
              {kept.map((name, n) => (
                <span key={name}>
                  {n > 0 && ', '}
                  <bdi>{name}</bdi>
                </span>
              ))}
            </p>
          </Part>
        )}
        {table.strayBytes.length > 0 && <Stray table={table} />}
        {table.problems.length > 0 && (
          <Part head={words.refused(table.refused)}>
            <ul className="import-list">
              {table.problems.slice(0, SHOWN).map(({ row, reason }) => (
                <li key={row}>{words.problem(row, reason)}</li>
              ))}
              {table.refused > SHOWN && <li className="hint">{words.more(table.refused - SHOWN)}</li>}
            </ul>
          </Part>
        )}
      </div>
    </section>
  );
}

function Part({ head, children }: { head: string; children: ReactNode }) {
  return (
    <div className="import-part">
      <h3 className="label">{head}</h3>
      {children}
    </div>
  );
}

function Counts({ table: { fresh, there, sameText, empty } }: { table: PlannedTable }) {
  return (
    <ul className="import-list import-part tnum">
      <li className="strong">{words.fresh(fresh)}</li>
      {there > 0 && <li>{words.there(there)}</li>}
      {sameText > 0 && <li>{words.sameText(sameText)}</li>}
      {empty.length > 0 && <li>{words.empty(empty.length)}</li>}
    </ul>
  );
}

type OutletsProps = { table: PlannedTable; outlet: string; outlets: string[]; onOutlet(outlet: string): void };

function Outlets({ table, outlet, outlets, onOutlet }: OutletsProps) {
  const id = useId();
  const named = table.outlets.filter(({ name }) => name !== null);
  const isAnyUnknown = table.outlets.some(({ name }) => name === null);
  return (
    <Part head={words.outlets(named.length)}>
      <ul className="import-list import-outlets" tabIndex={0} aria-label={words.outlets(named.length)}>
        {table.outlets.slice(0, SHOWN).map(({ name, articles }) => (
          <li key={name ?? ''}>
            {name === null ? <span className="muted">{words.noOutlet}</span> : <bdi className="trunc">{name}</bdi>}
            <span className="num">{numberWords(articles)}</span>
          </li>
        ))}
      </ul>
      {isAnyUnknown && (
        <div className="stack">
          <label className="hint" htmlFor={id}>
            {words.outletForRest}
          </label>
          <span className="field">
            <input
              id={id}
              dir="auto"
              autoComplete="off"
              maxLength={200}
              list={`${id}-known`}
              value={outlet}
              onChange={(event) => onOutlet(event.target.value)}
            />
          </span>
          <datalist id={`${id}-known`}>
            {outlets.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
      )}
    </Part>
  );
}

function Stray({ table: { stray, strayBytes, encoding } }: { table: PlannedTable }) {
  return (
    <>
      <div className="say say-warn">
        <TriangleAlert className="i" aria-hidden="true" />
        <p>{words.stray(strayBytes.length, encoding)}</p>
      </div>
      <ul className="import-list import-part" aria-label={words.strayList}>
        {stray.slice(0, SHOWN).map(({ byte, row, column, before, after }) => (
          <li key={byte}>
            <bdi className="theirs import-stray">
              {before}
              <mark className="stray">{'\uFFFD'}</mark>
              {after}
            </bdi>
            <span className="hint">{words.strayAt(byte, row, column)}</span>
          </li>
        ))}
        {strayBytes.length > Math.min(SHOWN, stray.length) && (
          <li className="hint">{words.more(strayBytes.length - Math.min(SHOWN, stray.length))}</li>
        )}
      </ul>
    </>
  );
}
