import type { KeyboardEvent } from 'react';

/** What ties a tab and its panel together. `group`: of which row of tabs. */
export const tabId = (group: string, tab: string) => `${group}-tab-${tab}`;
export const panelId = (group: string) => `${group}-panel`;

type Props<T extends string> = {
  group: string;
  /** Accessible name of the row. */
  name: string;
  tabs: readonly T[];
  words: Readonly<Record<T, string>>;
  tab: T;
  onTab(tab: T): void;
};

/** The views within a view; arrows go between them. */
export function TabRow<T extends string>({ group, name, tabs, words, tab, onTab }: Props<T>) {
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const at = tabs.indexOf(tab);
    const next = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onTab(tabs[next]!);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={name} onKeyDown={move}>
      {tabs.map((each) => (
        <button
          key={each}
          id={tabId(group, each)}
          type="button"
          role="tab"
          aria-selected={each === tab}
          aria-controls={panelId(group)}
          tabIndex={each === tab ? 0 : -1}
          {...(each === tab && { 'data-region-start': true })}
          onClick={() => onTab(each)}
        >
          {words[each]}
        </button>
      ))}
    </div>
  );
}
