import { lazy, Suspense, type ComponentProps } from 'react';
import { appMessages } from '#shared/messages/en/app';

/** It brings what draws pictures, which nobody who annotates waits for. */
const CompareView = lazy(() =>
  import('../features/compare/CompareView.tsx').then((file) => ({ default: file.CompareView })),
);

/** The view of two sides, loaded when it is first shown. */
export const CompareLater = (props: ComponentProps<typeof CompareView>) => (
  <Suspense fallback={<section className="pane" aria-label={appMessages.view.compare} aria-busy data-region />}>
    <CompareView {...props} />
  </Suspense>
);
