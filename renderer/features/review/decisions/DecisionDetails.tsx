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
  const { title, article, by, at, reason, rule, annotation, stands, isOutdated } = decision;
  const shown = annotation ?? stands[0];
  return (
    <>
      <header className="dw-head">
        <div className="dw-title">
          <bdi className="theirs trunc">{title}</bdi>
          <span className="hint">
            <bdi>{words.by(by, workDecisionWords[decision.decision])}</bdi> ·{' '}
            <time dateTime={at}>{momentWords(at)}</time>
          </span>
        </div>
        {shown && (
          <Button
            size="small"
            icon={<SquareArrowOutUpRight className="i i-12" aria-hidden="true" />}
            onClick={() => onOpen({ article, annotation: shown.uid, start: shown.spans[0]!.start })}
          >
            {words.open}
          </Button>
        )}
      </header>
      <div className="pane-scroll dw-body">
        {isOutdated && <p className="say say-warn">{words.isOutdated}</p>}
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
            {annotation ? (
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

/** What came of it. */
function Standing({ decision: { decision, stands, annotation }, labels }: Pick<Props, 'decision' | 'labels'>) {
  const isAsItWas = decision === 'accepted' || (decision === 'kept' && stands.length === 0);
  const name = decision === 'missing' ? words.added : words.instead;
  const inWords = isAsItWas ? words.yoursStands : decision === 'unsure' ? words.openStands : words.nothingStands;
  return (
    <section className="dw-side" aria-label={name}>
      <h3>{name}</h3>
      {stands.length === 0 && <p className="hint">{inWords}</p>}
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
    sendAnswer(decision, text).then(
      () => announce(words.answered),
      (error: unknown) => {
        setTyped((now) => (now === '' ? text : now));
        sayError(error);
      },
    );
  };
  return (
    <section className="dw-talk" aria-label={words.answer}>
      <ul>
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
