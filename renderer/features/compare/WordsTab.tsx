import { useDeferredValue, useMemo, useState } from 'react';
import { LEAST_ARTICLES, type KeynessTable } from '#shared/domain/keyness';
import { wordsWords as words } from '#shared/messages/en/compare-words';
import { drawKeyness } from '#shared/pictures/keyness';
import { LRC_COLUMN, toKeynessTable } from '#shared/tables/words';
import { printCell } from '#shared/tables/print-cell';
import { Empty } from '../../ui/Empty.tsx';
import { BehindLines } from './BehindLines.tsx';
import { ComparisonPicture } from './ComparisonPicture.tsx';
import type { TabProps } from './compare-props.ts';
import { ComparisonTable } from './ComparisonTable.tsx';
import { KeynessMark } from './KeynessMark.tsx';
import { Looked } from './Looked.tsx';
import { useComparison } from './use-comparison.ts';
import { WordLines } from './WordLines.tsx';
import { WordsTools, type WordsAsked } from './WordsTools.tsx';
import '../../styles/compare-lists.css';
import '../../styles/compare-words.css';

const ASKED: WordsAsked = { of: 'words', minArticles: LEAST_ARTICLES, query: '', sort: 'lrc' };

/** What one side says relatively more often than the other: words, labels, entities, verbs of saying. */
export function WordsTab({ compared, onOpen }: TabProps) {
  const [asked, setAsked] = useState(ASKED);
  const deferred = useDeferredValue(asked);
  const found = useComparison('compare:words', { ...compared, ...deferred });
  return (
    <div className="lists pane-scroll" data-region>
      <WordsTools asked={asked} onAsk={setAsked} />
      <Looked asked={found}>
        {(data) => <Found key={data.of} keyness={data} compared={compared} onOpen={onOpen} />}
      </Looked>
    </div>
  );
}

type Props = { keyness: KeynessTable } & Pick<TabProps, 'compared' | 'onOpen'>;

function Found({ keyness, ...props }: Props) {
  if (keyness.tested === 0) return <Empty title={words.nothing(keyness.of)}>{words.nothingHint[keyness.of]}</Empty>;
  return (
    <>
      <p className="hint tnum words-tested" role="status">
        {words.tested(keyness)}
      </p>
      {keyness.rows.length === 0 ? (
        <Empty title={words.noRow}>{words.noRowHint}</Empty>
      ) : (
        <>
          <Rows keyness={keyness} {...props} />
          <KeyPicture keyness={keyness} />
        </>
      )}
    </>
  );
}

function Rows({ keyness, compared, onOpen }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const table = useMemo(() => toKeynessTable(keyness), [keyness]);
  const { of, rows } = keyness;
  const openRow = rows.findIndex(({ key }) => key === open);
  return (
    <ComparisonTable
      table={table}
      isPressable={({ column }) => column === 0 && of !== 'verbs'}
      onCell={({ row }) => setOpen(row === openRow ? null : rows[row]!.key)}
      chosen={openRow < 0 ? null : { row: openRow }}
      draw={({ row, column }) => {
        const { figures } = rows[row]!;
        if (column !== LRC_COLUMN || !figures) return undefined;
        return (
          <span className="keyness-cell">
            <KeynessMark {...figures} />
            {printCell(figures.lrc, table.columns[column]!)}
          </span>
        );
      }}
      expand={(row) =>
        row === openRow ? (
          <section className="lists-details" aria-label={words.lines(rows[row]!.name)}>
            {of === 'words' ? (
              <WordLines compared={compared} word={rows[row]!.key} onOpen={onOpen} />
            ) : (
              <BehindLines
                compared={compared}
                sides={['a', 'b']}
                meant={of === 'labels' ? { label: rows[row]!.name } : { entity: rows[row]!.key }}
                onOpen={onOpen}
              />
            )}
          </section>
        ) : null
      }
    />
  );
}

/** Only where the counts can tell a difference. */
function KeyPicture({ keyness }: { keyness: KeynessTable }) {
  const draw = useMemo(() => drawKeyness(keyness), [keyness]);
  if (keyness.keyRows.length === 0) return null;
  const table = <ComparisonTable table={toKeynessTable({ ...keyness, rows: keyness.keyRows })} />;
  return <ComparisonPicture name={words.picture.title(keyness.of)} draw={draw} table={table} />;
}
