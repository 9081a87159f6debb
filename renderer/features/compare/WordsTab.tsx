import { useDeferredValue, useMemo } from 'react';
import { LEAST_ARTICLES, type KeynessTable } from '#shared/domain/keyness';
import { wordsWords as words } from '#shared/messages/en/compare-words';
import { drawKeyness } from '#shared/pictures/keyness';
import { toKeynessTable } from '#shared/tables/words';
import { Empty } from '../../ui/Empty.tsx';
import { ComparisonPicture } from './ComparisonPicture.tsx';
import type { TabProps } from './compare-props.ts';
import { ComparisonTable } from './ComparisonTable.tsx';
import { Looked } from './Looked.tsx';
import { useComparison } from './use-comparison.ts';
import { useKept } from './use-kept.ts';
import { WordsFoot } from './WordsFoot.tsx';
import { WordsTable } from './WordsTable.tsx';
import { WordsTools, type WordsAsked } from './WordsTools.tsx';
import '../../styles/compare-lists.css';
import '../../styles/compare-words.css';

const ASKED: WordsAsked = { of: 'words', minArticles: LEAST_ARTICLES, query: '', sort: 'lrc' };

/** What one side says relatively more often than the other: words, labels, entities, verbs of saying. */
export function WordsTab({ compared, onOpen, onSearch }: TabProps) {
  const [asked, ask] = useKept('words', ASKED);
  const deferred = useDeferredValue(asked);
  const found = useComparison('compare:words', { ...compared, ...deferred });
  const setAsked = (next: WordsAsked) => ask(() => next);
  return (
    <>
      <div className="lists words pane-scroll" data-region>
        <WordsTools asked={asked} onAsk={setAsked} />
        <Looked asked={found}>
          {(data) =>
            data.tested === 0 ? (
              <Empty title={words.nothing(data.of)}>{words.nothingHint[data.of]}</Empty>
            ) : data.rows.length === 0 ? (
              <>
                <p className="hint tnum words-tested" role="status">
                  {words.tested(data)}
                </p>
                <Empty title={words.noRow}>{words.noRowHint}</Empty>
              </>
            ) : (
              <>
                <WordsTable
                  key={data.of}
                  keyness={data}
                  sort={asked.sort}
                  onSort={(sort) => setAsked({ ...asked, sort })}
                  {...{ compared, onOpen, onSearch }}
                />
                <KeyPicture keyness={data} />
              </>
            )
          }
        </Looked>
      </div>
      <WordsFoot keyness={found.data} />
    </>
  );
}

/** Only where the counts can tell a difference. */
function KeyPicture({ keyness }: { keyness: KeynessTable }) {
  const draw = useMemo(() => drawKeyness(keyness), [keyness]);
  if (keyness.keyRows.length === 0) return null;
  const table = <ComparisonTable table={toKeynessTable({ ...keyness, rows: keyness.keyRows })} />;
  return <ComparisonPicture name={words.picture.title(keyness.of)} draw={draw} table={table} />;
}
