import { useState } from 'react';
import { Upload } from 'lucide-react';
import type { Agreement } from '#shared/domain/agreement';
import type { ArticleFilter } from '#shared/domain/filter';
import { agreementWords as names } from '#shared/messages/en/agreement';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { toAgreementTable } from '#shared/tables/agreement';
import { useAskedJob } from '../../api/use-asked-job.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { AgreementFilters } from './agreement/AgreementFilters.tsx';
import { AgreementGroups } from './agreement/AgreementGroups.tsx';
import { ArticleList } from './agreement/ArticleList.tsx';
import { toBehindKey, type Behind } from './agreement/behind.ts';
import { CoderList } from './agreement/CoderList.tsx';
import { Definitions } from './agreement/Definitions.tsx';
import { FigureNotes } from './agreement/FigureNotes.tsx';
import { FigureTable } from './agreement/FigureTable.tsx';
import { MatchList } from './agreement/MatchList.tsx';
import { useAgreementExport } from './agreement/use-agreement-export.ts';
import { WorkTable } from './agreement/WorkTable.tsx';
import type { ReviewTabProps } from './review-props.ts';
import '../../styles/data-table.css';
import '../../styles/pictures.css';
import '../../styles/review-agreement.css';

/** How far people agree who tagged the same articles, with what makes the figures hollow and what stands behind them. */
export function AgreementTab({ onOpen, onTab }: ReviewTabProps) {
  const [filter, setFilter] = useState<ArticleFilter>({});
  const [coders, setCoders] = useState<string[] | null>(null);
  const [behind, setBehind] = useState<Behind | null>(null);
  const [gammaOf, setGammaOf] = useState<string | null>(null);
  const agreed = { articles: filter, ...(coders && { coders }) };
  const figures = useAskedJob('agreement', 'agreement:figures', agreed);
  const known = useAskedJob('agreement', 'agreement:figures', { articles: {} }).data?.coders ?? [];
  const isGammaAsked = gammaOf === JSON.stringify(agreed);
  const gamma = useAskedJob('agreement', 'agreement:gamma', agreed, !isGammaAsked);
  const exporting = useAgreementExport();
  const { data } = figures;
  // what is kept meanwhile is of other articles or people
  const gammas = (isGammaAsked && !gamma.isLooking && gamma.data) || [];
  const isEmpty = data?.rows.every(({ articles }) => articles === 0);
  const isChosen = coders !== null || Object.keys(filter).length > 0;
  const close = () => setBehind(null);
  const showAll = () => {
    setFilter({});
    setCoders(null);
  };
  const list = behind && { agreed, onOpen, onClose: close };
  return (
    <div className={behind ? 'ra ra-two' : 'ra'}>
      <div className="ra-main">
        <div className="row ra-tools">
          <AgreementFilters
            filter={filter}
            known={known}
            coders={coders}
            onFilter={(next) => {
              setFilter(next);
              close();
            }}
            onCoders={(next) => {
              setCoders(next);
              close();
            }}
          />
          <span className="grow" />
          {isEmpty === false && !gamma.isLooking && gammas.length === 0 && (
            <Button
              size="small"
              title={words.gammaHint}
              onClick={() => (isGammaAsked ? gamma.again() : setGammaOf(JSON.stringify(agreed)))}
            >
              {words.gamma}
            </Button>
          )}
          {isEmpty === false && (
            <Button
              size="small"
              icon={<Upload className="i i-12" aria-hidden="true" />}
              title={words.exportHint}
              disabled={exporting.run.isPending}
              onClick={() => exporting.run.mutate({ ...agreed, withGamma: gammas.length > 0 })}
            >
              {words.export}
            </Button>
          )}
          <Definitions />
        </div>
        {exporting.run.isPending && (
          <JobProgress label={words.exporting} progress={exporting.progress} onCancel={exporting.cancel} />
        )}
        {figures.isLooking && (
          <JobProgress label={words.looking} progress={figures.progress} onCancel={figures.cancel} />
        )}
        {isGammaAsked && gamma.isLooking && (
          <JobProgress label={words.gammaLooking} progress={gamma.progress} onCancel={gamma.cancel} />
        )}
        {figures.isStopped && (
          <p className="row ra-stopped">
            {words.stopped} <Button onClick={figures.again}>{words.again}</Button>
          </p>
        )}
        {figures.error && <Trouble error={figures.error} />}
        {isGammaAsked && gamma.error && <Trouble error={gamma.error} />}
        {isEmpty && (
          <Empty title={words.emptyTitle}>
            <p>{isChosen ? words.emptyFilter : words.empty}</p>
            {isChosen && <Button onClick={showAll}>{words.showAll}</Button>}
            <Button onClick={() => onTab('work', null)}>{words.toWork}</Button>
          </Empty>
        )}
        {data && isEmpty === false && (
          <>
            <Figures agreement={data} gammas={gammas} behind={behind} onBehind={setBehind} />
            <AgreementGroups
              agreed={agreed}
              rows={data.rows.filter((row) => row.coders.length === data.coders.length)}
              behind={behind}
              onBehind={setBehind}
            />
            <WorkTable agreement={data} behind={behind} onBehind={setBehind} />
          </>
        )}
      </div>
      {list && behind.of === 'matches' && (
        <MatchList
          key={toBehindKey(behind)}
          {...list}
          behind={behind}
          onSettle={(article) => onTab('settle', article)}
        />
      )}
      {list && behind.of === 'work' && <CoderList key={toBehindKey(behind)} {...list} behind={behind} />}
      {list && behind.of === 'articles' && <ArticleList key={toBehindKey(behind)} {...list} behind={behind} />}
    </div>
  );
}

type FiguresProps = {
  agreement: Agreement;
  gammas: Parameters<typeof toAgreementTable>[1] & {};
  behind: Behind | null;
  onBehind(behind: Behind): void;
};

/** Figures of all coders, then of each pair, and what is to be said of them. */
function Figures({ agreement, gammas, behind, onBehind }: FiguresProps) {
  const { rows, coders } = agreement;
  const hasPairs = rows.some((row) => row.coders.length < coders.length);
  const heading = (n: number) => {
    const own = rows[n]!.coders;
    if (own.join('\n') === rows[n - 1]?.coders.join('\n')) return null;
    return <bdi>{words.setOf(own, own.length === coders.length)}</bdi>;
  };
  return (
    <>
      <FigureTable
        table={toAgreementTable(agreement, gammas)}
        rows={rows.map((row) => ({ row }))}
        gammas={gammas}
        unseen={[names.columns.hollow]}
        {...(hasPairs && { heading })}
        behind={behind}
        onBehind={onBehind}
      />
      <FigureNotes rows={rows} gammas={gammas} />
    </>
  );
}
