import { TriangleAlert } from 'lucide-react';
import type { AgreementRow } from '#shared/domain/agreement';
import type { Label } from '#shared/domain/codebook';
import { agreementWords as names, hollowWords } from '#shared/messages/en/agreement';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { toRowLabel } from '#shared/tables/agreement';
import { TagSign } from '../settle/TagSign.tsx';

type Props = { row: AgreementRow; labels: readonly Label[]; onUnfinished(): void };

/** What a row is of, and what makes its figures hollow. */
export function RowLabel({ row, labels, onUnfinished }: Props) {
  const said = row.hollow.filter((hollow) => hollow !== 'unfinished');
  return (
    <span className="ra-label">
      <span className="row">
        {row.labels.map((label) => (
          <TagSign key={label} label={label} labels={labels} />
        ))}
        <bdi className="strong">{toRowLabel(row)}</bdi>
      </span>
      {said.length > 0 && (
        <span className="ra-hollow">
          <TriangleAlert className="i i-12" aria-hidden="true" />
          <span>
            {said.map((hollow, n) => (
              <span key={hollow} title={hollowWords[hollow]}>
                {n > 0 && ', '}
                {names.hollow[hollow]}
              </span>
            ))}
          </span>
        </span>
      )}
      {row.unfinished > 0 && (
        <button type="button" className="ra-unfinished" onClick={onUnfinished}>
          {words.unfinished(row.unfinished)}
        </button>
      )}
    </span>
  );
}
