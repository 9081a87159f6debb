import { useState } from 'react';
import type { Input } from '#shared/api/contract';
import { AgreementBy } from '#shared/domain/agreement';
import { agreementWords as names } from '#shared/messages/en/agreement';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { toRowLabel } from '#shared/tables/agreement';
import { useAskedJob } from '../../../api/use-asked-job.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FigureCell } from './FigureCell.tsx';
import { Interval } from './Interval.tsx';

/** uα by outlet, or by when articles were finished, of all coders. */
export function AgreementGroups({ agreed }: { agreed: Input<'agreement:figures'> }) {
  const [by, setBy] = useState<AgreementBy>('outlet');
  const groups = useAskedJob('agreement', 'agreement:groups', { ...agreed, by }).data ?? [];
  return (
    <section className="ra-groups" aria-label={words.over}>
      <div className="row">
        <h2>{words.over}</h2>
        <Choice
          label={words.over}
          value={by}
          options={AgreementBy.options.map((value) => ({ value, name: words.by[value] }))}
          onChoose={(next) => setBy(next)}
        />
      </div>
      <table className="table" aria-label={words.over}>
        <thead>
          <tr>
            <th scope="col">{words.by[by]}</th>
            <th scope="col">{names.columns.label}</th>
            <th scope="col" className="num">
              {names.columns.articles}
            </th>
            <th scope="col" className="num">
              {names.columns.uAlpha}
            </th>
            <th scope="col" className="ra-ci">
              0 – 1
            </th>
            <th scope="col" className="num">
              {names.columns.f1Exact}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.flatMap(({ outlet, from, articles, rows }) =>
            rows.map((row) => (
              <tr key={`${outlet ?? ''} ${from ?? ''} ${toRowLabel(row)}`}>
                <td>
                  <bdi>{by === 'outlet' ? (outlet ?? names.noOutlet) : from}</bdi>
                </td>
                <td>{toRowLabel(row)}</td>
                <td className="num">{articles}</td>
                <FigureCell name={names.columns.uAlpha} figure={row.uAlpha} isStrong />
                <td className="ra-ci">
                  <Interval figure={row.uAlpha} />
                </td>
                <FigureCell name={names.columns.f1Exact} figure={row.f1.exact} />
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
