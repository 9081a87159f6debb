import type { AgreementRow, Coefficient } from '#shared/domain/agreement';
import type { Label } from '#shared/domain/codebook';
import { agreementWords } from '#shared/messages/en/agreement';
import { agreementViewMessages as viewWords } from '#shared/messages/en/agreement-view';
import { settleMessages as words } from '#shared/messages/en/settle';
import { toRowLabel } from '#shared/tables/agreement';
import { BESIDE } from '../../../api/refresh-agreement.ts';
import { useAskedJob } from '../../../api/use-asked-job.ts';
import { Button } from '../../../ui/Button.tsx';
import { Trouble } from '../../../ui/Trouble.tsx';
import { Definitions } from '../agreement/Definitions.tsx';
import { NoFigure } from '../agreement/Figure.tsx';
import { FigureNotes } from '../agreement/FigureNotes.tsx';
import { figureWords, intervalWords } from '../agreement/figure-words.ts';
import { Interval } from '../agreement/Interval.tsx';
import { TagSign } from './TagSign.tsx';

type Props = { left: string; right: string; labels: readonly Label[]; onAllFigures(): void };

const { columns } = agreementWords;
const shown = [
  [columns.uAlpha, (row) => row.uAlpha],
  [columns.f1Exact, (row) => row.f1.exact],
  [columns.f1Boundary, (row) => row.f1.boundary],
  [columns.f1Overlap, (row) => row.f1.overlap],
] as const satisfies readonly (readonly [string, (row: AgreementRow) => Coefficient])[];
const [[uAlpha]] = shown;

/** How far the two agree in all that both have finished, as it was when the article was opened. */
export function AgreementSection({ left, right, labels, onAllFigures }: Props) {
  const { data, error, isLooking, again } = useAskedJob(BESIDE, 'agreement:figures', {
    articles: {},
    coders: [left, right],
  });
  const rows = data?.rows ?? [];
  const [first] = rows;
  const kappa = first?.kappa.value ?? null;
  return (
    <section className="sec" aria-busy={isLooking}>
      <div className="sec-h">
        <h3>{first ? words.agreement(first.articles) : agreementWords.title}</h3>
        <span className="end">
          <Definitions isBrief />
        </span>
      </div>
      {error && <Trouble error={error} />}
      {!data && isLooking && <p className="hint">{words.agreementLooking}</p>}
      {!data && !isLooking && (
        <Button size="small" onClick={again}>
          {viewWords.again}
        </Button>
      )}
      {data && !first?.articles && <p className="hint">{words.agreementNone}</p>}
      {data && first && first.articles > 0 && (
        <>
          <table className="table settle-agreement">
            <caption className="vh">{agreementWords.title}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="vh">{columns.label}</span>
                </th>
                {shown.map(([name]) => (
                  <th key={name} scope="col" className={name === uAlpha ? 'num settle-drawn' : 'num'}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <FigureRow key={toRowLabel(row)} row={row} labels={labels} />
              ))}
            </tbody>
          </table>
          <p className="hint settle-goes">
            {words.agreementNote(kappa === null ? null : figureWords(kappa), data.method)}
          </p>
          <FigureNotes rows={rows} shown={shown.map(([name]) => name)} />
          <Button size="small" onClick={onAllFigures}>
            {words.allFigures}
          </Button>
        </>
      )}
    </section>
  );
}

const FigureRow = ({ row, labels }: { row: AgreementRow; labels: readonly Label[] }) => (
  <tr>
    <th scope="row">
      <span className="settle-of">
        {row.labels.map((label) => (
          <TagSign key={label} label={label} labels={labels} />
        ))}
        <bdi>{toRowLabel(row)}</bdi>
      </span>
    </th>
    {shown.map(([name, of]) => (
      <td key={name} className="num">
        <BriefFigure name={name} figure={of(row)} isDrawn={name === uAlpha} />
      </td>
    ))}
  </tr>
);

type FigureProps = { name: string; figure: Coefficient; isDrawn: boolean };

/** A figure, and its interval as a line where that is drawn, else only said where somebody points. */
function BriefFigure({ name, figure, isDrawn }: FigureProps) {
  if (figure.value === null) return <NoFigure name={name} figure={figure} />;
  const interval = intervalWords(figure) ?? undefined;
  if (!isDrawn) return <span title={interval}>{figureWords(figure.value)}</span>;
  return (
    <span className="ra-figure" title={interval}>
      <Interval figure={figure} />
      <b className="strong">{figureWords(figure.value)}</b>
      {interval !== undefined && <span className="vh"> {interval}</span>}
    </span>
  );
}
