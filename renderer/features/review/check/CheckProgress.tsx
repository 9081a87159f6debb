import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { AnnotationFilter } from '#shared/domain/filter';
import { checkMessages as words } from '#shared/messages/en/check';
import { checkQueries } from '../../../api/queries-check.ts';

type Count = { checked: number; total: number };

/** How far checking is, and, where that is asked, for each person whose work is checked. `filter`: without a state. */
export function CheckProgress({ filter }: { filter: AnnotationFilter }) {
  const progress = useQuery(checkQueries.progress(filter)).data;
  const [isOpen, setOpen] = useState(false);
  if (!progress) return <div className="ck-progress" aria-busy />;
  const { people } = progress;
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <div className="ck-progress">
        <Meter {...progress} />
        <span className="hint tnum">{words.progress(progress.checked, progress.total)}</span>
        {people.length > 1 && (
          <button type="button" className="chip" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {words.byPerson}
            <Icon className="i" aria-hidden="true" />
          </button>
        )}
      </div>
      {isOpen && people.length > 1 && (
        <ul className="ck-people" aria-label={words.byPerson}>
          {people.map(({ person, ...count }) => (
            <li key={person}>
              <bdi className="hint tnum">{words.personProgress(person, count.checked, count.total)}</bdi>
              <Meter {...count} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const Meter = ({ checked, total }: Count) => (
  <span className="meter grow" aria-hidden="true">
    <i style={{ width: `${total === 0 ? 100 : (checked / total) * 100}%` }} />
  </span>
);
