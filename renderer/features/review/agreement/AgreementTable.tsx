import type { AgreementRow, Coefficient, GammaRow } from '#shared/domain/agreement';
import { agreementWords as names, hollowWords } from '#shared/messages/en/agreement';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { findGamma, listFigures, toRowLabel } from '#shared/tables/agreement';
import { FigureCell } from './FigureCell.tsx';
import { Interval } from './Interval.tsx';

type Props = {
  rows: readonly AgreementRow[];
  gammas: readonly GammaRow[];
  behind: AgreementRow | null;
  onBehind(row: AgreementRow): void;
};

/** uα first, with its interval drawn; the others behind it as they are in every table of agreement. */
const inOrder = (row: AgreementRow, gamma: GammaRow | undefined): { name: string; figure: Coefficient }[] =>
  listFigures(row, gamma).filter(({ name }) => name !== names.columns.uAlpha);

/** A row for each label and set of people; the name of a row opens what stands behind it. */
export function AgreementTable({ rows, gammas, behind, onBehind }: Props) {
  const heads = inOrder(rows[0]!, gammas[0]).map(({ name }) => name);
  return (
    <div className="ra-scroll">
      <table className="table ra-table" aria-label={words.table}>
        <thead>
          <tr>
            <th scope="col">{names.columns.label}</th>
            <th scope="col">{names.columns.coders}</th>
            <th scope="col" className="num">
              {names.columns.articles}
            </th>
            <th scope="col" className="num">
              {names.columns.uAlpha}
            </th>
            <th scope="col" aria-label={words.interval('', '')} className="ra-ci">
              0 – 1
            </th>
            {heads.map((name) => (
              <th key={name} scope="col" className="num">
                {name}
              </th>
            ))}
            <th scope="col">{names.columns.hollow}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const label = toRowLabel(row);
            return (
              <tr key={`${label} ${row.coders.join()}`} aria-selected={row === behind}>
                <th scope="row">
                  <button type="button" className="link" aria-label={words.behind(label)} onClick={() => onBehind(row)}>
                    {label}
                  </button>
                </th>
                <td>
                  <bdi>{row.coders.join(', ')}</bdi>
                </td>
                <td className="num">{row.articles}</td>
                <FigureCell name={names.columns.uAlpha} figure={row.uAlpha} isStrong />
                <td className="ra-ci">
                  <Interval figure={row.uAlpha} />
                </td>
                {inOrder(row, findGamma(gammas, row)).map(({ name, figure }) => (
                  <FigureCell key={name} name={name} figure={figure} />
                ))}
                <td className="ra-hollow">
                  {row.hollow.map((each) => (
                    <span key={each} className="say-warn" title={hollowWords[each]}>
                      {names.hollow[each]}
                    </span>
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <ul className="hint ra-notes">
        {[...new Set(rows.flatMap(({ hollow }) => hollow))].map((each) => (
          <li key={each}>{hollowWords[each]}</li>
        ))}
      </ul>
    </div>
  );
}
