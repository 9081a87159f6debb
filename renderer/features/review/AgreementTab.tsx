import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { AgreementRow } from '#shared/domain/agreement';
import { agreementWords } from '#shared/messages/en/agreement';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { toWorkTable } from '#shared/tables/agreement';
import { printCell } from '#shared/tables/print-cell';
import { queries } from '../../api/queries.ts';
import { useAskedJob } from '../../api/use-asked-job.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceChip } from '../../ui/ChoiceChip.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { AgreementGroups } from './agreement/AgreementGroups.tsx';
import { AgreementTable } from './agreement/AgreementTable.tsx';
import { Definitions } from './agreement/Definitions.tsx';
import { MatchList } from './agreement/MatchList.tsx';
import type { ReviewTabProps } from './review-props.ts';
import '../../styles/review-agreement.css';

/** How far people agree who tagged the same articles, with what makes the figures hollow and what stands behind them. */
export function AgreementTab({ onOpen, onTab }: ReviewTabProps) {
  const [outlet, setOutlet] = useState<string | null>(null);
  const [coders, setCoders] = useState<string[] | null>(null);
  const [isGammaAsked, setGammaAsked] = useState(false);
  const [behind, setBehind] = useState<AgreementRow | null>(null);
  const outlets = (useQuery(queries.outlets()).data ?? []).filter(({ articles }) => articles > 0);
  const agreed = { articles: outlet === null ? {} : { outlets: [outlet] }, ...(coders && { coders }) };
  const figures = useAskedJob('agreement', 'agreement:figures', agreed);
  const gamma = useAskedJob('agreement', 'agreement:gamma', agreed, !isGammaAsked);
  const { data } = figures;
  const known = useAskedJob('agreement', 'agreement:figures', { articles: agreed.articles }).data?.coders ?? [];

  const toggle = (name: string) => {
    const before = coders ?? known.map((each) => each.name);
    const after = before.includes(name) ? before.filter((each) => each !== name) : [...before, name];
    setCoders(after.length === known.length || after.length < 2 ? null : after);
    setBehind(null);
  };
  return (
    <div className="ra">
      <div className="ra-main">
        <div className="row ra-tools">
          {known.length > 2 && (
            <div className="row" role="group" aria-label={words.people}>
              {known.map(({ name, finished }) => (
                <button
                  key={name}
                  type="button"
                  className={`chip${coders === null || coders.includes(name) ? ' chip-on' : ''}`}
                  aria-pressed={coders === null || coders.includes(name)}
                  title={words.finished(name, finished)}
                  onClick={() => toggle(name)}
                >
                  <bdi>{name}</bdi>
                </button>
              ))}
            </div>
          )}
          <ChoiceChip
            any={words.anyOutlet}
            toName={words.outletIs}
            chosen={outlet}
            options={outlets.map(({ name }) => ({ value: name, word: name }))}
            onChoose={setOutlet}
          />
          <span className="grow" />
          {data && data.rows.length > 0 && !gamma.isLooking && !gamma.data && (
            <Button size="small" onClick={() => (isGammaAsked ? gamma.again() : setGammaAsked(true))}>
              {words.gamma}
            </Button>
          )}
          <Definitions />
        </div>
        {figures.isLooking && !data && (
          <JobProgress label={words.looking} progress={figures.progress} onCancel={figures.cancel} />
        )}
        {gamma.isLooking && (
          <JobProgress label={words.gammaLooking} progress={gamma.progress} onCancel={gamma.cancel} />
        )}
        {figures.isStopped && (
          <p className="row">
            {words.stopped} <Button onClick={figures.again}>{words.again}</Button>
          </p>
        )}
        {(figures.error ?? gamma.error) && <Trouble error={(figures.error ?? gamma.error)!} />}
        {data?.rows.length === 0 && (
          <Empty title={words.emptyTitle}>
            <p>{words.empty}</p>
            <Button onClick={() => onTab('work', null)}>{words.toWork}</Button>
          </Empty>
        )}
        {data && data.rows.length > 0 && (
          <>
            <AgreementTable rows={data.rows} gammas={gamma.data ?? []} behind={behind} onBehind={setBehind} />
            <p className="hint">{agreementWords.note(data.method)}</p>
            <AgreementGroups agreed={agreed} />
            <DataTable table={toWorkTable(data)} print={printCell} />
          </>
        )}
      </div>
      {behind && (
        <MatchList
          key={`${behind.label ?? ''} ${behind.coders.join()}`}
          row={behind}
          articles={agreed.articles}
          onOpen={onOpen}
          onSettle={(article) => onTab('settle', article)}
          onClose={() => setBehind(null)}
        />
      )}
    </div>
  );
}
