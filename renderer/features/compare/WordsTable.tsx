import { useMemo } from 'react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { Compared, SideName } from '#shared/domain/comparison';
import { KeynessColumn, type KeynessInput, type KeynessTable } from '#shared/domain/keyness';
import { sideWords } from '#shared/messages/en/compare';
import { wordsWords as words } from '#shared/messages/en/compare-words';
import { printCell } from '#shared/tables/print-cell';
import { toKeynessTable } from '#shared/tables/words';
import type { CellPlace, ColumnGroup } from '../../ui/data-table-props.ts';
import type { SortBy } from '../../ui/table-rows.ts';
import { useMedia } from '../../ui/use-media.ts';
import type { TabProps } from './compare-props.ts';
import { ComparisonTable } from './ComparisonTable.tsx';
import { KeynessMark } from './KeynessMark.tsx';
import { SideMark } from './SideMark.tsx';
import { useKept } from './use-kept.ts';
import { RowLines } from './WordLines.tsx';

type Sort = KeynessInput['sort'];
type Props = { keyness: KeynessTable; sort: Sort; onSort(sort: Sort): void } & Pick<
  TabProps,
  'compared' | 'onOpen' | 'onSearch'
>;

const NARROW = '(max-width: 1180px)';
/** What a narrow window leaves out, as the files and the table that is copied do not. */
const unseenWhereNarrow = new Set(
  (['g2', 'percent', 'bic', 'shareA', 'shareB', 'dispersionA', 'dispersionB'] as const).map((column) =>
    KeynessColumn.options.indexOf(column),
  ),
);
/** Beyond this the counts say little: a row is not told apart from chance. */
const [MOST_Q, LEAST_BIC] = [0.05, 2];

/** The rows of a family; each opens the lines of both sides, and the heads sort all rows that pass. */
export function WordsTable({ keyness, sort, onSort, compared, onOpen, onSearch }: Props) {
  const { of, rows } = keyness;
  const [open, setOpen] = useKept<string | null>(`words of ${of}`, null);
  const isNarrow = useMedia(NARROW);
  const table = useMemo(() => ({ ...toKeynessTable(keyness), note: '' }), [keyness]);
  const openRow = rows.findIndex(({ key }) => key === open);
  const draw = ({ row, column }: CellPlace) => {
    const { figures } = rows[row]!;
    const read = printCell(table.rows[row]![column]!, table.columns[column]!);
    const Arrow = row === openRow ? ChevronDown : ChevronRight;
    switch (KeynessColumn.options[column]) {
      case 'name':
        return (
          <span className="keyness-name">
            <Arrow className="i i-12" aria-hidden="true" />
            <bdi className={of === 'labels' ? 'ours' : ''} title={read}>
              {read}
            </bdi>
          </span>
        );
      case 'lrc':
        return (
          figures && (
            <span className="keyness-cell">
              <KeynessMark {...figures} />
              <b>{read}</b>
            </span>
          )
        );
      case 'perMillionA':
      case 'perMillionB':
        return <span className="soft">{read}</span>;
      case 'q':
        return figures && figures.q > MOST_Q && <span className="muted">{read}</span>;
      case 'bic':
        return figures && figures.bic < LEAST_BIC && <span className="muted">{read}</span>;
      default:
        return undefined;
    }
  };
  return (
    <ComparisonTable
      table={table}
      opensRows
      groups={listGroups(of, compared)}
      order={{ sort: toShown(sort), onSort: (next) => onSort(toAsked(next)) }}
      {...(isNarrow && { unseen: unseenWhereNarrow })}
      tools={
        <span className="hint tnum" role="status">
          {words.tested(keyness)}
        </span>
      }
      isPressable={({ column }) => column === 0}
      onCell={({ row }) => setOpen(() => (row === openRow ? null : rows[row]!.key))}
      chosen={openRow < 0 ? null : { row: openRow }}
      draw={(place) => draw(place) || undefined}
      expand={(row) =>
        row === openRow ? (
          <RowLines of={of} row={rows[row]!} onClose={() => setOpen(() => null)} {...{ compared, onOpen, onSearch }} />
        ) : null
      }
    />
  );
}

const toShown = (sort: Sort): SortBy =>
  typeof sort === 'string' ? null : { column: KeynessColumn.options.indexOf(sort.column), direction: sort.direction };

const toAsked = (sort: SortBy): Sort =>
  sort ? { column: KeynessColumn.options[sort.column]!, direction: sort.direction } : 'lrc';

const { heads } = words;

function listGroups(of: KeynessTable['of'], compared: Compared): ColumnGroup[] {
  const toSide = (side: SideName) => {
    const { name } = sideWords(compared[side]);
    return (
      <span className="keyness-side">
        <SideMark side={side} /> <bdi className="trunc">{name ?? words.all}</bdi>
      </span>
    );
  };
  const counts = [heads.count, heads.perMillion];
  const spread = [heads.articles, heads.share, heads.dispersion];
  return [
    { name: null, heads: [words.table.name[of]] },
    { name: toSide('a'), heads: counts },
    { name: toSide('b'), heads: counts },
    { name: heads.bar, heads: [words.table.lrc] },
    {
      name: heads.sure,
      heads: [words.table.logRatio, words.table.g2, words.table.percent, words.table.bic, words.table.q],
    },
    {
      name: (
        <span className="keyness-side">
          <SideMark side="a" /> {heads.spread}
        </span>
      ),
      heads: spread,
    },
    {
      name: (
        <span className="keyness-side">
          <SideMark side="b" /> {heads.spread}
        </span>
      ),
      heads: spread,
    },
  ];
}
