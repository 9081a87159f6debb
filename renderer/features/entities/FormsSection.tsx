import { useId } from 'react';
import type { EntityForm } from '#shared/domain/entity';
import { entityMessages as words } from '#shared/messages/en/entities';
import { numberWords } from '#shared/messages/en/ui';
import { save } from '../../api/save.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { sayError } from '../../ui/toasts.tsx';
import type { EntityProps } from './entity-props.ts';

/** The words by which each outlet means the entity, and how often; what a rule linked is confirmed here. */
export function FormsSection({ entity, isOff, onSearch }: EntityProps & { onSearch(words: string): void }) {
  const id = useId();
  const { forms } = entity.details;
  const confirm = (form?: string) =>
    save('entities:confirm', { entity: entity.uid, ...(form !== undefined && { form }) })
      .then(({ confirmed }) => announce(words.confirmed(confirmed)))
      .catch(sayError);
  const most = Math.max(...forms.map(({ count }) => count), 1);
  return (
    <section aria-labelledby={id} className="ent-sec">
      <div className="ent-sec-head">
        <h2 id={id}>{words.forms}</h2>
        <span className="grow" />
        {entity.byRule > 0 && (
          <Button size="small" disabled={isOff} onClick={() => void confirm()}>
            {words.confirmAll(entity.byRule)}
          </Button>
        )}
      </div>
      {forms.length === 0 ? (
        <p className="hint ent-pad">{words.noForms}</p>
      ) : (
        <table className="table ent-table" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{words.form}</th>
              <th scope="col">{words.outlet}</th>
              <th scope="col" className="num">
                {words.count}
              </th>
              <td className="ent-bar-cell" />
              <td />
            </tr>
          </thead>
          <tbody>
            {[...Map.groupBy(forms, ({ form }) => form)].map(([form, rows]) => (
              <FormRows
                key={form}
                form={form}
                rows={rows}
                most={most}
                isOff={isOff}
                onConfirm={confirm}
                onSearch={onSearch}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type RowsProps = {
  form: string;
  rows: EntityForm[];
  most: number;
  isOff: boolean;
  onConfirm(form: string): unknown;
  onSearch(words: string): void;
};

/** One form with a line for each outlet that uses it. */
function FormRows({ form, rows, most, isOff, onConfirm, onSearch }: RowsProps) {
  const byRule = rows.reduce((sum, row) => sum + row.byRule, 0);
  return rows.map(({ outlet, count }, n) => (
    <tr key={outlet}>
      {n === 0 && (
        <th scope="rowgroup" rowSpan={rows.length} className="theirs ent-form-name">
          <button type="button" className="ent-link" title={words.concordance(form)} onClick={() => onSearch(form)}>
            <bdi>{form}</bdi>
          </button>
        </th>
      )}
      <td>{outlet === null ? <span className="muted">{words.unknownOutlet}</span> : <bdi>{outlet}</bdi>}</td>
      <td className="num">{numberWords(count)}</td>
      <td className="ent-bar-cell" aria-hidden="true">
        <i className="ent-fill" style={{ width: `${(count / most) * 100}%` }} />
      </td>
      {n === 0 && (
        <td rowSpan={rows.length} className="ent-act">
          {byRule > 0 && (
            <>
              <span className="hint tnum">{words.byRule(byRule)}</span>{' '}
              <Button size="small" variant="quiet" disabled={isOff} onClick={() => onConfirm(form)}>
                {words.confirmShort}
                <span className="vh"> {form}</span>
              </Button>
            </>
          )}
        </td>
      )}
    </tr>
  ));
}
