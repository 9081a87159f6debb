import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { OfferedPairs } from '#shared/domain/article-pair';
import type { Compared, SideName } from '#shared/domain/comparison';
import { compareArticlesMessages as words, reasonWords } from '#shared/messages/en/compare-articles';
import { dateWords } from '#shared/messages/en/ui';
import { createTitleTest } from '#shared/text/title-words';
import { queries } from '../../api/queries.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FindList } from '../../ui/FindList.tsx';
import { useDebounced } from '../../ui/use-debounced.ts';
import type { ArticlePair } from './compare-props.ts';

type Props = {
  compared: Compared;
  offered: OfferedPairs;
  /** What is read now; what is picked for one side leaves the other. */
  pair: Partial<ArticlePair>;
  onPick(pair: Partial<ArticlePair>): void;
  onClose(): void;
};

const SHOWN = 30;
const SETTLES_MS = 120;

/** Picks two articles: of the offered pairs, or any one of either side by words of its title. */
export function PickPair({ compared, offered, pair, onPick, onClose }: Props) {
  const [from, setFrom] = useState<'offered' | SideName>(offered.pairs.length > 0 ? 'offered' : 'a');
  return (
    <Dialog title={words.pickTitle} onClose={onClose}>
      <div className="stack">
        <Choice<'offered' | SideName>
          label={words.pickFrom}
          value={from}
          options={[
            { value: 'offered', name: words.offered },
            { value: 'a', name: words.ofSide('a') },
            { value: 'b', name: words.ofSide('b') },
          ]}
          onChoose={setFrom}
        />
        {from === 'offered' ? (
          <OfferedList offered={offered} onPick={onPick} />
        ) : (
          <ArticlesOfSide
            key={from}
            side={from}
            compared={compared}
            onPick={(uid) => {
              const picked = { ...pair, [from]: uid };
              const other = from === 'a' ? 'b' : 'a';
              onPick(picked);
              if (picked[other] === undefined) setFrom(other);
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

function OfferedList({ offered, onPick }: Pick<Props, 'offered' | 'onPick'>) {
  const [typed, setTyped] = useState('');
  const hasWords = createTitleTest(typed);
  const found = offered.pairs.filter(({ a, b }) => hasWords(`${a.title} ${b.title}`));
  const { a, b } = offered.undated;
  return (
    <FindList
      label={words.offered}
      hint={a + b > 0 ? words.undated(offered.undated) : words.pickHint}
      query={typed}
      items={found.map((each, n) => ({
        id: String(n),
        name: words.pairName(each.a.title, each.b.title),
        aside: reasonWords(each),
      }))}
      onQuery={setTyped}
      onChoose={(n) => {
        const chosen = found[Number(n)]!;
        onPick({ a: chosen.a.uid, b: chosen.b.uid });
      }}
    />
  );
}

type OfSideProps = { side: SideName; compared: Compared; onPick(uid: string): void };

function ArticlesOfSide({ side, compared, onPick }: OfSideProps) {
  const [typed, setTyped] = useState('');
  const asked = useDebounced(typed.trim(), SETTLES_MS);
  const own = compared[side];
  // a side may be narrowed by words of the title itself: these stand, and what is typed narrows what they give
  const filter = asked === '' || own.title !== undefined ? own : { ...own, title: asked };
  const listed = useQuery({
    ...queries.articlesOf(filter, own.title === undefined ? SHOWN : 1000),
    placeholderData: keepPreviousData,
  });
  const hasWords = createTitleTest(asked);
  const found = (listed.data?.articles ?? []).filter(({ title }) => hasWords(title));
  return (
    <FindList
      label={words.articleOf(side)}
      hint={words.pickHint}
      query={typed}
      isOld={listed.isPending || listed.isPlaceholderData || asked !== typed.trim()}
      items={found.slice(0, SHOWN).map(({ uid, title, outlet, date }) => ({
        id: uid,
        name: title,
        aside: [outlet, date && dateWords(date)].filter((each) => each !== null && each !== '').join(' · '),
      }))}
      onQuery={setTyped}
      onChoose={onPick}
    />
  );
}
