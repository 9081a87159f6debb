import { Check, CircleHelp, Pencil, X } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import type { Review } from '#shared/domain/review';
import { annotationStateWords } from '#shared/messages/en/annotate';
import { reviewMessages as words } from '#shared/messages/en/reviews';
import { queries, useStatus } from '../../api/queries.ts';
import { save } from '../../api/save.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCommandKeys } from '../../ui/command-keys.ts';
import { sayError } from '../../ui/toasts.tsx';
import { ReviewEntry } from './ReviewEntry.tsx';
import { ReviewForm } from './ReviewForm.tsx';
import type { Reviewing } from './use-reviewing.ts';
import type { TaggingActions } from './use-tagging.ts';
import '../../styles/review.css';

type Props = { annotation: Annotation; labels: Label[]; reviewing: Reviewing; actions: TaggingActions };

const icons = { accepted: Check, corrected: Pencil, rejected: X, unsure: CircleHelp } as const;
const buttons = [
  ['accepted', words.accept, 'take'],
  ['corrected', words.correct, undefined],
  ['rejected', words.reject, 'dismiss'],
  ['unsure', words.unsure, undefined],
] as const;
const none: Review[] = [];

/** What checkers decided on an annotation; of another's, the person's own decision can be given here. */
export function ReviewSection({ annotation, labels, reviewing, actions }: Props) {
  const status = useStatus();
  const keys = useCommandKeys();
  const { data: reviews = none } = useQuery(queries.reviews(annotation.uid));
  const { draft, isAnothers } = reviewing;
  const own = reviews.find(({ checker }) => checker === status?.annotator);
  const canWrite = status?.mode === 'write';
  if (!isAnothers && reviews.length === 0) return null;
  const takeBack = (review: Review) =>
    void save('reviews:remove', { review: review.uid })
      .then(() => announce(words.takenBack))
      .catch(sayError);
  return (
    <section className="sec review" aria-label={words.section}>
      <div className="sec-h">
        <h3>{words.section}</h3>
        <span className="end">{annotationStateWords[annotation.state]}</span>
      </div>
      {isAnothers && (
        <div className="review-decide" role="group" aria-label={words.decide}>
          {buttons.map(([decision, name, command]) => {
            const Icon = icons[decision];
            return (
              <Button
                key={decision}
                size="small"
                aria-pressed={(draft?.decision ?? own?.decision) === decision}
                disabled={!canWrite}
                icon={<Icon className="i i-12" aria-hidden="true" />}
                keys={command && keys[command]}
                onClick={() => (decision === 'accepted' ? reviewing.send(decision) : reviewing.begin(decision))}
              >
                {name}
              </Button>
            );
          })}
        </div>
      )}
      {draft && (
        <ReviewForm
          key={draft.decision}
          annotation={annotation}
          decision={draft.decision}
          reason={own?.decision === draft.decision ? own.reason : ''}
          labels={labels}
          getSelected={actions.getSelected}
          onSend={(reason, correction) => reviewing.send(draft.decision, reason, correction)}
          onGiveUp={reviewing.giveUp}
        />
      )}
      {reviews.length === 0 ? (
        <p className="hint">{words.none}</p>
      ) : (
        <ul className="review-list">
          {reviews.map((review) => (
            <ReviewEntry
              key={review.uid}
              review={review}
              onTakeBack={canWrite && review === own ? () => takeBack(review) : null}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
