// before the tabs' own styles, which go further
import '../../styles/review-panes.css';
import type { ComponentType } from 'react';
import { reviewViewMessages as words } from '#shared/messages/en/review-view';
import { useStatus } from '../../api/queries.ts';
import { TabbedView } from '../../ui/TabbedView.tsx';
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
  return (
    <TabbedView
      group="review"
      words={words}
      tabs={reviewTabs}
      tab={tab}
      isEmpty={status?.articles === 0}
      onTab={(next) => onPlace(next, article, 'push')}
    >
      <Tab
        article={article}
        onArticle={(next) => onPlace(tab, next, 'replace')}
        onOpen={onOpen}
        onTab={(next, of) => onPlace(next, of, 'push')}
      />
    </TabbedView>
  );
}
