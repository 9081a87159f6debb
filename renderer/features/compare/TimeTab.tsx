import { useMemo } from 'react';
import type { Timeline } from '#shared/domain/timeline';
import { timeWords as words } from '#shared/messages/en/compare-time';
import { drawTimeline } from '#shared/pictures/timeline';
import { toPlacesTable, toTimeTable } from '#shared/tables/timeline';
import { Empty } from '../../ui/Empty.tsx';
import { ComparisonPicture } from './ComparisonPicture.tsx';
import type { TabProps } from './compare-props.ts';
import { ComparisonTable } from './ComparisonTable.tsx';
import { Looked } from './Looked.tsx';
import { TimePlaces } from './TimePlaces.tsx';
import { useComparison } from './use-comparison.ts';
import '../../styles/compare-lists.css';

/** What either side has when and where. */
export function TimeTab({ compared, onOpen }: TabProps) {
  const asked = useComparison('compare:timeline', compared);
  return (
    <Looked asked={asked}>
      {(data) => (
        <div className="lists pane-scroll" data-region>
          <TimePicture timeline={data} />
          {data.places.length === 0 ? (
            <Empty title={words.noPlaces}>{words.noPlacesHint}</Empty>
          ) : (
            <>
              <TimePlaces places={data.places} compared={compared} onOpen={onOpen} />
              <ComparisonTable table={toPlacesTable(data)} />
            </>
          )}
        </div>
      )}
    </Looked>
  );
}

function TimePicture({ timeline }: { timeline: Timeline }) {
  const draw = useMemo(() => drawTimeline(timeline), [timeline]);
  const table = <ComparisonTable table={toTimeTable(timeline)} />;
  if (timeline.bins.length === 0)
    return (
      <>
        <Empty title={words.nothing} />
        {table}
      </>
    );
  return <ComparisonPicture name={words.picture.time} draw={draw} table={table} />;
}
