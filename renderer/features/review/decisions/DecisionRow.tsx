import type { Ref } from 'react';
import { ArrowRight, Spline } from 'lucide-react';
import type { Label } from '#shared/domain/codebook';
import type { DecisionOnWork } from '#shared/domain/decision';
import { decisionsMessages as words, workDecisionWords } from '#shared/messages/en/decisions';
import { momentWords, shortQuote } from '#shared/messages/en/ui';
import { quoteOf } from '../settle/differences.ts';
import { TagSign } from '../settle/TagSign.tsx';

/** A settlement is a decision on each of the tags that it is between. */
export const keyOf = ({ uid, annotation }: DecisionOnWork) => `${uid} ${annotation?.uid ?? ''}`;
export const idOfRow = (index: number) => `decision-${index}`;

type Props = {
  ref: Ref<HTMLDivElement>;
  index: number;
  of: number;
  top: number;
  /** Undefined while its page has not come. */
  decision: DecisionOnWork | undefined;
  labels: readonly Label[];
  isOn: boolean;
  isNew: boolean;
  onChoose(): void;
};

/** One decision in the list: on which words, what, by whom, why and when. */
export function DecisionRow({ ref, index, of, top, decision, labels, isOn, isNew, onChoose }: Props) {
  return (
    <div
      ref={ref}
      id={idOfRow(index)}
      data-index={index}
      className="virtual-row rp-row dw-row"
      role="option"
      aria-selected={isOn}
      aria-posinset={index + 1}
      aria-setsize={of}
      style={{ top }}
      onClick={onChoose}
    >
      {decision && (
        <>
          <SubjectSign decision={decision} labels={labels} />
          <span className="grow">
            <SubjectWords decision={decision} />{' '}
            <span className="row dw-what">
              <b className="dw-decision" data-decision={decision.decision}>
                {workDecisionWords[decision.decision]}
              </b>
              {decision.reason !== '' && <bdi className="trunc">{decision.reason}</bdi>}
              {isNew && <span className="chip chip-on">{words.which.new}</span>}
            </span>{' '}
            <span className="meta trunc">
              {decision.isOutdated && <span className="rp-outdated">{words.outdated} · </span>}
              <bdi>{decision.by}</bdi> · <time dateTime={decision.at}>{momentWords(decision.at)}</time>
              {decision.comments.length > 0 && ` · ${words.said(decision.comments.length)}`}
            </span>
          </span>
        </>
      )}
    </div>
  );
}

type OfDecision = { decision: DecisionOnWork; labels: readonly Label[] };

function SubjectSign({ decision: { relation, annotation, stands }, labels }: OfDecision) {
  const tag = annotation ?? stands[0];
  if (relation) return <Spline className="i" aria-hidden="true" />;
  return tag ? <TagSign label={tag.label} labels={labels} /> : null;
}

function SubjectWords({ decision: { relation, annotation, stands } }: Pick<OfDecision, 'decision'>) {
  const tag = annotation ?? stands[0];
  if (relation)
    return (
      <span className="rp-words dw-relation">
        <span className="vh">{words.isRelation} </span>
        <bdi className="dw-kind">{relation.kind}</bdi>{' '}
        <bdi className="theirs trunc">{shortQuote(relation.from.quote)}</bdi>{' '}
        <ArrowRight className="i i-12" aria-hidden="true" />
        <span className="vh"> {words.facts.to} </span>
        <bdi className="theirs trunc">{shortQuote(relation.to.quote)}</bdi>
      </span>
    );
  return (
    <>
      {tag && <span className="vh">{words.isLabel(tag.label)} </span>}
      <bdi className="theirs trunc rp-words">{tag ? shortQuote(quoteOf(tag)) : words.gone}</bdi>
    </>
  );
}
