import { useId } from 'react';
import type { PlannedArticle } from '#shared/domain/import';
import { importMessages as words } from '#shared/messages/en/import-dialog';
import { isDateGood, type Details } from './page-choices.ts';

type Props = { article: PlannedArticle; details: Details; outlets: string[]; onWrite(details: Details): void };

/** Title, outlet and date of an article, each with where it was found; what is written here is taken in its place. */
export function ArticleFields({ article, details, outlets, onWrite }: Props) {
  const id = useId();
  const isBad = !isDateGood(details.date ?? '');
  return (
    <div className="import-fields">
      <Field
        id={`${id}-title`}
        name={words.field.title}
        from={details.title === undefined ? words.titleFound : words.asYouWrote}
        isTheirs
        value={details.title ?? article.title}
        placeholder={article.title}
        onChange={(title) => onWrite({ title })}
      />
      <Field
        id={`${id}-outlet`}
        name={words.field.outlet}
        from={sayOutlet(article, details)}
        value={details.outlet ?? article.outlet ?? ''}
        list={`${id}-outlets`}
        onChange={(outlet) => onWrite({ outlet })}
      />
      <datalist id={`${id}-outlets`}>
        {outlets.map((outlet) => (
          <option key={outlet} value={outlet} />
        ))}
      </datalist>
      <Field
        id={`${id}-date`}
        name={words.field.date}
        from={isBad ? words.dateBad : sayDate(article, details)}
        isBad={isBad}
        value={details.date ?? article.date ?? ''}
        onChange={(date) => onWrite({ date })}
      />
      {article.byline !== null && (
        <div>
          <span className="label">{words.field.byline}</span>
          <span className="theirs" dir="auto">
            {article.byline}
          </span>
        </div>
      )}
    </div>
  );
}

function sayOutlet({ outletFoundBy }: PlannedArticle, { outlet }: Details): string {
  if (outlet !== undefined && outlet.trim() !== '') return words.asYouWrote;
  return outlet !== undefined || outletFoundBy === null ? words.outletAsk : words.outletFound(outletFoundBy);
}

function sayDate({ dateWritten }: PlannedArticle, { date }: Details): string {
  if (date !== undefined && date.trim() !== '') return words.asYouWrote;
  return date !== undefined || dateWritten === null ? words.dateAsk : words.dateFound(dateWritten);
}

type FieldProps = {
  id: string;
  name: string;
  from: string;
  value: string;
  placeholder?: string;
  list?: string;
  isBad?: boolean;
  isTheirs?: boolean;
  onChange(value: string): void;
};

function Field({ id, name, from, value, placeholder, list, isBad = false, isTheirs = false, onChange }: FieldProps) {
  return (
    <div>
      <label className="label" htmlFor={id}>
        {name}
      </label>
      <span className="stack">
        <span className={`field ${isBad ? 'is-bad' : ''}`}>
          <input
            id={id}
            className={isTheirs ? 'theirs' : 'tnum'}
            dir="auto"
            autoComplete="off"
            maxLength={isTheirs ? 1000 : 200}
            value={value}
            placeholder={placeholder}
            list={list}
            aria-invalid={isBad}
            aria-describedby={`${id}-from`}
            onChange={(event) => onChange(event.target.value)}
          />
        </span>
        <span id={`${id}-from`} className="import-from" dir="auto">
          {from}
        </span>
      </span>
    </div>
  );
}
