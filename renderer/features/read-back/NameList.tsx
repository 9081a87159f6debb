import { useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Codebook } from '#shared/domain/codebook';
import { NameSort, type FoundName, type NameMapping } from '#shared/domain/interchange';
import { readBackMessages as words } from '#shared/messages/en/read-back';
import { queries } from '../../api/queries.ts';
import { Empty } from '../../ui/Empty.tsx';
import { NameRow } from './NameRow.tsx';

type Props = {
  names: readonly FoundName[];
  /** What the person said, which the files may not have been read anew for yet. */
  mapping: readonly NameMapping[];
  onChoose(name: NameMapping): void;
};

const ROW = 44;
const HEAD = 34;

/** Names of the files and what each stands for here; only those in sight are in the page. */
export function NameList({ names: found, mapping, onChoose }: Props) {
  const codebook = useQuery(queries.codebook()).data;
  const people = useQuery(queries.people()).data;
  const scroller = useRef<HTMLDivElement>(null);
  const known = listKnown(codebook, people?.map(({ name }) => name) ?? []);
  const names = found.map((name) => chooseFor(name, mapping, known[name.sort]));
  const rows = NameSort.options.flatMap((sort): (NameSort | FoundName)[] => {
    const own = names.filter((name) => name.sort === sort);
    return own.length === 0 ? [] : [sort, ...own];
  });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (n) => (typeof rows[n] === 'string' ? HEAD : ROW),
    overscan: 8,
    initialRect: { width: 0, height: 700 },
  });

  if (names.length === 0) return <Empty title={words.noNames} />;
  return (
    <>
      <p className="hint plan-say">{words.namesHint}</p>
      <div ref={scroller} className="pane-scroll">
        <div className="virtual" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]!;
            return typeof row === 'string' ? (
              <h3 key={row} className="virtual-row read-name-head" style={{ top: start }}>
                {words.sorts[row]}
              </h3>
            ) : (
              <NameRow
                key={`${row.sort} ${row.theirs}`}
                name={row}
                known={known[row.sort]}
                top={start}
                onChoose={onChoose}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}

/** A name as the person wants it taken. */
function chooseFor(name: FoundName, mapping: readonly NameMapping[], known: readonly string[]): FoundName {
  const chosen = mapping.find(({ sort, theirs }) => sort === name.sort && theirs === name.theirs);
  if (!chosen || chosen.ours === name.ours) return name;
  return { ...name, ours: chosen.ours, by: 'chosen', isNew: chosen.ours !== null && !known.includes(chosen.ours) };
}

/** Names that are here, by what they are. */
function listKnown(codebook: Codebook | undefined, people: string[]): Record<NameSort, string[]> {
  const labels = codebook?.labels.filter(({ retired }) => !retired) ?? [];
  const attributes = new Set(labels.flatMap(({ attributes: own }) => own.map(({ name }) => name)));
  return {
    label: labels.map(({ name }) => name),
    relation: codebook?.relationKinds.filter(({ retired }) => !retired).map(({ name }) => name) ?? [],
    attribute: [...attributes],
    annotator: people,
  };
}
