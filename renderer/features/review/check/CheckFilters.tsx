import { useQuery } from '@tanstack/react-query';
import type { Label } from '#shared/domain/codebook';
import { checkMessages as words } from '#shared/messages/en/check';
import { queries } from '../../../api/queries.ts';
import { ChoiceChip } from '../../../ui/ChoiceChip.tsx';
import { ToggleChip } from '../../../ui/ToggleChip.tsx';

/** What of the queue is meant; null: any. `article`: by uid. `outdated`: only what was changed after a review. */
export type Wish = {
  outlet: string | null;
  person: string | null;
  label: string | null;
  article: string | null;
  outdated: boolean;
};
export const anyOfAll: Wish = { outlet: null, person: null, label: null, article: null, outdated: false };

type Props = {
  wish: Wish;
  /** Others than whoever is at the keyboard. */
  people: readonly string[];
  labels: readonly Label[];
  /** The article of what is in focus, by uid. */
  article: string | null;
  /** How many were changed after a review. */
  outdated: number;
  onWish(wish: Wish): void;
};

const toOptions = (names: readonly string[]) => names.map((name) => ({ value: name, word: name }));

/** Which of the annotations to check are in the queue: by outlet, person, label and article. */
export function CheckFilters({ wish, people, labels, article, outdated, onWish }: Props) {
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
      <ToggleChip
        isOn={wish.article !== null}
        isOff={article === null && wish.article === null}
        onToggle={() => onWish({ ...wish, article: wish.article === null ? article : null })}
      >
        {words.onlyArticle}
      </ToggleChip>
      {(outdated > 0 || wish.outdated) && (
        <ToggleChip isOn={wish.outdated} onToggle={() => onWish({ ...wish, outdated: !wish.outdated })}>
          {words.onlyOutdated(outdated)}
        </ToggleChip>
      )}
    </div>
  );
}
