import { searchHelp } from '#shared/messages/en/search';
import type { SearchMode } from './search-state.ts';

/** What can be asked for, and how it is written. */
export function SearchHelp({ mode }: { mode: SearchMode }) {
  return (
    <dl className="search-help">
      {searchHelp[mode].map(({ write, finds }) => (
        <div key={write}>
          <dt>
            <code>{write}</code>
          </dt>
          <dd>{finds}</dd>
        </div>
      ))}
    </dl>
  );
}
