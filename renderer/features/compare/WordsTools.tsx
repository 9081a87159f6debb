import { Search } from 'lucide-react';
import { KeynessOf, KeynessSort } from '#shared/domain/keyness';
import { wordsWords as words } from '#shared/messages/en/compare-words';
import { Choice } from '../../ui/Choice.tsx';

/** What a person asks of the view. */
export type WordsAsked = { of: KeynessOf; minArticles: number; query: string; sort: KeynessSort };

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
      <Choice<KeynessSort>
        label={words.sort}
        value={asked.sort}
        options={KeynessSort.options.map((value) => ({ value, name: words.sorts[value] }))}
        onChoose={(sort) => onAsk({ ...asked, sort })}
      />
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
