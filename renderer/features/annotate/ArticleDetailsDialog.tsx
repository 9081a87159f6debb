import { useId, useRef, useState, type SubmitEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Article, ArticleChanges } from '#shared/domain/article';
import { PartialDate } from '#shared/domain/partial-date';
import { detailsMessages } from '#shared/messages/en/annotate';
import { historyDialogMessages } from '#shared/messages/en/history';
import { uiMessages } from '#shared/messages/en/ui';
import { queries } from '../../api/queries.ts';
import { save } from '../../api/save.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

type Props = { article: Article; onHistory(article: Article): void; onClose(): void };

/** What is known about an article: title, outlet, date and byline can be set; its text cannot. */
export function ArticleDetailsDialog({ article, onHistory, onClose }: Props) {
  const form = useId();
  const first = useRef<HTMLInputElement>(null);
  const outlets = useQuery(queries.outlets()).data ?? [];
  const [title, setTitle] = useState(article.title);
  const [outlet, setOutlet] = useState(article.outlet ?? '');
  const [date, setDate] = useState(article.date ?? '');
  const [byline, setByline] = useState(article.byline ?? '');
  const [why, setWhy] = useState<string | null>(null);
  const isDateGood = date.trim() === '' || PartialDate.safeParse(date.trim()).success;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const now = { title: title.trim(), outlet: orNull(outlet), date: orNull(date), byline: orNull(byline) };
    if (now.title === '') return setWhy(detailsMessages.noTitle);
    if (!isDateGood) return setWhy(detailsMessages.badDate);
    const changes: ArticleChanges = {
      ...(now.title !== article.title && { title: now.title }),
      ...(now.outlet !== article.outlet && { outlet: now.outlet }),
      ...(now.date !== article.date && { date: now.date }),
      ...(now.byline !== article.byline && { byline: now.byline }),
    };
    try {
      if (Object.keys(changes).length > 0) await save('articles:update', { article: article.uid, changes });
      onClose();
    } catch (error) {
      setWhy(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <Dialog
      title={detailsMessages.title}
      initialFocus={first}
      onClose={onClose}
      footer={
        <>
          <Button
            onClick={() => {
              onClose();
              onHistory(article);
            }}
          >
            {historyDialogMessages.details}
          </Button>
          <span className="grow" />
          <Button onClick={onClose}>{uiMessages.cancel}</Button>
          <Button type="submit" form={form} variant="primary">
            {detailsMessages.save}
          </Button>
        </>
      }
    >
      <form id={form} className="stack form" onSubmit={(event) => void submit(event)}>
        <TextField
          ref={first}
          label={detailsMessages.titleField}
          value={title}
          dir="auto"
          onChange={(e) => setTitle(e.target.value)}
        />
        <TextField
          label={detailsMessages.outlet}
          hint={detailsMessages.outletHint}
          value={outlet}
          dir="auto"
          list={`${form}-outlets`}
          onChange={(e) => setOutlet(e.target.value)}
        />
        <datalist id={`${form}-outlets`}>
          {outlets.map(({ uid, name }) => (
            <option key={uid} value={name} />
          ))}
        </datalist>
        <TextField
          label={detailsMessages.date}
          hint={
            article.dateWritten === null
              ? detailsMessages.dateHint
              : `${detailsMessages.dateHint} ${detailsMessages.dateWritten(article.dateWritten)}`
          }
          value={date}
          isBad={!isDateGood}
          inputMode="numeric"
          onChange={(e) => setDate(e.target.value)}
        />
        <TextField
          label={detailsMessages.byline}
          value={byline}
          dir="auto"
          onChange={(e) => setByline(e.target.value)}
        />
        <p className="hint">
          {article.place === 'row'
            ? detailsMessages.sourceRow(article.source, article.sourceStart + 1)
            : detailsMessages.source(article.source, article.sourceStart, article.sourceEnd)}
        </p>
        {article.meta.length > 0 && (
          <section className="stack" aria-labelledby={`${form}-meta`}>
            <h3 id={`${form}-meta`} className="label">
              {detailsMessages.meta}
            </h3>
            <dl className="props props-wide meta">
              {article.meta.map(({ key, value }, n) => [
                <dt key={`${n} key`}>
                  <bdi>{key}</bdi>
                </dt>,
                <dd key={n} className="theirs" dir="auto">
                  {value}
                </dd>,
              ])}
            </dl>
          </section>
        )}
        {why !== null && (
          <p className="say say-bad" role="alert">
            {why}
          </p>
        )}
      </form>
    </Dialog>
  );
}
