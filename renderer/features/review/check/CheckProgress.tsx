import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { AnnotationFilter } from '#shared/domain/filter';
import { checkMessages as words } from '#shared/messages/en/check';
import { checkQueries } from '../../../api/queries-check.ts';

/** `filter`: which annotations are meant, without a state; `people`: whose. */
type Props = { filter: AnnotationFilter; people: readonly string[] };

/** How many of the annotations were looked at, and how many there are. */
function useProgress(filter: AnnotationFilter) {
  const open = useQuery(
    checkQueries.count({ ...filter, layer: 'result', annotationStates: ['unchecked', 'unsure'] }),
  ).data;
  // what was rejected or corrected does not count any more, but was looked at
  const done = useQuery(
    checkQueries.count({ ...filter, layer: 'own', annotationStates: ['accepted', 'corrected', 'rejected'] }),
  ).data;
  return open === undefined || done === undefined ? undefined : { done, all: done + open };
}

/** How far checking is, and, where that is asked, for each person whose work is checked. */
export function CheckProgress({ filter, people }: Props) {
  const progress = useProgress(filter);
  const [isOpen, setOpen] = useState(false);
  if (!progress) return <div className="ck-progress" aria-busy />;
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <div className="ck-progress">
        <Meter {...progress} />
        <span className="hint tnum">{words.progress(progress.done, progress.all)}</span>
        {people.length > 1 && (
          <button type="button" className="chip" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {words.byPerson}
            <Icon className="i" aria-hidden="true" />
          </button>
        )}
      </div>
      {isOpen && (
        <ul className="ck-people">
          {people.map((name) => (
            <PersonProgress key={name} name={name} filter={{ ...filter, annotators: [name] }} />
          ))}
        </ul>
      )}
    </>
  );
}

function PersonProgress({ name, filter }: { name: string; filter: AnnotationFilter }) {
  const progress = useProgress(filter);
  return (
    <li aria-busy={!progress}>
      {progress && (
        <>
          <bdi className="hint tnum">{words.personProgress(name, progress.done, progress.all)}</bdi>
          <Meter {...progress} />
        </>
      )}
    </li>
  );
}

const Meter = ({ done, all }: { done: number; all: number }) => (
  <span className="meter grow" aria-hidden="true">
    <i style={{ width: `${all === 0 ? 100 : (done / all) * 100}%` }} />
  </span>
);
