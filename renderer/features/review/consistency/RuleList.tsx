import { ConsistencyRule, type Findings } from '#shared/domain/consistency';
import { consistencyMessages as words } from '#shared/messages/en/consistency';

type Props = {
  counts: Findings | undefined;
  /** Near copies were looked for, and nothing else. */
  isCopies: boolean;
  rule: ConsistencyRule | null;
  withExempt: boolean;
  onRule(rule: ConsistencyRule | null): void;
  onExempt(withExempt: boolean): void;
};

/** What is looked for, with how much was found of each. */
export function RuleList({ counts, isCopies, rule, withExempt, onRule, onExempt }: Props) {
  const isCounted = (value: ConsistencyRule) => (value === 'near-copies') === isCopies;
  const total = counts && !isCopies ? Object.values(counts.counts).reduce((sum, n) => sum + n, 0) : undefined;
  const choices: { value: ConsistencyRule | null; name: string; n: number | undefined }[] = [
    { value: null, name: words.all, n: total },
    ...ConsistencyRule.options.map((value) => ({
      value,
      name: words.rules[value],
      n: isCounted(value) ? counts?.counts[value] : undefined,
    })),
  ];
  return (
    <section className="pane rc-rules" aria-label={words.ruleList} data-region>
      <div className="pane-head">
        <h2>{words.ruleList}</h2>
      </div>
      <div className="rc-choices">
        {choices.map(({ value, name, n }) => (
          <button
            key={name}
            type="button"
            className="rc-choice"
            aria-pressed={value === rule && !withExempt}
            onClick={() => {
              onExempt(false);
              onRule(value);
            }}
          >
            <span>{name}</span>
            <span className="num">{n?.toLocaleString('en')}</span>
          </button>
        ))}
        {counts && counts.exempt > 0 && (
          <button
            type="button"
            className="rc-choice"
            aria-pressed={withExempt}
            onClick={() => {
              onRule(null);
              onExempt(true);
            }}
          >
            <span>{words.exempted}</span>
            <span className="num">{counts.exempt.toLocaleString('en')}</span>
          </button>
        )}
      </div>
    </section>
  );
}
