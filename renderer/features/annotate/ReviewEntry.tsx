import { useState } from 'react';
import type { Review } from '#shared/domain/review';
import { reviewMessages as words } from '#shared/messages/en/reviews';
import { momentWords } from '#shared/messages/en/ui';
import { save } from '../../api/save.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { sayError } from '../../ui/toasts.tsx';

/** `onTakeBack` is null where the review is another's. */
type Props = { review: Review; onTakeBack: (() => void) | null };

/** One review: who decided what, when and why, what was said about it, and a line to answer in. */
export function ReviewEntry({ review, onTakeBack }: Props) {
  const { checker, decision, reason, comment, comments, at } = review;
  const [typed, setTyped] = useState('');
  const answer = () => {
    const text = typed.trim();
    if (text === '') return;
    setTyped(''); // a second Enter says nothing twice
    save('reviews:comment', { review: review.uid, text }).catch((error: unknown) => {
      setTyped((now) => (now === '' ? text : now));
      sayError(error);
    });
  };
  return (
    <li className="review-entry">
      <p className="row">
        <Avatar name={checker} isSmall />
        <span className="grow trunc">
          <bdi>{checker}</bdi> <b>{words.decisions[decision]}</b>
        </span>
        <time className="hint" dateTime={at}>
          {momentWords(at)}
        </time>
        {onTakeBack && (
          <Button size="small" variant="quiet" onClick={onTakeBack}>
            {words.takeBack}
          </Button>
        )}
      </p>
      {[reason, comment]
        .filter((text) => text !== '')
        .map((text) => (
          <p key={text} dir="auto" className="review-why">
            {text}
          </p>
        ))}
      {comments.map((each) => (
        <p key={each.at + each.annotator} className="review-why">
          <bdi className="muted">{each.annotator}: </bdi>
          <bdi>{each.text}</bdi>
        </p>
      ))}
      <span className="field review-answer">
        <input
          dir="auto"
          aria-label={words.comment(checker)}
          placeholder={words.commentHint}
          maxLength={10_000}
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) answer();
          }}
        />
      </span>
    </li>
  );
}
