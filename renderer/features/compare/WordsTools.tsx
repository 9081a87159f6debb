import { ChevronDown, Search } from 'lucide-react';
import { KeynessOf, KeynessSort, type KeynessInput } from '#shared/domain/keyness';
import { wordsWords as words } from '#shared/messages/en/compare-words';
import { Choice } from '../../ui/Choice.tsx';
import { Menu } from '../../ui/Menu.tsx';

/** What a person asks of the view. */
export type WordsAsked = Pick<KeynessInput, 'of' | 'minArticles' | 'query' | 'sort'>;

const LEAST = ['1', '2', '5', '10', '50'] as const;

/** What is set against each other, and which rows are shown. */
export function WordsTools({ asked, onAsk }: { asked: WordsAsked; onAsk(asked: WordsAsked): void }) {
  return (
    <div className="lists-tools words-tools">
      <Choice<KeynessOf>
        label={words.choice}
        value={asked.of}
        options={KeynessOf.options.map((value) => ({ value, name: words.many[value] }))}
        onChoose={(of) => onAsk({ ...asked, of })}
      />
      <label className="hint words-least">
        {words.leastLabel}
        <select
          className="select tnum"
          value={asked.minArticles}
          onChange={({ target }) => onAsk({ ...asked, minArticles: Number(target.value) })}
        >
          {LEAST.map((least) => (
            <option key={least}>{least}</option>
          ))}
        </select>
      </label>
      <Sorts sort={asked.sort} onSort={(sort) => onAsk({ ...asked, sort })} />
      <span className="grow" />
      <label className="field words-find">
        <Search className="i" aria-hidden="true" />
        <input
          type="search"
          dir="auto"
          aria-label={words.find}
          placeholder={words.find}
          title={words.folded}
          maxLength={200}
          value={asked.query}
          onChange={({ target }) => onAsk({ ...asked, query: target.value })}
        />
      </label>
    </div>
  );
}

/** The orders of the rows whatever the side; those of the columns are behind their heads. */
function Sorts({ sort, onSort }: { sort: WordsAsked['sort']; onSort(sort: KeynessSort): void }) {
  const word = typeof sort === 'string' ? words.sorts[sort] : words.byColumn;
  return (
    <Menu
      isChoice
      trigger={<button type="button" className="chip" aria-label={words.sortName(word)} />}
      items={KeynessSort.options.map((each) => ({
        name: words.sorts[each],
        isOn: each === sort,
        run: () => onSort(each),
      }))}
    >
      {words.sort(word)}
      <ChevronDown className="i" aria-hidden="true" />
    </Menu>
  );
}
