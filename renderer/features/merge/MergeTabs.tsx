import { MERGE_LISTED, type MergePlan } from '#shared/domain/merge';
import { listKinds, type ChangeChoice, type MergeChoice } from './merge-choice.ts';
import { mergeViewMessages as words } from '#shared/messages/en/merge-view';
import { mergeQueries } from '../../api/queries-merge.ts';
import { Choice } from '../../ui/Choice.tsx';
import { panelId, tabId, TabRow } from '../../ui/TabRow.tsx';
import { ChangeList } from './ChangeList.tsx';
import { ConflictList } from './ConflictList.tsx';
import { SameNameList } from './SameNameList.tsx';

export type MergeTab = 'names' | 'conflicts' | 'changes';

type Props = {
  plan: MergePlan;
  choice: MergeChoice;
  tab: MergeTab;
  shown: ChangeChoice;
  isLooking: boolean;
  /** What is shown first has the focus; a tab that was chosen keeps it. */
  takesFocus: boolean;
  onTab(tab: MergeTab): void;
  onShow(shown: ChangeChoice): void;
  onChoose(changes: Partial<MergeChoice>): void;
  /** The plan is kept no more. */
  onGone(): void;
};

const GROUP = 'merge';

/** What needs somebody first: names that are one, conflicts; then all that would come in. */
export function MergeTabs({ plan, choice, tab, shown, isLooking, takesFocus, onTab, onShow, onChoose, onGone }: Props) {
  const { sameNames, conflictCount } = plan;
  const changes = [plan.add, plan.change, plan.remove].flatMap((counts) =>
    listKinds(counts).map((kind) => counts[kind] ?? 0),
  );
  return (
    <div className="plan-tabs">
      <TabRow
        group={GROUP}
        name={words.tabs}
        tabs={listTabs(plan)}
        words={{
          names: words.tab.names(sameNames.length),
          conflicts: words.tab.conflicts(conflictCount),
          changes: words.tab.changes(changes.reduce((sum, n) => sum + n, 0)),
        }}
        tab={tab}
        onTab={onTab}
      />
      <div id={panelId(GROUP)} className="plan-panel" role="tabpanel" aria-labelledby={tabId(GROUP, tab)}>
        {tab === 'names' && (
          <SameNameList
            names={sameNames}
            isAgreed={choice.sameNames}
            isOff={isLooking}
            takesFocus={takesFocus}
            onAgree={(isAgreed) => onChoose({ sameNames: isAgreed })}
          />
        )}
        {tab === 'conflicts' && (
          <Conflicts plan={plan} choice={choice} takesFocus={takesFocus} onChoose={onChoose} onGone={onGone} />
        )}
        {tab === 'changes' && (
          <ChangeList plan={plan} shown={shown} takesFocus={takesFocus} onShow={onShow} onGone={onGone} />
        )}
      </div>
    </div>
  );
}

/** Those of which there is something. */
const listTabs = ({ sameNames, conflictCount }: MergePlan): MergeTab[] => [
  ...(sameNames.length > 0 ? ['names' as const] : []),
  ...(conflictCount > 0 ? ['conflicts' as const] : []),
  'changes',
];

export const findFirstTab = (plan: MergePlan): MergeTab => listTabs(plan)[0]!;

type ConflictProps = Pick<Props, 'plan' | 'choice' | 'takesFocus' | 'onChoose' | 'onGone'>;

function Conflicts({ plan, choice, takesFocus, onChoose, onGone }: ConflictProps) {
  const { conflictCount } = plan;
  const listed = Math.min(conflictCount, MERGE_LISTED.conflicts);
  const { who, settled } = choice;
  return (
    <>
      <div className="plan-tools">
        <Choice
          label={words.conflicts.who}
          value={who}
          options={[
            { value: 'ask', name: words.conflicts.ask },
            { value: 'rule', name: words.conflicts.rules },
          ]}
          onChoose={(value) => onChoose({ who: value })}
        />
        <span className="hint">{words.conflicts.ruleHint}</span>
        {listed < conflictCount && <span className="hint">{words.conflicts.more(listed, conflictCount)}</span>}
      </div>
      <ConflictList
        total={listed}
        takesFocus={takesFocus}
        queryOf={(page) => mergeQueries.conflicts(plan.plan, page)}
        settled={settled}
        onSettle={(key, as) => onChoose({ settled: new Map(settled).set(key, as) })}
        onGone={onGone}
      />
    </>
  );
}
