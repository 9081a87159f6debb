import { namingMessages as words } from '#shared/messages/en/compare-naming';
import { Empty } from '../../ui/Empty.tsx';
import { useDebounced } from '../../ui/use-debounced.ts';
import type { TabProps } from './compare-props.ts';
import { Looked } from './Looked.tsx';
import type { NamingCell } from './naming-cell.ts';
import { NamingEntity } from './NamingEntity.tsx';
import { NamingList, type ListChoice } from './NamingList.tsx';
import { useComparison } from './use-comparison.ts';
import { useKept } from './use-kept.ts';
import '../../styles/compare-naming.css';

const PAUSE_MS = 150;
/** So many entities are listed; the others are found by name. */
const MOST = 1000;

/** `entity`: null for the first of the list. */
type Kept = ListChoice & { entity: string | null; cell: NamingCell | null };
const first: Kept = { query: '', sort: 'difference', entity: null, cell: null };

/** What either side calls the same entity: those that they call most differently first. */
export function NamingTab({ compared, onOpen }: TabProps) {
  const [{ entity: chosen, cell, ...choice }, change] = useKept<Kept>('naming', first);
  const set = (changes: Partial<Kept>) => change((before) => ({ ...before, ...changes }));
  const query = useDebounced(choice.query, PAUSE_MS).trim();
  const list = useComparison('compare:naming', { ...compared, query, sort: choice.sort, limit: MOST });
  const entity = chosen ?? list.data?.entities[0]?.uid;
  const one = useComparison('compare:naming', { ...compared, entity }, entity === undefined);
  return (
    <Looked asked={list}>
      {(data) =>
        data.total === 0 && query === '' ? (
          <Empty title={words.nothing}>
            <p>{words.nothingHint}</p>
            {data.unlinked.a + data.unlinked.b > 0 && <p>{words.unlinkedNote(data.unlinked.a, data.unlinked.b)}</p>}
          </Empty>
        ) : (
          <div className="naming">
            <NamingList
              naming={data}
              choice={choice}
              open={entity ?? null}
              onChoose={set}
              onOpen={(uid) => set({ entity: uid, cell: null })}
            />
            {entity === undefined ? (
              <Empty title={words.notFound} />
            ) : (
              <Looked asked={one}>
                {({ entities: [naming] }) =>
                  naming ? (
                    <NamingEntity
                      key={naming.uid}
                      compared={compared}
                      naming={naming}
                      cell={cell}
                      onCell={(opened) => set({ entity: naming.uid, cell: opened })}
                      onOpen={onOpen}
                    />
                  ) : (
                    <Empty title={words.notFound} />
                  )
                }
              </Looked>
            )}
          </div>
        )
      }
    </Looked>
  );
}
