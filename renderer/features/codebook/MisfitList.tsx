import type { Misfit } from '#shared/domain/codebook';
import { codebookMessages, misfitWords, valueWords } from '#shared/messages/en/codebook';
import { Empty } from '../../ui/Empty.tsx';

/** Where a value stands that no longer fits. */
export type Opened = Pick<Misfit, 'article' | 'annotation'>;
type Props = { total: number; misfits: Misfit[]; onOpen(opened: Opened): void };

/** Values that do not fit the codebook as it is now: kept where they are, each with the reason. */
export function MisfitList({ total, misfits, onOpen }: Props) {
  const { columns } = codebookMessages;
  if (total === 0) return <Empty title={codebookMessages.misfits(0)}>{codebookMessages.misfitsNone}</Empty>;
  return (
    <section className="cb-edit" aria-label={codebookMessages.misfitsTitle}>
      <div className="cb-part">
        <h3 className="cb-h">{codebookMessages.misfitsTitle}</h3>
        <p className="hint">{codebookMessages.misfitsWhy}</p>
        {total > misfits.length && <p className="hint">{codebookMessages.misfitsFirst(misfits.length, total)}</p>}
      </div>
      <table className="table">
        <thead>
          <tr>
            {(['label', 'attribute', 'value', 'why'] as const).map((each) => (
              <th key={each} scope="col">
                {columns[each]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {misfits.map(({ article, annotation, label, attribute, value, why }, n) => (
            <tr key={n}>
              <td>
                <bdi>{label}</bdi>
              </td>
              <td>
                <bdi>{attribute}</bdi>
              </td>
              <td>
                <button
                  type="button"
                  className="cb-link"
                  aria-label={codebookMessages.openMisfit(attribute, valueWords(value))}
                  onClick={() => onOpen({ article, annotation })}
                >
                  <bdi>{valueWords(value)}</bdi>
                </button>
              </td>
              <td className="hint">{misfitWords[why]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
