import type { ComponentType } from 'react';
import { reviewViewMessages as words } from '#shared/messages/en/review-view';
import { useStatus } from '../../api/queries.ts';
import { Empty } from '../../ui/Empty.tsx';
import { panelId, tabId, TabRow } from '../../ui/TabRow.tsx';
import { AgreementTab } from './AgreementTab.tsx';
import { CheckTab } from './CheckTab.tsx';
import { ConsistencyTab } from './ConsistencyTab.tsx';
import { DecisionsTab } from './DecisionsTab.tsx';
import { reviewTabs, type ReviewTab, type ReviewTabProps } from './review-props.ts';
import { SettleTab } from './SettleTab.tsx';
import { WorkTab } from './WorkTab.tsx';
import '../../styles/review-view.css';

const tabs: Record<ReviewTab, ComponentType<ReviewTabProps>> = {
  check: CheckTab,
  settle: SettleTab,
  decisions: DecisionsTab,
  agreement: AgreementTab,
  consistency: ConsistencyTab,
  work: WorkTab,
};

type Props = {
  tab: ReviewTab;
  article: string | null;
  onPlace(tab: ReviewTab, article: string | null, how: 'push' | 'replace'): void;
  onOpen: ReviewTabProps['onOpen'];
};

/** What one person tagged, seen by another: checked, settled, measured, made consistent, given out. */
export function ReviewView({ tab, article, onPlace, onOpen }: Props) {
  const status = useStatus();
  const Tab = tabs[tab];
  if (status?.articles === 0)
    return (
      <section className="pane pane-paper" aria-label={words.view} data-region>
        <Empty title={words.emptyTitle}>{words.empty}</Empty>
      </section>
    );
  return (
    <section className="pane review-view" aria-label={words.view} data-region>
      <h1 className="vh">{words.view}</h1>
      <div className="sub">
        <TabRow
          group="review"
          name={words.tabList}
          tabs={reviewTabs}
          words={words.tabs}
          tab={tab}
          onTab={(next) => next !== tab && onPlace(next, article, 'push')}
        />
      </div>
      <div id={panelId('review')} className="review-panel" role="tabpanel" aria-labelledby={tabId('review', tab)}>
        <Tab
          article={article}
          onArticle={(next) => onPlace(tab, next, 'replace')}
          onOpen={onOpen}
          onTab={(next, of) => onPlace(next, of, 'push')}
        />
      </div>
    </section>
  );
}
