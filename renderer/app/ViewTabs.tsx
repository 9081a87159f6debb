import type { KeyboardEvent } from 'react';
import { appMessages } from '#shared/messages/en/app';
import { views, type View } from './place.ts';

/** The views of the window; arrows go between them. */
export function ViewTabs({ view, isOff, onView }: { view: View; isOff: boolean; onView(view: View): void }) {
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined || isOff) return;
    event.preventDefault();
    const next = (views.indexOf(view) + by + views.length) % views.length;
    onView(views[next]!);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className="views" role="tablist" aria-label={appMessages.views} onKeyDown={move}>
      {views.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          aria-selected={!isOff && each === view}
          disabled={isOff}
          tabIndex={each === view ? 0 : -1}
          {...(each === view && !isOff && { 'data-region-start': true })}
          onClick={() => onView(each)}
        >
          {appMessages.view[each]}
        </button>
      ))}
    </div>
  );
}
