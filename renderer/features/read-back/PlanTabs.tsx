import { useState } from 'react';
import { Tabs } from '@base-ui/react/tabs';
import type { InterchangePlan, NameMapping } from '#shared/domain/interchange';
import { readBackMessages as words } from '#shared/messages/en/read-back';
import { countAll, countKinds, type Decisions } from './decisions.ts';
import { DifferenceView } from './DifferenceView.tsx';
import { NameList } from './NameList.tsx';
import { NoteList } from './NoteList.tsx';
import { chooseName } from './reading-choice.ts';

type Props = {
  plan: InterchangePlan;
  decisions: Decisions;
  mapping: readonly NameMapping[];
  onDecide(decisions: Decisions): void;
  onMap(mapping: NameMapping[]): void;
  /** The plan is kept no more. */
  onGone(): void;
};

/** Names, differences, and what is not taken: first names where any was guessed, since what follows depends on them. */
export function PlanTabs({ plan, decisions, mapping, onDecide, onMap, onGone }: Props) {
  const counts = countKinds(plan);
  const notes = Object.values(plan.notes).reduce((sum, n) => sum + n, 0);
  const [tab, setTab] = useState(() => findFirstTab(plan));
  return (
    <Tabs.Root className="plan-tabs" value={tab} onValueChange={setTab}>
      <Tabs.List className="tabs" aria-label={words.tabs}>
        <Tabs.Tab value="names">{words.tab.names(plan.names.length)}</Tabs.Tab>
        <Tabs.Tab value="differences">{words.tab.differences(countAll(counts))}</Tabs.Tab>
        <Tabs.Tab value="notes">{words.tab.notes(notes)}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="names" className="plan-panel" tabIndex={-1}>
        <NameList names={plan.names} mapping={mapping} onChoose={(name) => onMap(chooseName(mapping, name))} />
      </Tabs.Panel>
      <Tabs.Panel value="differences" className="plan-panel" tabIndex={-1}>
        <DifferenceView
          key={plan.plan}
          plan={plan.plan}
          counts={counts}
          decisions={decisions}
          onDecide={onDecide}
          onGone={onGone}
        />
      </Tabs.Panel>
      <Tabs.Panel value="notes" className="plan-panel" tabIndex={-1}>
        <NoteList key={plan.plan} plan={plan.plan} counts={plan.notes} onGone={onGone} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

function findFirstTab(plan: InterchangePlan): string {
  if (plan.names.some(({ by }) => by === 'common-word' || by === 'new' || by === 'left' || by === 'no-room'))
    return 'names';
  return countAll(countKinds(plan)) > 0 ? 'differences' : 'notes';
}
