import { useState } from 'react';
import type { Compared } from '#shared/domain/comparison';
import type { Source, Sources, WordCount } from '#shared/domain/sources';
import { sourcesWords as words } from '#shared/messages/en/compare-sources';
import { toSourceName, toSourcesTable, toTotalsTable, toVerbsTable } from '#shared/tables/sources';
import { Empty } from '../../ui/Empty.tsx';
import { BehindLines } from './BehindLines.tsx';
import type { ShownWords, TabProps } from './compare-props.ts';
import { ComparisonTable } from './ComparisonTable.tsx';
import { Looked } from './Looked.tsx';
import { SideMark } from './SideMark.tsx';
import { useComparison } from './use-comparison.ts';
import '../../styles/compare-lists.css';

const SIDES = ['a', 'b'] as const;

/** Who is quoted on either side, how often, as what, and with which verbs. */
export function SourcesTab({ compared, onOpen }: TabProps) {
  const asked = useComparison('compare:sources', compared);
  return (
    <Looked asked={asked}>
      {(data) =>
        data.totals.a.claims + data.totals.b.claims === 0 ? (
          <Empty title={words.nothing}>{words.nothingHint}</Empty>
        ) : (
          <div className="lists pane-scroll" data-region>
            <div className="lists-pair">
              <ComparisonTable table={toTotalsTable(data)} />
              <ComparisonTable table={toVerbsTable(data)} />
            </div>
            <SourcesTable sources={data} compared={compared} onOpen={onOpen} />
          </div>
        )
      }
    </Looked>
  );
}

type Props = { sources: Sources; compared: Compared; onOpen(shown: ShownWords): void };

function SourcesTable({ sources, compared, onOpen }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const list = sources.sources;
  const openRow = list.findIndex(({ key }) => key === open);
  return (
    <ComparisonTable
      table={toSourcesTable(sources)}
      isPressable={({ column }) => column === 0}
      onCell={({ row }) => setOpen(row === openRow ? null : list[row]!.key)}
      chosen={openRow < 0 ? null : { row: openRow, column: 0 }}
      draw={({ row, column }) =>
        column === 0 && list[row]!.name === '' ? <span className="ours">{toSourceName(list[row]!)}</span> : undefined
      }
      expand={(row) =>
        row === openRow ? <SourceDetails source={list[row]!} compared={compared} onOpen={onOpen} /> : null
      }
    />
  );
}

/** What either side calls a source and how it lets it speak, and the lines. */
function SourceDetails({ source, compared, onOpen }: { source: Source } & Omit<Props, 'sources'>) {
  return (
    <section className="lists-details" aria-label={words.open(toSourceName(source))}>
      <dl className="said-how">
        {SIDES.map((side) => (
          <div key={side}>
            <dt>
              <SideMark side={side} />
            </dt>
            <dd className="hint">{words.manner(source[side])}</dd>
            <dd>
              <span className="hint">{words.verbsOf}</span> <Counted counts={source.verbs} side={side} />
            </dd>
            <dd>
              <span className="hint">{words.wordsOf}</span> <Counted counts={source.words} side={side} />
            </dd>
          </div>
        ))}
      </dl>
      <BehindLines compared={compared} sides={SIDES} meant={{ source: source.key }} onOpen={onOpen} />
    </section>
  );
}

function Counted({ counts, side }: { counts: readonly WordCount[]; side: 'a' | 'b' }) {
  const own = counts.filter((each) => each[side] > 0);
  if (own.length === 0) return <span className="hint">{words.none}</span>;
  return (
    <>
      {own.map((each) => (
        <span key={each.word} className="said-word">
          <bdi className="theirs">{each.word}</bdi> <span className="hint tnum">{each[side]}</span>
        </span>
      ))}
    </>
  );
}
