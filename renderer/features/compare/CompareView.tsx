import { useMemo, type ComponentType } from 'react';
import { compareMessages as words } from '#shared/messages/en/compare';
import { useQuery } from '@tanstack/react-query';
import { EyeOff } from 'lucide-react';
import { useStatus } from '../../api/queries.ts';
import { workQueries } from '../../api/queries-work.ts';
import { TabbedView } from '../../ui/TabbedView.tsx';
import { ArticlesTab } from './ArticlesTab.tsx';
import { ClaimsTab } from './ClaimsTab.tsx';
import { parseChoice, printChoice, type CompareChoice } from './compare-choice.ts';
import { compareTabs, type ComparePlace, type CompareTab, type ShownWords, type TabProps } from './compare-props.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { NamingTab } from './NamingTab.tsx';
import { SideBar } from './SideBar.tsx';
import { SilenceTab } from './SilenceTab.tsx';
import { SourcesTab } from './SourcesTab.tsx';
import { TimeTab } from './TimeTab.tsx';
import { useSides } from './use-sides.ts';
import { WordsTab } from './WordsTab.tsx';
import '../../styles/compare.css';
import '../../styles/data-table.css';
import '../../styles/compare-articles.css';
import '../../styles/pictures.css';

type Props = {
  place: ComparePlace;
  onPlace(place: ComparePlace, how: 'push' | 'replace'): void;
  /** Opens a text in Annotate. */
  onOpen(shown: ShownWords): void;
  /** Opens an event card, by uid. */
  onOpenCard(card: string): void;
  onSearch: TabProps['onSearch'];
  renderReader: TabProps['renderReader'];
};

const tabs: Record<CompareTab, ComponentType<TabProps>> = {
  articles: ArticlesTab,
  naming: NamingTab,
  claims: ClaimsTab,
  words: WordsTab,
  sources: SourcesTab,
  silence: SilenceTab,
  time: TimeTab,
};

/** Two sides, each any filter, set against each other in several views. */
export function CompareView({ place, onPlace, onOpen, onOpenCard, onSearch, renderReader }: Props) {
  const status = useStatus();
  const choice = useMemo(() => parseChoice(place.choice), [place.choice]);
  const compared = useSides(choice);
  const blind = useQuery(workQueries.blind()).data?.articles ?? 0;
  const choose = (changes: Partial<CompareChoice>, tab = place.tab) =>
    onPlace({ tab, choice: printChoice({ ...choice, ...changes }) }, tab === place.tab ? 'replace' : 'push');
  const Tab = tabs[place.tab];

  const above = (
    <>
      {compared && (
        <SideBar
          compared={compared}
          onChange={({ a = compared.a, b = compared.b, checkedOnly = compared.checkedOnly }) =>
            choose({
              ...{ a, b, isCheckedOnly: checkedOnly },
              ...((a !== compared.a || b !== compared.b) && { event: null, pair: null }), // they may be of neither
            })
          }
        />
      )}
      {blind > 0 && (
        <p className="say compare-blind" role="note">
          <EyeOff className="i" aria-hidden="true" />
          {words.blindLeftOut(blind)}
        </p>
      )}
    </>
  );
  return (
    <TabbedView
      group="compare"
      words={words}
      tabs={compareTabs}
      tab={place.tab}
      isEmpty={status?.articles === 0}
      onTab={(tab) => choose({}, tab)}
      tools={<ExportMenu compared={compared} />}
      above={above}
    >
      {compared && (
        <Tab
          compared={compared}
          pair={choice.pair}
          event={choice.event}
          onOpen={onOpen}
          onOpenCard={onOpenCard}
          onSearch={onSearch}
          onCompareArticles={(a, b) => choose({ pair: { a, b } }, 'articles')}
          onShowEvent={(event) => choose({ event }, 'claims')}
          renderReader={renderReader}
        />
      )}
    </TabbedView>
  );
}
