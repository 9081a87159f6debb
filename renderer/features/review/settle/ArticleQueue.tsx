import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { DoubleTagged } from '#shared/domain/settlement';
import { settleMessages as words } from '#shared/messages/en/settle';
import { dateWords, numberWords, setApart } from '#shared/messages/en/ui';
import { adjudicationQueries } from '../../../api/queries-adjudication.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { findRowForKey } from '../../../ui/row-for-key.ts';
import { Trouble } from '../../../ui/Trouble.tsx';

type Props = { onArticle(article: string): void; onWork(): void };

const IN_PAGE = 100;
const ROW = 64;
const none: DoubleTagged[] = [];
const idOf = (row: number) => `settle-article-${row}`;

/** Articles that several people tagged; one is opened to settle what differs. */
export function ArticleQueue({ onArticle, onWork }: Props) {
  const [which, setWhich] = useState<'open' | 'all'>('open');
  const [limit, setLimit] = useState(IN_PAGE);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const { data, error } = useQuery(adjudicationQueries.list(which === 'open', limit));
  const articles = data?.articles ?? none;
  const at = Math.min(active, articles.length - 1);
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus();
  }, []);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { clientHeight: viewHeight } = event.currentTarget;
    const next = findRowForKey(event.key, { active: at, count: articles.length, rowHeight: ROW, viewHeight });
    if (event.key === 'Enter' && articles[at]) onArticle(articles[at].article);
    else if (next !== undefined) {
      setActive(next);
      document.getElementById(idOf(next))?.scrollIntoView({ block: 'nearest' });
    } else return;
    event.preventDefault();
  };
  return (
    <section className="pane" aria-label={words.queue} data-region>
      <div className="pane-head">
        <h2>{words.articles}</h2>
        <span className="num">{data && numberWords(data.total)}</span>
      </div>
      <div className="settle-segments">
        <Choice<'open' | 'all'>
          label={words.whichArticles}
          value={which}
          options={(['open', 'all'] as const).map((value) => ({ value, name: words.which[value] }))}
          onChoose={setWhich}
        />
      </div>
      {error && <Trouble error={error} />}
      <div
        ref={list}
        className="pane-scroll list settle-list"
        role="listbox"
        aria-label={words.articleList}
        aria-busy={!data}
        aria-activedescendant={at >= 0 ? idOf(at) : undefined}
        tabIndex={0}
        data-region-start
        onKeyDown={press}
      >
        {articles.map((each, n) => (
          <ArticleRow
            key={each.article}
            article={each}
            id={idOf(n)}
            isOn={n === at}
            onOpen={() => onArticle(each.article)}
          />
        ))}
      </div>
      {data?.total === 0 && (
        <Empty title={words.noArticlesTitle}>
          <p>{words.noArticles[which]}</p>
          <Button onClick={onWork}>{words.toWork}</Button>
        </Empty>
      )}
      {data && data.total > articles.length && (
        <div className="pane-foot">
          <Button size="small" onClick={() => setLimit(Math.min(1000, limit + IN_PAGE))}>
            {words.more}
          </Button>
        </div>
      )}
    </section>
  );
}

type RowProps = { article: DoubleTagged; id: string; isOn: boolean; onOpen(): void };

function ArticleRow({ article, id, isOn, onOpen }: RowProps) {
  const { title, outlet, date, coders, open, settled, agreed, isChanged } = article;
  return (
    <div id={id} className="settle-row" role="option" aria-selected={isOn} onClick={onOpen}>
      <span className="grow">
        <bdi className="theirs trunc settle-words">{title}</bdi>
        <span className="meta trunc">
          {[outlet && setApart(outlet), date && dateWords(date)].filter((part) => part !== null).join(', ')}
        </span>
        <span className="meta trunc">
          {words.openOf(open, settled, agreed)} · {coders.map(({ name }) => setApart(name)).join(', ')}
        </span>
        {isChanged && <span className="meta trunc settle-outdated">{words.states.changed}</span>}
      </span>
    </div>
  );
}
