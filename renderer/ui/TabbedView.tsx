import type { ReactNode } from 'react';
import { Empty } from './Empty.tsx';
import { panelId, tabId, TabRow } from './TabRow.tsx';
import '../styles/tabbed-view.css';

type Words<T extends string> = {
  view: string;
  tabList: string;
  tabs: Readonly<Record<T, string>>;
  emptyTitle: string;
  empty: string;
};
type Props<T extends string> = {
  /** Tells its tabs from those of other views. */
  group: string;
  words: Words<T>;
  tabs: readonly T[];
  tab: T;
  /** There is nothing that any tab could show. */
  isEmpty: boolean;
  onTab(tab: T): void;
  /** At the end of the row of tabs. */
  tools?: ReactNode;
  /** Between the row and the tab. */
  above?: ReactNode;
  children: ReactNode;
};

/** A view made of several: a row of tabs over whatever the chosen one shows. */
export function TabbedView<T extends string>({
  group,
  words,
  tabs,
  tab,
  isEmpty,
  onTab,
  tools,
  above,
  children,
}: Props<T>) {
  if (isEmpty)
    return (
      <section className="pane pane-paper" aria-label={words.view} data-region>
        <Empty title={words.emptyTitle}>{words.empty}</Empty>
      </section>
    );
  return (
    <section className={`pane tabbed-view ${group}-view`} aria-label={words.view} data-region>
      <h1 className="vh">{words.view}</h1>
      <div className="sub">
        <TabRow
          group={group}
          name={words.tabList}
          tabs={tabs}
          words={words.tabs}
          tab={tab}
          onTab={(next) => next !== tab && onTab(next)}
        />
        <span className="grow" />
        {tools}
      </div>
      {above}
      <div
        id={panelId(group)}
        className={`tabbed-panel ${group}-panel`}
        role="tabpanel"
        aria-labelledby={tabId(group, tab)}
      >
        {children}
      </div>
    </section>
  );
}
