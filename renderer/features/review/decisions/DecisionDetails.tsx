import { useState } from 'react';
import { SquareArrowOutUpRight } from 'lucide-react';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import type { DecisionOnWork } from '#shared/domain/decision';
import { decisionsMessages as words, workDecisionWords } from '#shared/messages/en/decisions';
import { momentWords } from '#shared/messages/en/ui';
import { save } from '../../../api/save.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Button } from '../../../ui/Button.tsx';
import { sayError } from '../../../ui/toasts.tsx';
import type { ReviewTabProps } from '../review-props.ts';
import { TagFacts } from '../settle/DifferencePane.tsx';
import { RelationFacts } from './RelationFacts.tsx';
import { describeStanding } from './describe-standing.ts';

type Props = {
  decision: DecisionOnWork;
  labels: readonly Label[];
  canWrite: boolean;
  onOpen: ReviewTabProps['onOpen'];
  /** Gives the keys back to the list. */
  onLeave(): void;
};

/** A decision in full: the person's own tag beside what stands instead, why, and what was said about it. */
export function DecisionDetails({ decision, labels, canWrite, onOpen, onLeave }: Props) {
  const { title, article, by, at, reason, rule, annotation, relation, isOutdated } = decision;
  const place = findPlace(decision);
  return (
    <>
      <header className="rp-head">
        <div className="rp-title">
          <bdi className="theirs trunc">{title}</bdi>
          <span className="hint">
            <bdi>{words.by(by, workDecisionWords[decision.decision])}</bdi> ·{' '}
            <time dateTime={at}>{momentWords(at)}</time>
          </span>
        </div>
        {place && (
          <Button
            size="small"
            icon={<SquareArrowOutUpRight className="i i-12" aria-hidden="true" />}
            onClick={() => onOpen({ article, ...place })}
          >
            {words.open}
          </Button>
        )}
      </header>
      <div className="pane-scroll dw-body">
        {isOutdated && <p className="say say-warn">{words.isOutdated[decision.kind]}</p>}
        {(reason !== '' || rule) && (
          <p className="dw-why">
            {reason !== '' && <bdi className="strong">{reason}</bdi>}
            {rule && (
              <span className="muted">
                {' '}
                {words.rule(rule.label)}“<bdi>{rule.text}</bdi>”
              </span>
            )}
          </p>
        )}
        <div className="dw-sides">
          <section className="dw-side" aria-label={words.yours}>
            <h3>{words.yours}</h3>
            {relation ? (
              <RelationFacts relation={relation} labels={labels} article={article} />
            ) : annotation ? (
              <TagFacts tag={annotation} labels={labels} />
            ) : (
              <p className="hint">{decision.decision === 'missing' ? words.leftOut : words.gone}</p>
            )}
          </section>
          <Standing decision={decision} labels={labels} />
        </div>
        <Talk decision={decision} canWrite={canWrite} onLeave={onLeave} />
      </div>
    </>
  );
}

/** Where it is in the text: what is the person's own, else what was added; of a relation where it leads from. */
function findPlace({ annotation, relation, stands }: DecisionOnWork) {
  const tag = annotation ?? stands[0];
  if (relation) return { annotation: relation.from.annotation, start: relation.from.start ?? 0 };
  return tag && { annotation: tag.uid, start: tag.spans[0]!.start };
}

/** What came of it. */
function Standing({ decision, labels }: Pick<Props, 'decision' | 'labels'>) {
  const { annotation, stands } = decision;
  const { name, said } = describeStanding(decision);
  return (
    <section className="dw-side" aria-label={name}>
      <h3>{name}</h3>
      {said !== null && <p className="hint">{said}</p>}
      {stands.map((tag) => (
        <div key={tag.uid} className={isLikeYours(tag, annotation) ? 'dw-like' : undefined}>
          <TagFacts tag={tag} labels={labels} />
        </div>
      ))}
    </section>
  );
}

const isLikeYours = (tag: Annotation, yours: Annotation | null) =>
  yours !== null && tag.label === yours.label && JSON.stringify(tag.spans) === JSON.stringify(yours.spans);

/** What was said about a decision, and a line to answer in. */
function Talk({ decision, canWrite, onLeave }: Pick<Props, 'decision' | 'canWrite' | 'onLeave'>) {
  const { by, comment, at, comments } = decision;
  const [typed, setTyped] = useState('');
  const said = [...(comment === '' ? [] : [{ annotator: by, text: comment, at }]), ...comments];
  const answer = () => {
    const text = typed.trim();
    if (text === '') return onLeave();
    setTyped(''); // a second Enter says nothing twice
    onLeave(); // the next key goes on
    sendAnswer(decision, text).then(
      () => announce(words.answered),
      (error: unknown) => {
        setTyped((now) => (now === '' ? text : now));
        sayError(error);
      },
    );
  };
  return (
    <section className="dw-answers" aria-label={words.answer}>
      <ul className="rp-talk">
        {said.map((each) => (
          <li key={each.at + each.annotator + each.text}>
            <Avatar name={each.annotator} isSmall />
            <p>
              <bdi className="muted">{words.says(each.annotator)}</bdi> <bdi>{each.text}</bdi>{' '}
              <time className="hint" dateTime={each.at}>
                {momentWords(each.at)}
              </time>
            </p>
          </li>
        ))}
      </ul>
      <span className="field">
        <input
          data-answer
          dir="auto"
          autoComplete="off"
          aria-label={words.answer}
          placeholder={words.answerHint}
          maxLength={10_000}
          readOnly={!canWrite}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') answer();
            else if (event.key === 'Escape') onLeave();
          }}
        />
      </span>
    </section>
  );
}

const sendAnswer = ({ kind, uid, article }: DecisionOnWork, text: string): Promise<unknown> =>
  kind === 'review'
    ? save('reviews:comment', { review: uid, text })
    : save('adjudication:comment', { article, difference: uid, text });
