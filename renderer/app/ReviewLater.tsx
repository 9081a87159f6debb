import { lazy, Suspense, type ComponentProps } from 'react';
import { reviewViewMessages } from '#shared/messages/en/review-view';

const ReviewView = lazy(() =>
  import('../features/review/ReviewView.tsx').then((file) => ({ default: file.ReviewView })),
);

/** The view of what others tagged, loaded when it is first shown. */
export const ReviewLater = (props: ComponentProps<typeof ReviewView>) => (
  <Suspense fallback={<section className="pane" aria-label={reviewViewMessages.view} aria-busy data-region />}>
    <ReviewView {...props} />
  </Suspense>
);
