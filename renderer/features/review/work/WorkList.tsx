import { useEffect, useRef, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { EyeOff, X } from 'lucide-react';
import type { WorkArticle } from '#shared/domain/work';
import { dateWords } from '#shared/messages/en/ui';
import { workMessages as words } from '#shared/messages/en/work';
import { workQueries } from '../../../api/queries-work.ts';
import { save } from '../../../api/save.ts';
import { Button } from '../../../ui/Button.tsx';
import { sayError } from '../../../ui/toasts.tsx';
import { Trouble } from '../../../ui/Trouble.tsx';
import type { ReviewTabProps } from '../review-props.ts';
import { toName, type Behind } from './work-stages.ts';

/** So many articles are shown at first, and so many more each time. */
const PAGE = 50;

type Props = { behind: Behind; you: string | null; onOpen: ReviewTabProps['onOpen']; onClose(): void };

/** The articles behind a number, with who has each; what is one's own is marked as done here. Escape closes it and goes back to the number. */
export function WorkList({ behind, you, onOpen, onClose }: Props) {
  const [shown, setShown] = useState({ behind, limit: PAGE });
  const limit = shown.behind === behind ? shown.limit : PAGE;
  const list = useQuery({ ...workQueries.articles(behind, limit), placeholderData: keepPreviousData });
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = document.activeElement;
    heading.current?.focus();
  }, [behind]);
  const close = () => {
    onClose();
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const { total = 0, articles = [] } = list.data ?? {};
  return (
    <aside
      className="rw-list"
      aria-label={words.listName}
      aria-busy={list.isFetching}
      data-region
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <div className="rw-list-head">
        <h2 ref={heading} tabIndex={-1} data-region-start>
          <bdi>{toName(behind)}</bdi>
          {words.ofStage(words.stages[behind.stage])}
        </h2>
        <Button
          variant="quiet"
          size="small"
          icon={<X className="i" aria-hidden="true" />}
          aria-label={words.closeList}
          onClick={close}
        />
      </div>
      {list.error && <Trouble error={list.error} />}
      {list.data && (
        <p className="hint rw-list-count" role="status">
          {total === 0 ? words.none : words.listCount(total, articles.length)}
        </p>
      )}
      <ul>
        {articles.map((each) => (
          <WorkItem key={each.article} work={each} you={you} onOpen={onOpen} />
        ))}
      </ul>
      {articles.length < total && (
        <Button size="small" className="rw-more" onClick={() => setShown({ behind, limit: limit + PAGE })}>
          {words.more}
        </Button>
      )}
    </aside>
  );
}

type ItemProps = { work: WorkArticle; you: string | null; onOpen: ReviewTabProps['onOpen'] };

function WorkItem({ work: { article, title, outlet, date, state, people }, you, onOpen }: ItemProps) {
  const own = people.find(({ person }) => person === you);
  const next = own?.mark === 'done' ? 'tagging' : 'done';
  const doing = next === 'done' ? words.markDone : words.markTagging;
  return (
    <li>
      <button type="button" className="link theirs" onClick={() => onOpen({ article, annotation: null, start: 0 })}>
        <bdi>{title}</bdi>
      </button>
      <p className="hint">
        <bdi>{outlet ?? words.noOutlet}</bdi>
        {date !== null && <>, {dateWords(date)}</>} · {words.states[state]}
      </p>
      <ul className="rw-marks" aria-label={words.people}>
        {people.map(({ person, mark, isBlind }) => (
          <li key={person}>
            <bdi>{person}</bdi>
            <span className="hint">{words.marks[mark ?? 'none']}</span>
            {isBlind && (
              <span className="hint rw-eye">
                <EyeOff className="i i-12" aria-hidden="true" />
                {words.blind}
              </span>
            )}
          </li>
        ))}
      </ul>
      {own && (
        <Button
          size="small"
          aria-label={words.mark(doing, title)}
          onClick={() => void save('articles:mark', { article, state: next }).catch(sayError)}
        >
          {doing}
        </Button>
      )}
    </li>
  );
}
