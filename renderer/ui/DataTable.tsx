import { useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Copy, Search } from 'lucide-react';
import { tableMessages as words } from '#shared/messages/en/data-table';
import { Button } from './Button.tsx';
import { DataHead } from './DataHead.tsx';
import type { DataTableProps } from './data-table-props.ts';
import { DataRow } from './DataRow.tsx';
import { listRows, toTabbed, type SortBy } from './table-rows.ts';
import { say, sayError } from './toasts.tsx';
import { useIsWider } from './use-is-wider.ts';
import { toScrolled } from './WideTable.tsx';

/** From so many rows on there is a line to find some of them. */
const MANY = 50;
/** From so many on only those in sight are in the page. */
const VIRTUAL = 150;
const ROW = 31;

/** A table that sorts by its columns, finds, copies, and opens what is behind a cell. */
export function DataTable(props: DataTableProps) {
  const { table, tools, groups, unseen, order, print } = props;
  const [typed, setTyped] = useState('');
  const [sort, setSort] = useState<SortBy>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const isWider = useIsWider(scroller);
  const shown = listRows(table, typed, sort, print);
  const isInOrder = typed.trim() === '' && (order ? order.sort : sort) === null;
  const isVirtual = shown.length > VIRTUAL;
  const virtual = useVirtualizer({
    count: isVirtual ? shown.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const seen = table.columns.length - (unseen?.size ?? 0);
  const inSight = virtual.getVirtualItems();
  const places = isVirtual ? inSight.map(({ index }) => index) : shown.map((_, n) => n);
  const above = isVirtual ? (inSight[0]?.start ?? 0) : 0;
  const below = isVirtual ? virtual.getTotalSize() - (inSight.at(-1)?.end ?? 0) : 0;

  const sortBy = (next: SortBy) => {
    if (!order) return setSort(next);
    scroller.current?.scrollTo({ top: 0 }); // other rows come, of which the first are meant
    order.onSort(next);
  };
  const copy = () =>
    void navigator.clipboard
      .writeText(toTabbed(table, shown))
      .then(() => say({ text: words.copied(shown.length) }), sayError);

  return (
    <section className="dt" aria-label={table.title}>
      <div className="dt-head">
        <h2>{table.title}</h2>
        {typed.trim() !== '' && (
          <span className="hint tnum" role="status">
            {words.found(shown.length, table.rows.length)}
          </span>
        )}
        <span className="grow" />
        {tools}
        {!order && table.rows.length > MANY && (
          <label className="field dt-find">
            <Search className="i" aria-hidden="true" />
            <input
              type="search"
              dir="auto"
              aria-label={words.filter(table.title)}
              placeholder={words.filterHint}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          </label>
        )}
        <Button
          size="small"
          variant="quiet"
          icon={<Copy className="i i-12" aria-hidden="true" />}
          aria-label={words.copyOf(table.title)}
          onClick={copy}
        >
          {words.copy}
        </Button>
      </div>
      <div
        ref={scroller}
        className={isVirtual ? 'dt-scroll dt-long' : 'dt-scroll'}
        {...(isWider ? toScrolled(table.title) : { tabIndex: -1 })}
      >
        <table className="table" {...(isVirtual && { 'aria-rowcount': shown.length + (groups ? 2 : 1) })}>
          <caption className="vh">{table.title}</caption>
          <DataHead {...props} sort={order ? order.sort : sort} onSort={sortBy} />
          {above > 0 && <Gap height={above} columns={seen} />}
          {places.map((place) => (
            <DataRow
              key={shown[place]}
              {...props}
              row={shown[place]!}
              above={isInOrder ? (props.heading?.(shown[place]!) ?? null) : null}
              place={isVirtual ? place : null}
              measure={isVirtual ? virtual.measureElement : undefined}
            />
          ))}
          {below > 0 && <Gap height={below} columns={seen} />}
        </table>
        {shown.length === 0 && <p className="hint dt-none">{table.rows.length === 0 ? words.none : words.notFound}</p>}
      </div>
      {table.note !== undefined && table.note !== '' && (
        <p className="hint dt-note" dir="auto">
          {table.note}
        </p>
      )}
    </section>
  );
}

/** The room of rows that are out of sight. */
const Gap = ({ height, columns }: { height: number; columns: number }) => (
  <tbody aria-hidden="true">
    <tr>
      <td className="dt-gap" colSpan={columns} style={{ height }} />
    </tr>
  </tbody>
);
