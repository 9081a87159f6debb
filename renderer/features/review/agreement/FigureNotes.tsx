import { Info, TriangleAlert } from 'lucide-react';
import type { AgreementRow, GammaRow } from '#shared/domain/agreement';
import { agreementWords, hollowWords } from '#shared/messages/en/agreement';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { findGamma, listHollow, listUndefined, toRowLabel } from '#shared/tables/agreement';

type Props = {
  rows: readonly AgreementRow[];
  gammas?: readonly GammaRow[];
  /** The figures that are shown, by name; all where left out. */
  shown?: readonly string[];
};

/** Beside figures: what makes them hollow, and why some are undefined, each with the rows that it holds for. */
export function FigureNotes({ rows, gammas = [], shown }: Props) {
  const toNames = (some: readonly AgreementRow[]) =>
    some.length === rows.length ? words.allRows : nameRows(some, rows);
  const hollow = listHollow(rows);
  const reasons = [
    ...Map.groupBy(
      rows.flatMap((row) =>
        listUndefined(row, findGamma(gammas, row))
          .map(({ names, because }) => ({ names: names.filter((name) => shown?.includes(name) ?? true), because, row }))
          .filter(({ names }) => names.length > 0),
      ),
      ({ names, because }) => `${names.join()} ${because}`,
    ).values(),
  ];
  return (
    <div className="ra-notes">
      {hollow.length > 0 && (
        <div className="say say-warn" role="note">
          <TriangleAlert className="i" aria-hidden="true" />
          <div>
            <p className="say-t">{words.hollowTitle}</p>
            <ul>
              {hollow.map(({ hollow: what, rows: some }) => (
                <li key={what}>
                  {hollowWords[what]} <bdi className="muted">{toNames(some)}</bdi>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {reasons.map((some) => (
        <div key={`${some[0]!.names.join()} ${some[0]!.because}`} className="say" role="note">
          <Info className="i" aria-hidden="true" />
          <p>
            <b className="strong">
              <bdi>{words.undefinedTitle(some[0]!.names, toNames(some.map(({ row }) => row)))}</bdi>
            </b>{' '}
            {words.undefinedSays(some[0]!.because)}
          </p>
        </div>
      ))}
    </div>
  );
}

/** A label alone where it is meant for all people and pairs, else with whose row it is. */
function nameRows(some: readonly AgreementRow[], all: readonly AgreementRow[]): string {
  const byLabel = Map.groupBy(some, toRowLabel);
  return [...byLabel]
    .flatMap(([label, own]) =>
      own.length === all.filter((row) => toRowLabel(row) === label).length
        ? [label]
        : own.map((row) => agreementWords.cli.row(label, row.coders)),
    )
    .join('; ');
}
