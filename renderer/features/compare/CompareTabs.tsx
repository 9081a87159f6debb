import type { KeyboardEvent } from 'react';
import { compareMessages as words } from '#shared/messages/en/compare';
import { compareTabs, type CompareTab } from './compare-props.ts';

export const tabId = (tab: CompareTab) => `compare-tab-${tab}`;
export const panelId = 'compare-panel';

/** The views of a comparison; arrows go between them. */
export function CompareTabs({ tab, onTab }: { tab: CompareTab; onTab(tab: CompareTab): void }) {
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const at = compareTabs.indexOf(tab);
    const next = {
      ArrowRight: (at + 1) % compareTabs.length,
      ArrowLeft: (at - 1 + compareTabs.length) % compareTabs.length,
      Home: 0,
      End: compareTabs.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onTab(compareTabs[next]!);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={words.tabList} onKeyDown={move}>
      {compareTabs.map((each) => (
        <button
          key={each}
          id={tabId(each)}
          type="button"
          role="tab"
          aria-selected={each === tab}
          aria-controls={panelId}
          tabIndex={each === tab ? 0 : -1}
          {...(each === tab && { 'data-region-start': true })}
          onClick={() => onTab(each)}
        >
          {words.tabs[each]}
        </button>
      ))}
    </div>
  );
}
