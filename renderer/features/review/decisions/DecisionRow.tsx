import type { Label } from '#shared/domain/codebook';
import type { DecisionOnWork } from '#shared/domain/decision';
import { decisionsMessages as words, workDecisionWords } from '#shared/messages/en/decisions';
import { momentWords, shortQuote } from '#shared/messages/en/ui';
import { quoteOf } from '../settle/differences.ts';
import { TagSign } from '../settle/TagSign.tsx';

/** A settlement is a decision on each of the tags that it is between. */
export const keyOf = ({ uid, annotation }: DecisionOnWork) => `${uid} ${annotation?.uid ?? ''}`;
export const idOfDecision = (decision: DecisionOnWork) => `decision-${keyOf(decision).replace(' ', '-')}`;

type Props = { decision: DecisionOnWork; labels: readonly Label[]; isOn: boolean; isNew: boolean; onChoose(): void };

/** One decision in the list: on which words, what, by whom, why and when. */
export function DecisionRow({ decision, labels, isOn, isNew, onChoose }: Props) {
  const tag = decision.annotation ?? decision.stands[0];
  return (
    <div id={idOfDecision(decision)} className="dw-row" role="option" aria-selected={isOn} onClick={onChoose}>
      {tag && <TagSign label={tag.label} labels={labels} />}
      <span className="grow">
        <bdi className="theirs trunc dw-words">{tag ? shortQuote(quoteOf(tag)) : words.gone}</bdi>{' '}
        <span className="row dw-what">
          <b className="dw-decision" data-decision={decision.decision}>
            {workDecisionWords[decision.decision]}
          </b>
          {decision.reason !== '' && <bdi className="trunc">{decision.reason}</bdi>}
          {isNew && <span className="chip chip-on">{words.which.new}</span>}
        </span>{' '}
        <span className="meta trunc">
          <bdi>{decision.by}</bdi> · <time dateTime={decision.at}>{momentWords(decision.at)}</time>
          {decision.comments.length > 0 && ` · ${words.said(decision.comments.length)}`}
          {decision.isOutdated && ` · ${words.outdated}`}
        </span>
      </span>
    </div>
  );
}
