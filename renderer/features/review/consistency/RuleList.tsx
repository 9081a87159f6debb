import type { ConsistencyRule } from '#shared/domain/consistency';
import { consistencyMessages as words } from '#shared/messages/en/consistency';
import { numberWords } from '#shared/messages/en/ui';
import type { Wish } from './use-findings.ts';

type Props = {
  /** `n`: undefined where that was not looked for. */
  counts: readonly { rule: ConsistencyRule; n: number | undefined }[];
  exempt: number;
  wish: Wish;
  onWish(wish: Wish): void;
};

/** What is looked for, with how much was found of each. */
export function RuleList({ counts, exempt, wish, onWish }: Props) {
  const known = counts.flatMap(({ rule, n }) => (n === undefined || rule === 'near-copies' ? [] : n));
  const total = known.length > 0 ? known.reduce((sum, n) => sum + n, 0) : undefined;
  return (
    <section className="pane rc-rules" aria-label={words.ruleList} data-region>
      <div className="pane-head">
        <h2>{words.ruleList}</h2>
      </div>
      <div className="rc-choices">
        {[{ rule: null, n: total }, ...counts].map(({ rule, n }) => (
          <Choice
            key={rule}
            name={rule === null ? words.all : words.rules[rule]}
            n={n}
            isOn={rule === wish.rule && !wish.onlyExempt}
            onChoose={() => onWish({ rule, onlyExempt: false })}
          />
        ))}
        {(exempt > 0 || wish.onlyExempt) && (
          <Choice
            name={words.exempted}
            n={exempt}
            isOn={wish.onlyExempt}
            onChoose={() => onWish({ rule: wish.rule === 'near-copies' ? wish.rule : null, onlyExempt: true })}
          />
        )}
      </div>
    </section>
  );
}

type ChoiceProps = { name: string; n: number | undefined; isOn: boolean; onChoose(): void };

const Choice = ({ name, n, isOn, onChoose }: ChoiceProps) => (
  <button type="button" className="rc-choice" aria-pressed={isOn} onClick={onChoose}>
    <span>{name}</span>
    <span className={n === 0 ? 'num rc-zero' : 'num'}>{n !== undefined && numberWords(n)}</span>
  </button>
);
