import type { Output } from '#shared/api/contract';
import type { Label } from '#shared/domain/codebook';
import type { DecisionFilter } from '#shared/domain/decision';
import { decisionsMessages as words, workDecisionWords } from '#shared/messages/en/decisions';
import { momentWords, numberWords } from '#shared/messages/en/ui';
import { Choice } from '../../../ui/Choice.tsx';
import { ChoiceChip } from '../../../ui/ChoiceChip.tsx';
import { ToggleChip } from '../../../ui/ToggleChip.tsx';

type Props = {
  filter: DecisionFilter;
  labels: readonly Label[];
  data: Output<'decisions:list'> | undefined;
  /** When the person looked last before now; null where they never did. */
  lastLook: string | null;
  onFilter(filter: DecisionFilter): void;
};
type Which = keyof typeof words.which;

/** Which decisions are shown, and how many there are for each reason. */
export function DecisionFilters({ filter, labels, data, lastLook, onFilter }: Props) {
  const which: Which = filter.unanswered ? 'unanswered' : filter.since === undefined ? 'all' : 'new';
  const choose = (chosen: Which) => {
    const next = { ...filter };
    delete next.unanswered;
    delete next.since;
    if (chosen === 'unanswered') next.unanswered = true;
    if (chosen === 'new' && lastLook !== null) next.since = lastLook;
    onFilter(next);
  };
  const set = <K extends 'decisions' | 'labels' | 'checkers' | 'reasons'>(part: K, value: string | null) => {
    const next = { ...filter };
    delete next[part];
    if (part === 'labels') delete next.relations; // none has a label
    onFilter(value === null ? next : { ...next, [part]: [value] });
  };
  const toggle = (part: 'relations' | 'outdated') => {
    const next = { ...filter };
    if (part === 'relations') delete next.labels;
    if (next[part]) delete next[part];
    else next[part] = true;
    onFilter(next);
  };
  const offered = (['all', ...(lastLook === null ? [] : ['new' as const]), 'unanswered'] as const).map((value) => ({
    value,
    name: words.which[value],
  }));
  return (
    <>
      <div className="dw-filters">
        <Choice<Which> label={words.filters} value={which} options={offered} onChoose={choose} />
        {which === 'new' && lastLook !== null && <p className="hint">{words.newHint(momentWords(lastLook))}</p>}
        <div className="dw-chips">
          <ChoiceChip
            any={words.decision.any}
            toName={words.decision.name}
            chosen={filter.decisions?.[0] ?? null}
            options={(data?.byDecision ?? []).map(({ value, n }) => ({
              value,
              word: workDecisionWords[value],
              aside: numberWords(n),
            }))}
            onChoose={(value) => set('decisions', value)}
          />
          <ChoiceChip
            any={words.label.any}
            toName={words.label.name}
            chosen={filter.labels?.[0] ?? null}
            options={labels.map(({ name }) => ({ value: name, word: name }))}
            onChoose={(value) => set('labels', value)}
          />
          <ChoiceChip
            any={words.checker.any}
            toName={words.checker.name}
            chosen={filter.checkers?.[0] ?? null}
            options={(data?.byChecker ?? []).map(({ value, n }) => ({ value, word: value, aside: numberWords(n) }))}
            onChoose={(value) => set('checkers', value)}
          />
          <ToggleChip isOn={filter.relations === true} onToggle={() => toggle('relations')}>
            {words.relations}
          </ToggleChip>
          <ToggleChip isOn={filter.outdated === true} onToggle={() => toggle('outdated')}>
            {words.onlyOutdated}
          </ToggleChip>
        </div>
      </div>
      <section className="sec pane-scroll">
        <h2 className="sec-h">{words.reasons}</h2>
        {data && (
          <ReasonBars
            counts={data.byReason}
            chosen={filter.reasons?.[0] ?? null}
            onChoose={(value) => set('reasons', value)}
          />
        )}
      </section>
    </>
  );
}

type BarsProps = {
  counts: Output<'decisions:list'>['byReason'];
  chosen: string | null;
  onChoose(reason: string | null): void;
};

/** Each reason with a bar as long as it is frequent; one is chosen to see only its decisions. */
function ReasonBars({ counts, chosen, onChoose }: BarsProps) {
  const most = Math.max(1, ...counts.map(({ n }) => n));
  if (counts.length === 0) return <p className="hint">{words.noReasons}</p>;
  return (
    <ul className="dw-bars">
      {counts.map(({ value, n }) => (
        <li key={value}>
          <button
            type="button"
            className="dw-bar"
            aria-pressed={value === chosen}
            onClick={() => onChoose(value === chosen ? null : value)}
          >
            <bdi className="trunc">{value}</bdi> <span className="tnum">{numberWords(n)}</span>
            <i style={{ width: `${(100 * n) / most}%` }} />
          </button>
        </li>
      ))}
    </ul>
  );
}
