import { useState } from 'react';
import type { ArticleFilter } from '#shared/domain/filter';
import type { AgreementRow, Match, MatchedSide } from '#shared/domain/agreement';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { toRowLabel } from '#shared/tables/agreement';
import { useAskedJob } from '../../../api/use-asked-job.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { JobProgress } from '../../../ui/JobProgress.tsx';
import { Trouble } from '../../../ui/Trouble.tsx';
import type { ReviewTabProps } from '../review-props.ts';

/** So many are listed; who wants all settles them. */
const LIMIT = 200;

type Props = {
  row: AgreementRow;
  articles: ArticleFilter;
  onOpen: ReviewTabProps['onOpen'];
  onSettle(article: string): void;
  onClose(): void;
};

/** What two people tagged otherwise, or alike, behind a row of figures. */
export function MatchList({ row, articles, onOpen, onSettle, onClose }: Props) {
  const [kind, setKind] = useState<'differ' | 'agree'>('differ');
  const label = toRowLabel(row);
  const asked = useAskedJob('agreement', 'agreement:matches', {
    articles,
    coders: row.coders,
    label: row.label,
    among: row.labels,
    kinds: kind === 'agree' ? ['agree'] : ['label', 'boundary', 'only-one'],
    limit: LIMIT,
  });
  const { data } = asked;
  const counts = data?.counts;
  const differ = counts ? counts.label + counts.boundary + counts['only-one'] : null;
  return (
    <aside className="ra-behind" aria-label={words.behind(label)} data-region>
      <div className="row">
        <h2>{words.behindTitle(label, row.coders.join(', '))}</h2>
        <span className="grow" />
        <Button size="small" onClick={onClose}>
          {words.close}
        </Button>
      </div>
      <Choice
        label={words.behind(label)}
        value={kind}
        options={(['differ', 'agree'] as const).map((value) => ({
          value,
          name: `${words.kinds[value]} ${(value === 'agree' ? counts?.agree : differ) ?? ''}`,
        }))}
        onChoose={(next) => setKind(next)}
      />
      {asked.error && <Trouble error={asked.error} />}
      {asked.isLooking && !data && (
        <JobProgress label={words.looking} progress={asked.progress} onCancel={asked.cancel} />
      )}
      {data?.total === 0 && <p className="hint">{words.none}</p>}
      <ul className="ra-matches">
        {data?.matches.map((match) => (
          <li key={`${match.left?.annotation ?? ''} ${match.right?.annotation ?? ''}`}>
            <MatchRow match={match} onOpen={onOpen} onSettle={onSettle} />
          </li>
        ))}
      </ul>
      {data && data.total > data.matches.length && (
        <p className="hint">{words.more(data.total - data.matches.length)}</p>
      )}
      {data && data.hidden > 0 && <p className="hint">{words.hidden(data.hidden)}</p>}
    </aside>
  );
}

function MatchRow({ match, onOpen, onSettle }: { match: Match } & Pick<Props, 'onOpen' | 'onSettle'>) {
  const { article, title, kind, coders, left, right } = match;
  const first = (left ?? right)!;
  return (
    <>
      <p className="hint">
        {words.matchKind[kind]} · <bdi>{title}</bdi>
      </p>
      {([left, right] as const).map((side, n) => (
        <Side key={coders[n]} coder={coders[n]!} side={side} />
      ))}
      <div className="row">
        <Button
          size="small"
          onClick={() => onOpen({ article, annotation: first.annotation, start: first.spans[0]!.start })}
        >
          {words.open}
        </Button>
        {kind !== 'agree' && (
          <Button size="small" onClick={() => onSettle(article)}>
            {words.settle}
          </Button>
        )}
      </div>
    </>
  );
}

const Side = ({ coder, side }: { coder: string; side: MatchedSide | null }) => (
  <p className="ra-side">
    <bdi className="hint">{coder}</bdi>
    {side ? (
      <>
        <span>{side.label}</span> <bdi className="theirs">{side.spans.map(({ quote }) => quote).join(' … ')}</bdi>
      </>
    ) : (
      <span className="muted">{words.nothing}</span>
    )}
  </p>
);
