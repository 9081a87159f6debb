import { useEffect, useRef, useState } from 'react';
import { ArrowDown, ArrowUp, Flag, Search } from 'lucide-react';
import type { SideName, Voice } from '#shared/domain/comparison';
import type { EntityNaming, FormNaming } from '#shared/domain/naming';
import { namingMessages as words } from '#shared/messages/en/compare-naming';
import { toFormsTable } from '#shared/tables/naming';
import { Button } from '../../ui/Button.tsx';
import { isNumeric, listRows, toNextSort, type SortBy } from '../../ui/table-rows.ts';
import { NamingBar, NamingKey } from './NamingBar.tsx';
import { moveAmongCounts, NamingCounts, type CountProps } from './NamingCounts.tsx';
import { keepStop, toStop } from './count-stops.ts';
import type { NamingCell } from './naming-cell.ts';

type Props = { naming: EntityNaming; open: NamingCell | null; onOpen(cell: NamingCell): void };

/** More forms than this can be narrowed by typing, and so many are shown at first. */
const MANY = 50;
const FIRST = 300;

/** Every form with its counts by side and voice, as `toFormsTable` has them. Each number opens its lines; arrows go between them. */
export function NamingForms({ naming, open, onOpen }: Props) {
  const [sort, setSort] = useState<SortBy>(null);
  const [typed, setTyped] = useState('');
  const [isWhole, setWhole] = useState(false);
  const [left, onStop] = useState(toStop(0, 0));
  const table = useRef<HTMLTableElement>(null);
  const all = naming.forms ?? [];
  const found = listRows(toFormsTable(naming), typed, sort).map((n) => all[n]!);
  const rows = isWhole ? found : found.slice(0, FIRST);
  const most = Math.max(1, ...all.flatMap(({ a, b }) => [countAll(a), countAll(b)]));
  const voices = (['own', 'quoted', 'attributed'] as const).filter(
    (voice) => voice !== 'attributed' || naming.a.attributed + naming.b.attributed > 0,
  );
  const stop = keepStop(left, { rows: rows.length + 1, columns: 2 * voices.length }); // the foot is a row too
  const counts: CountProps = { voices, open, stop, onStop, onOpen };
  // the lines below take room from the table
  useEffect(() => {
    void table.current?.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  return (
    <>
      {all.length > MANY && <Narrow typed={typed} onType={setTyped} />}
      <table ref={table} className="table naming-forms" aria-label={words.forms} onKeyDown={moveAmongCounts}>
        <Heads naming={naming} voices={voices} sort={sort} onSort={setSort} />
        <tbody>
          {rows.map((row, n) => (
            <tr key={row.form} className={open?.form === row.form ? 'is-on' : undefined}>
              <th scope="row" className="theirs" title={row.form}>
                <bdi>{row.form}</bdi>
                <Loaded row={row} />
              </th>
              <NamingCounts {...counts} side="a" counts={row.a} form={row.form} row={n} />
              <NamingBar row={row} voices={voices} most={most} />
              <NamingCounts {...counts} side="b" counts={row.b} form={row.form} row={n} />
              <Figure value={row.lrc} isSigned />
              <Figure value={row.g2} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className={open?.form === null ? 'is-on' : undefined}>
            <th scope="row">{words.all}</th>
            <NamingCounts {...counts} side="a" counts={naming.a} form={null} row={rows.length} />
            <td />
            <NamingCounts {...counts} side="b" counts={naming.b} form={null} row={rows.length} />
            <td className="num sep" />
            <td className="num">{naming.g2 === null ? words.none : words.figure(naming.g2)}</td>
          </tr>
        </tfoot>
      </table>
      {rows.length < found.length && (
        <p className="naming-foot">
          <Button size="small" onClick={() => setWhole(true)}>
            {words.showAll(found.length)}
          </Button>
        </p>
      )}
      <Foot naming={naming} />
    </>
  );
}

const countAll = ({ own, quoted, attributed }: Record<Voice, number>) => own + quoted + attributed;

const Narrow = ({ typed, onType }: { typed: string; onType(typed: string): void }) => (
  <label className="field naming-narrow">
    <Search className="i" aria-hidden="true" />
    <input
      type="search"
      dir="auto"
      aria-label={words.findForm}
      placeholder={words.findForm}
      value={typed}
      onChange={({ target }) => onType(target.value)}
    />
  </label>
);

type HeadsProps = { naming: EntityNaming; voices: readonly Voice[]; sort: SortBy; onSort(sort: SortBy): void };

/** The heads, each of which sorts by its column; the table's own order goes by how large G² is on either side. */
function Heads({ naming, voices, sort, onSort }: HeadsProps) {
  const { columns } = toFormsTable(naming);
  const { formsTable } = words;
  const toHead = (title: string, shown = title, className = 'num') => {
    const column = columns.findIndex((each) => each.title === title);
    const order = sort?.column === column ? sort.direction : !sort && title === formsTable.g2 ? 'other' : undefined;
    const Arrow = order === 'ascending' ? ArrowUp : ArrowDown;
    return (
      <th key={title} scope="col" className={order ? `${className} is-sorted` : className} aria-sort={order}>
        <button
          type="button"
          className="dt-sort"
          onClick={() => onSort(toNextSort(sort, column, isNumeric(columns[column]!)))}
        >
          {shown}
          {order && <Arrow className="i i-12" aria-hidden="true" />}
        </button>
      </th>
    );
  };
  const toHeads = (side: SideName) =>
    voices.map((voice) =>
      toHead(formsTable.voice(side, voice), voice === 'own' ? words.own(side) : words.voices[voice]),
    );
  return (
    <thead>
      <tr>
        {toHead(words.form, words.form, '')}
        {toHeads('a')}
        <th className="naming-fly">
          <NamingKey voices={voices} />
        </th>
        {toHeads('b')}
        {toHead(formsTable.lrc, formsTable.lrc, 'num sep')}
        {toHead(formsTable.g2)}
      </tr>
    </thead>
  );
}

function Loaded({ row: { a, b } }: { row: FormNaming }) {
  if (a.loaded + b.loaded === 0) return null;
  return (
    <span className="naming-flag" title={words.loadedTimes(a.loaded, b.loaded)}>
      <Flag className="i i-12" aria-hidden="true" />
      <span className="vh">, {words.loaded}</span>
    </span>
  );
}

/** A figure of the choice of form; where there is none, why. */
function Figure({ value, isSigned = false }: { value: number | null; isSigned?: boolean }) {
  const className = isSigned ? 'num sep' : 'num';
  if (value !== null) return <td className={className}>{isSigned ? words.signed(value) : words.figure(value)}</td>;
  return (
    <td className={`${className} zero`} title={words.notTested}>
      <span aria-hidden="true">{words.none}</span>
      <span className="vh">{words.notTested}</span>
    </td>
  );
}

/** What the figures are of, and what is to be thought of them. */
function Foot({ naming }: { naming: EntityNaming }) {
  const { a, b, unspoken, isThin, ownForms, forms } = naming;
  const hasLoaded = forms?.some((row) => row.a.loaded + row.b.loaded > 0);
  return (
    <p className="hint naming-foot">
      {unspoken === null ? words.base(a.own + b.own, ownForms) : `${words.facts.g2}: ${words.undefinedWhy(unspoken)}.`}{' '}
      {unspoken === null && isThin && `${words.thinHere} `}
      {a.attributed + b.attributed > 0 && `${words.attributedNote} `}
      {hasLoaded && (
        <>
          <Flag className="i i-12" aria-hidden="true" /> {words.flagNote}
        </>
      )}
    </p>
  );
}
