import type { Label } from '#shared/domain/codebook';
import type { Review } from '#shared/domain/review';
import { checkMessages as words } from '#shared/messages/en/check';
import { reviewMessages } from '#shared/messages/en/reviews';
import { momentWords, numberWords } from '#shared/messages/en/ui';
import { Avatar } from '../../../ui/Avatar.tsx';
import { TagFacts } from '../settle/DifferencePane.tsx';
import type { Checking } from './use-checking.ts';

type Props = {
  checking: Checking;
  labels: readonly Label[];
  reviews: readonly Review[];
  canWrite: boolean;
  /** Gives the keys back to the queue. */
  onLeave(): void;
};

/** All that is known of the annotation in focus: what it says, what was decided on it before, and a line to comment in. */
export function CheckPane({ checking, labels, reviews, canWrite, onLeave }: Props) {
  const { focused, draft } = checking;
  return (
    <aside className="pane insp" aria-label={words.inspector} data-region>
      <div className="pane-head">
        <h2>{words.details}</h2>
      </div>
      <div className="pane-scroll">
        {focused ? (
          <>
            <section className="sec rp-first">
              <h3 className="sec-h">{words.facts}</h3>
              <TagFacts tag={focused} labels={labels} />
              <p className="row">
                <Avatar name={focused.annotator} isSmall />
                <bdi className="trunc">{focused.annotator}</bdi>
              </p>
            </section>
            <section className="sec">
              <div className="sec-h">
                <h3>{words.history}</h3>
                <span className="end tnum">{numberWords(reviews.length)}</span>
              </div>
              {reviews.length === 0 ? (
                <p className="hint">{words.noReviews}</p>
              ) : (
                <ul className="rp-talk">
                  {reviews.map((review) => (
                    <ReviewLine key={review.uid} review={review} />
                  ))}
                </ul>
              )}
              <span className="field ck-comment">
                <input
                  data-comment
                  dir="auto"
                  autoComplete="off"
                  aria-label={words.comment}
                  placeholder={words.commentHint}
                  maxLength={10_000}
                  readOnly={!canWrite}
                  value={draft.comment}
                  onChange={({ target }) => checking.change({ comment: target.value })}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onLeave(); // the next key decides
                  }}
                />
              </span>
              {draft.comment !== '' && <p className="hint">{words.commentGoes}</p>}
            </section>
          </>
        ) : (
          <p className="hint sec">{words.noDetails}</p>
        )}
      </div>
    </aside>
  );
}

/** One review: who decided what and why, and what was said about it. */
function ReviewLine({
  review: { checker, decision, reason, comment, comments, rule, isOutdated, isOwn, at },
}: {
  review: Review;
}) {
  const said = [reason, comment, rule?.text ?? ''].filter((text) => text !== '');
  return (
    <li>
      <Avatar name={checker} isSmall />
      <div>
        <p>
          <bdi>{words.reviewed(checker, reviewMessages.decisions[decision])}</bdi>{' '}
          <time className="hint" dateTime={at}>
            {momentWords(at)}
          </time>
          {isOutdated && <span className="hint rp-outdated"> {words.changedSince}</span>}
          {isOwn && <span className="hint rp-outdated"> {words.ofOwn}</span>}
        </p>
        {said.map((text) => (
          <p key={text} dir="auto" className="muted">
            {text}
          </p>
        ))}
        {comments.map((each) => (
          <p key={each.at + each.annotator + each.text}>
            <bdi className="muted">{words.says(each.annotator)}</bdi> <bdi>{each.text}</bdi>
          </p>
        ))}
      </div>
    </li>
  );
}
