import { useEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { AnnotationFilter } from '#shared/domain/filter';
import { ArticleRef } from '#shared/domain/ids';
import type { Review } from '#shared/domain/review';
import { checkMessages as words } from '#shared/messages/en/check';
import { dateWords, numberWords, setApart, uiMessages } from '#shared/messages/en/ui';
import { queries, useStatus } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { CheckBar } from './check/CheckBar.tsx';
import { anyOfAll, CheckFilters, type Wish } from './check/CheckFilters.tsx';
import { CheckPane } from './check/CheckPane.tsx';
import { CheckProgress } from './check/CheckProgress.tsx';
import { CheckQueue } from './check/CheckQueue.tsx';
import { CheckText, type CheckTextHandle } from './check/CheckText.tsx';
import { useCheckForm } from './check/use-check-form.ts';
import { useCheckKeys, type CheckKey } from './check/use-check-keys.ts';
import { useChecking, type Segment } from './check/use-checking.ts';
import type { ReviewTabProps } from './review-props.ts';
import '../../styles/review-check.css';

const segments = ['unchecked', 'unsure', 'accepted'] as const satisfies readonly Segment[];
const noReviews: Review[] = [];
const begun = {
  accept: 'accepted',
  reject: 'rejected',
  correct: 'corrected',
  unsure: 'unsure',
  missing: 'missing',
} as const;

/** Others' annotations, one after the other, each accepted, corrected, rejected or left open by one key. */
export function CheckTab({ onOpen }: ReviewTabProps) {
  const root = useRef<HTMLDivElement>(null);
  const text = useRef<CheckTextHandle>(null);
  const status = useStatus();
  const person = status?.annotator ?? '';
  const canWrite = status?.mode === 'write';
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  const people = useQuery(queries.people()).data;
  const others = (people ?? []).filter(({ name, tags }) => name !== person && tags > 0).map(({ name }) => name);
  const [wish, setWish] = useState<Wish>(anyOfAll);
  const [isWhole, setWhole] = useState(false);
  const filter = toFilter(wish, others);
  const isOff = people === undefined || others.length === 0;
  const checking = useChecking({ filter, onlyOutdated: wish.outdated, isOff });
  const { focused, mode, segment, total } = checking;
  const isRead = people !== undefined && checking.isRead;
  const form = useCheckForm(checking, { person, labels, text });
  const article = useQuery({ ...queries.article(focused?.article ?? ''), enabled: focused !== null }).data;
  const reviews = useQuery({ ...queries.reviews(focused?.uid ?? ''), enabled: focused !== null }).data ?? noReviews;

  const leave = () => root.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  useEffect(() => {
    if (mode === 'ask' && document.activeElement === document.body) leave(); // what had the focus went with the form
  }, [mode, focused?.uid]);

  const press = (key: CheckKey): boolean => {
    if (typeof key === 'object') return form.pick(key.number);
    if (key === 'give-up') {
      if (mode === 'ask' && !(document.activeElement instanceof HTMLInputElement)) return false;
      checking.setMode('ask');
      leave();
      return true;
    }
    if (key.startsWith('start-') || key.startsWith('end-')) {
      const [edge, where] = key.split('-') as ['start' | 'end', 'earlier' | 'later'];
      if (form.isEditing) form.move(edge, where === 'later' ? 1 : -1);
      return form.isEditing;
    }
    if (form.isEditing) return false;
    if (key === 'next' || key === 'previous') checking.step(key === 'next' ? 1 : -1);
    else if (!canWrite) return false;
    else if (key === 'rule') root.current?.querySelector<HTMLElement>('.settle-cite, .settle-rule button')?.click();
    else if (key === 'comment') root.current?.querySelector<HTMLElement>('[data-comment]')?.focus();
    else form.begin(begun[key as keyof typeof begun]);
    return true;
  };
  useCheckKeys(root, press);

  const isFiltered = Object.values(wish).some((value) => value !== null && value !== false);
  return (
    <div ref={root} className="rp ck">
      <section className="pane" aria-label={words.queue} data-region>
        <div className="pane-head">
          <h2>{words.heading}</h2>
          <span className="num">{isRead && numberWords(total)}</span>
        </div>
        <div className="rp-segments">
          <Choice
            label={words.segments}
            value={segment}
            options={segments.map((value) => ({ value, name: words.segment[value] }))}
            onChoose={checking.setSegment}
          />
        </div>
        <CheckFilters
          wish={wish}
          people={others}
          labels={labels}
          article={focused?.article ?? null}
          outdated={checking.outdated.total}
          onWish={setWish}
        />
        {others.length > 0 && <CheckProgress filter={filter} />}
        {checking.error && <Trouble error={checking.error} />}
        <CheckQueue checking={checking} labels={labels} />
        <p className="hint ck-own">{words.ownLeftOut}</p>
      </section>
      <section className="pane pane-paper" aria-label={words.text} data-region>
        {focused ? (
          <>
            <header className="rp-head">
              <div className="rp-title">
                <bdi className="theirs trunc">{article?.title}</bdi>
                <span className="hint trunc">
                  {[article?.outlet && setApart(article.outlet), article?.date && dateWords(article.date)]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </div>
              <Button size="small" variant="quiet" aria-pressed={isWhole} onClick={() => setWhole(!isWhole)}>
                {isWhole ? words.around : words.whole}
              </Button>
            </header>
            <CheckText ref={text} focused={focused} labels={labels} isWhole={isWhole} meant={form.meant} />
            <CheckBar
              checking={checking}
              labels={labels}
              canWrite={canWrite}
              isOutdated={reviews.some((review) => review.isOutdated)}
              text={form.body}
              edited={form.edited}
              reason={form.reason}
              reasons={form.reasons}
              onEdit={form.edit}
              onMove={form.move}
              onSelected={form.takeSelected}
              onBegin={form.begin}
              onReason={form.setPicked}
              onSend={form.send}
              onGiveUp={() => press('give-up')}
              onRule={(rule) => {
                checking.change({ rule });
                requestAnimationFrame(leave); // the menu went, and what opened it
              }}
              onOpen={() =>
                onOpen({ article: focused.article, annotation: focused.uid, start: focused.spans[0]!.start })
              }
            />
          </>
        ) : isRead ? (
          <Empty title={words.emptyTitle[segment]}>
            <p>{words.empty[segment]}</p>
            {isFiltered && <Button onClick={() => setWish(anyOfAll)}>{words.allLooked}</Button>}
          </Empty>
        ) : (
          !checking.error && <Empty title={uiMessages.loading} />
        )}
      </section>
      <CheckPane checking={checking} labels={labels} reviews={reviews} canWrite={canWrite} onLeave={leave} />
    </div>
  );
}

const toFilter = ({ outlet, person, label, article }: Wish, others: readonly string[]): AnnotationFilter => ({
  annotators: person === null ? [...others] : [person],
  ...(outlet !== null && { outlets: [outlet] }),
  ...(label !== null && { labels: [label] }),
  ...(article !== null && { articles: [ArticleRef.parse(article)] }),
});
