import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Input } from '#shared/api/contract';
import type { Match, MatchedSide, MatchKind } from '#shared/domain/agreement';
import type { Label } from '#shared/domain/codebook';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { numberWords, shortQuote } from '#shared/messages/en/ui';
import { toRowLabel } from '#shared/tables/agreement';
import { queries } from '../../../api/queries.ts';
import { useAskedJob } from '../../../api/use-asked-job.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import type { ReviewTabProps } from '../review-props.ts';
import { TagSign } from '../settle/TagSign.tsx';
import { ArticleLine } from './ArticleLine.tsx';
import type { Behind, Rowed } from './behind.ts';
import { BehindPane } from './BehindPane.tsx';
import { Definitions } from './Definitions.tsx';
import { TaggedWords } from './TaggedWords.tsx';
import { useLimit } from './use-limit.ts';

type Matches = Extract<Behind, { of: 'matches' }>;
type Kind = MatchKind | 'differ';
const kinds = ['differ', 'label', 'boundary', 'only-one', 'agree'] as const satisfies readonly Kind[];
const differing: MatchKind[] = ['label', 'boundary', 'only-one'];

export type ListProps<T extends Rowed> = {
  agreed: Input<'agreement:figures'>;
  behind: T;
  onOpen: ReviewTabProps['onOpen'];
  onClose(): void;
};

/** Where people agree and where not, behind a row of figures. */
export function MatchList({
  agreed,
  behind: { row, group, column },
  onOpen,
  onSettle,
  onClose,
}: ListProps<Matches> & { onSettle(article: string): void }) {
  const [kind, setKind] = useState<Kind>('differ');
  const { limit, more } = useLimit();
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  const asked = useAskedJob('agreement', 'agreement:matches', {
    ...{ ...agreed, coders: row.coders, label: row.label, among: row.labels, limit },
    ...(group && { group }),
    kinds: kind === 'differ' ? differing : [kind],
  });
  const { counts } = asked.data ?? {};
  const count = (of: Kind) =>
    counts && (of === 'differ' ? differing.reduce((sum, each) => sum + counts[each], 0) : counts[of]);
  return (
    <BehindPane
      title={words.matchesTitle(toRowLabel(row), row.coders)}
      asked={asked}
      shown={asked.data?.matches.length ?? 0}
      onMore={more}
      onClose={onClose}
      tools={
        <>
          <Definitions of={column} />
          <Choice<Kind>
            label={words.kinds}
            value={kind}
            options={kinds.map((value) => ({
              value,
              name: `${words.kind[value]}${counts ? ` ${numberWords(count(value)!)}` : ''}`,
            }))}
            onChoose={setKind}
          />
        </>
      }
    >
      {({ matches }) =>
        matches.map((match) => (
          <li key={`${match.left?.annotation ?? ''} ${match.right?.annotation ?? ''} ${match.coders.join()}`}>
            <MatchItem match={match} labels={labels} onOpen={onOpen} onSettle={onSettle} />
          </li>
        ))
      }
    </BehindPane>
  );
}

const areSameSpans = (one: MatchedSide | null, other: MatchedSide | null) =>
  one !== null && JSON.stringify(one.spans) === JSON.stringify(other?.spans);

type ItemProps = {
  match: Match;
  labels: readonly Label[];
  onOpen: ReviewTabProps['onOpen'];
  onSettle(article: string): void;
};

function MatchItem({ match, labels, onOpen, onSettle }: ItemProps) {
  const { article, title, kind, coders, left, right } = match;
  const areSame = areSameSpans(left, right);
  const first = (left ?? right)!;
  const quote = shortQuote(first.spans[0]!.quote);
  return (
    <>
      <p className="ra-kind">{words.match[kind]}</p>
      {([left, right] as const).map((side, n) => (
        <div key={coders[n]} className="ra-side">
          <span className="row">
            <Avatar name={coders[n]!} isSmall />
            <bdi>{coders[n]}</bdi>
            {side ? (
              <>
                <TagSign label={side.label} labels={labels} />
                <bdi>{side.label}</bdi>
              </>
            ) : (
              <span className="muted">{words.nothing}</span>
            )}
          </span>
          {side && !(areSame && n === 0) && <TaggedWords side={side} />}
        </div>
      ))}
      <ArticleLine {...match} />
      <div className="row">
        <Button
          size="small"
          aria-label={words.openOf(quote)}
          onClick={() => onOpen({ article, annotation: first.annotation, start: first.spans[0]!.start })}
        >
          {words.open}
        </Button>
        {kind !== 'agree' && (
          <Button size="small" aria-label={words.settleOf(title)} onClick={() => onSettle(article)}>
            {words.settle}
          </Button>
        )}
      </div>
    </>
  );
}
