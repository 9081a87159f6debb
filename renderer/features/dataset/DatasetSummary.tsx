import { useQuery } from '@tanstack/react-query';
import { Check, Clock, TriangleAlert } from 'lucide-react';
import type { DatasetPreview, FormatName } from '#shared/domain/dataset';
import { datasetMessages as words } from '#shared/messages/en/dataset-view';
import { labelWords, numberWords } from '#shared/messages/en/ui';
import { letterOf } from '#shared/text/label-letter';
import { queries } from '../../api/queries.ts';
import { Sign } from '../../ui/Sign.tsx';
import { LossTable } from './LossTable.tsx';

type Props = { preview: DatasetPreview; format: FormatName; onWriteJsonl(): void };

/** What a dataset will hold, what its format cannot carry, and whether it may be written. */
export function DatasetSummary({ preview, format, onWriteJsonl }: Props) {
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  return (
    <>
      <header className="dataset-head">
        <h1>{words.head(preview.articles, preview.annotations)}</h1>
        <p className="soft">{words.formatSays[format]}</p>
        <dl className="sums">
          {labels
            .filter(({ name }) => preview.byLabel[name] !== undefined)
            .map(({ uid, name, key, colour, line }) => (
              <div key={uid}>
                <dt>
                  <Sign letter={letterOf({ key, name })} colour={colour} line={line} />
                  {labelWords(name, preview.byLabel[name]!)}
                </dt>
                <dd>{numberWords(preview.byLabel[name]!)}</dd>
              </div>
            ))}
        </dl>
      </header>
      {preview.articles === 0 && (
        <div className="empty">
          <h2>{words.noneTitle}</h2>
          <p>{words.none}</p>
        </div>
      )}
      <LossTable losses={preview.losses} onWriteJsonl={onWriteJsonl} />
      <Checks preview={preview} />
    </>
  );
}

function Checks({ preview: { checks } }: { preview: DatasetPreview }) {
  const isGood = checks.every(({ done, total }) => done === total);
  return (
    <section className="dataset-block" aria-labelledby="dataset-checks">
      <div className="dataset-block-head">
        <h2 id="dataset-checks">{words.checks}</h2>
        {isGood ? (
          <span className="check-passed">
            <Check className="i i-12" aria-hidden="true" />
            {words.checksPassed(checks.length)}
          </span>
        ) : (
          <span className="check-failed">{words.checksFailed}</span>
        )}
      </div>
      <ul className="dataset-checks">
        {checks.map(({ name, done, total }) => (
          <li key={name} className={done === total ? 'is-good' : 'is-bad'}>
            {done === total ? (
              <Check className="i" aria-hidden="true" />
            ) : (
              <TriangleAlert className="i" aria-hidden="true" />
            )}
            <span className="grow">
              {words.checkNames[name]}
              {done !== total && <span className="hint"> {words.quotesBad}</span>}
            </span>
            <span className="tnum muted">{words.checkCounts[name](done, total)}</span>
          </li>
        ))}
        <li>
          <Clock className="i" aria-hidden="true" />
          <span className="grow">{words.rereadCheck}</span>
          <span className="muted">{words.later}</span>
        </li>
      </ul>
    </section>
  );
}
