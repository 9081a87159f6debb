import { useQuery } from '@tanstack/react-query';
import type { Label } from '#shared/domain/codebook';
import { checkMessages as words } from '#shared/messages/en/check';
import { queries } from '../../../api/queries.ts';
import { ChoiceChip } from '../../../ui/ChoiceChip.tsx';

/** What of the queue is meant; null: any. `article`: by uid. */
export type Wish = { outlet: string | null; person: string | null; label: string | null; article: string | null };
export const anyOfAll: Wish = { outlet: null, person: null, label: null, article: null };

type Props = {
  wish: Wish;
  /** Others than whoever is at the keyboard. */
  people: readonly string[];
  labels: readonly Label[];
  /** The article of what is in focus, by uid. */
  article: string | null;
  onWish(wish: Wish): void;
};

const toOptions = (names: readonly string[]) => names.map((name) => ({ value: name, word: name }));

/** Which of the annotations to check are in the queue: by outlet, person, label and article. */
export function CheckFilters({ wish, people, labels, article, onWish }: Props) {
  const outlets = useQuery(queries.outlets()).data ?? [];
  const chips = [
    ['person', people],
    ['label', labels.map(({ name }) => name)],
    ['outlet', outlets.map(({ name }) => name)],
  ] as const;
  return (
    <div className="ck-filters" role="group" aria-label={words.filters}>
      {chips.map(([part, names]) => (
        <ChoiceChip
          key={part}
          any={words[part].any}
          toName={words[part].name}
          chosen={wish[part]}
          options={toOptions(names)}
          onChoose={(chosen) => onWish({ ...wish, [part]: chosen })}
        />
      ))}
      <button
        type="button"
        className={wish.article === null ? 'chip' : 'chip chip-on'}
        aria-pressed={wish.article !== null}
        disabled={article === null && wish.article === null}
        onClick={() => onWish({ ...wish, article: wish.article === null ? article : null })}
      >
        {words.onlyArticle}
      </button>
    </div>
  );
}
