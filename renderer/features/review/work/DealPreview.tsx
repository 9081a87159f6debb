import type { DealReport } from '#shared/domain/work';
import { numberWords } from '#shared/messages/en/ui';
import { workMessages } from '#shared/messages/en/work';
import { WideTable } from '../../../ui/WideTable.tsx';

const words = workMessages.deal;
type Counts = Pick<DealReport, 'articles' | 'shared' | 'people'>;

/** What giving articles out comes to: how many of which outlet, and to whom. */
export function DealPreview({ report }: { report: DealReport }) {
  return (
    <>
      {report.leftOut > 0 && <p className="hint">{words.leftOut(report.leftOut)}</p>}
      {report.articles === 0 && <p>{words.nothing}</p>}
      {report.articles > 0 && report.changed === 0 && <p>{words.noChange}</p>}
      {report.articles > 0 && (
        <WideTable name={words.preview} className="rw-scroll">
          <table className="table">
            <caption className="vh">{words.preview}</caption>
            <thead>
              <tr>
                <th scope="col">{words.previewOf.outlet}</th>
                <th scope="col" className="num">
                  {words.previewOf.articles}
                </th>
                <th scope="col" className="num">
                  {words.previewOf.shared}
                </th>
                {report.people.map(({ person }) => (
                  <th key={person} scope="col" className="num">
                    <bdi className="trunc" title={person}>
                      {person}
                    </bdi>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {report.outlets.map((counts) => (
                <tr key={counts.outlet ?? ''}>
                  <th scope="row">
                    <bdi className="trunc" title={counts.outlet ?? undefined}>
                      {counts.outlet ?? workMessages.noOutlet}
                    </bdi>
                  </th>
                  <Cells counts={counts} />
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{words.total}</th>
                <Cells counts={report} />
              </tr>
            </tfoot>
          </table>
        </WideTable>
      )}
    </>
  );
}

const Cells = ({ counts: { articles, shared, people } }: { counts: Counts }) => (
  <>
    <td className="num">{numberWords(articles)}</td>
    <td className="num">{numberWords(shared)}</td>
    {people.map((each) => (
      <td key={each.person} className="num">
        {numberWords(each.articles)}
        {each.shared > 0 && each.shared < each.articles && <span className="hint"> {words.ofThese(each.shared)}</span>}
      </td>
    ))}
  </>
);
