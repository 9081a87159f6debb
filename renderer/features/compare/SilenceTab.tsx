import { useState } from 'react';
import type { Compared } from '#shared/domain/comparison';
import type { Silence, SilenceKind, Silences } from '#shared/domain/silence';
import { behindWords } from '#shared/messages/en/compare-lines';
import { silenceWords as words } from '#shared/messages/en/compare-silence';
import { toSilenceTable } from '#shared/tables/silence';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { BehindLines } from './BehindLines.tsx';
import type { ShownWords, TabProps } from './compare-props.ts';
import { ComparisonTable } from './ComparisonTable.tsx';
import { Looked } from './Looked.tsx';
import { SideMark } from './SideMark.tsx';
import { useComparison } from './use-comparison.ts';
import '../../styles/compare-lists.css';

const KINDS = ['all', 'entity', 'place', 'event', 'day'] as const;
type Shown = (typeof KINDS)[number];

/** Entities, places, events and days that one side has and the other has not. */
export function SilenceTab({ compared, onOpen }: TabProps) {
  const asked = useComparison('compare:silence', compared);
  const [shown, setShown] = useState<Shown>('all');
  return (
    <Looked asked={asked}>
      {(data) =>
        data.silences.length === 0 ? (
          <Empty title={words.nothing}>{words.nothingHint}</Empty>
        ) : (
          <div className="lists pane-scroll" data-region>
            <div className="lists-tools">
              <Choice<Shown>
                label={words.show}
                value={shown}
                options={KINDS.map((kind) => ({ value: kind, name: printKind(data, kind) }))}
                onChoose={setShown}
              />
              <span className="hint tnum">{words.counted(countOf(data, 'a', shown), countOf(data, 'b', shown))}</span>
            </div>
            <SilenceTable key={shown} silences={data} shown={shown} compared={compared} onOpen={onOpen} />
          </div>
        )
      }
    </Looked>
  );
}

const countOf = ({ totals }: Silences, side: 'a' | 'b', shown: Shown) =>
  shown === 'all' ? Object.values(totals[side]).reduce((sum, n) => sum + n, 0) : totals[side][shown];

const printKind = (data: Silences, kind: Shown) => (
  <>
    {kind === 'all' ? words.all : words.plurals[kind]}{' '}
    <span className="tnum muted">{countOf(data, 'a', kind) + countOf(data, 'b', kind)}</span>
  </>
);

type Props = { silences: Silences; shown: Shown; compared: Compared; onOpen(shown: ShownWords): void };

function SilenceTable({ silences, shown, compared, onOpen }: Props) {
  const [open, setOpen] = useState<number | null>(null);
  const kind: SilenceKind | undefined = shown === 'all' ? undefined : shown;
  const list = silences.silences.filter((each) => kind === undefined || each.kind === kind);
  const table = toSilenceTable(silences, kind);
  const sideColumn = table.columns.findIndex(({ title }) => title === words.table.has);
  return (
    <ComparisonTable
      table={table}
      isPressable={({ column }) => column === 0}
      onCell={({ row }) => setOpen(row === open ? null : row)}
      chosen={open === null ? null : { row: open, column: 0 }}
      draw={({ row, column }) => {
        if (column === sideColumn) return <SideMark side={list[row]!.has} />;
        const isOurs = column === 0 && list[row]!.kind === 'day';
        return isOurs ? <span className="ours tnum">{table.rows[row]![column]}</span> : undefined;
      }}
      expand={(row) => (row === open ? <Behind silence={list[row]!} compared={compared} onOpen={onOpen} /> : null)}
    />
  );
}

function Behind({ silence, compared, onOpen }: { silence: Silence } & Pick<Props, 'compared' | 'onOpen'>) {
  const { kind, has, uid, example } = silence;
  if (uid === null)
    return (
      <div className="lists-details">
        <Button size="small" onClick={() => onOpen({ ...example, start: 0 })}>
          {behindWords.open}
        </Button>
      </div>
    );
  const meant = kind === 'event' ? { card: uid } : { entity: uid };
  return (
    <div className="lists-details">
      <BehindLines compared={compared} sides={[has]} meant={meant} onOpen={onOpen} />
    </div>
  );
}
