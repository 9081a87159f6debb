import { X } from 'lucide-react';
import type { Label } from '#shared/domain/codebook';
import type { CitedRule } from '#shared/domain/review';
import { settleMessages as words } from '#shared/messages/en/settle';
import { Button } from '../../../ui/Button.tsx';
import { Menu, type MenuItem } from '../../../ui/Menu.tsx';
import type { Pair } from './differences.ts';

type Sides = Pick<Pair, 'left' | 'right'>;
type Props = { pair: Sides; labels: readonly Label[]; rule: CitedRule | null; onRule(rule: CitedRule | null): void };

/** The longest that is cited. Unit: UTF-16. */
const LONGEST = 2000;

/** Lines of guidelines of the labels that the two gave. */
function listRules({ left, right }: Sides, labels: readonly Label[]): CitedRule[] {
  const named = new Set([left?.label, right?.label]);
  return labels
    .filter(({ name }) => named.has(name))
    .flatMap(({ name, guideline }) =>
      guideline
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && line.length <= LONGEST)
        .map((text) => ({ label: name, text })),
    );
}

/** The rule of the codebook that a decision goes by: a line of a guideline. */
export function RuleChoice({ pair, labels, rule, onRule }: Props) {
  const rules = listRules(pair, labels);
  if (rule)
    return (
      <span className="hint settle-rule">
        <span className="trunc" title={rule.text}>
          {words.cited(rule.label)}“<bdi>{rule.text}</bdi>”
        </span>
        <Button
          size="small"
          variant="quiet"
          aria-label={words.uncite}
          title={words.uncite}
          icon={<X className="i i-12" aria-hidden="true" />}
          onClick={() => onRule(null)}
        />
      </span>
    );
  if (rules.length === 0) return null;
  const several = new Set(rules.map(({ label }) => label)).size > 1;
  const items = rules.flatMap((each, n): MenuItem[] => [
    ...(several && rules[n - 1]?.label !== each.label ? [{ heading: each.label }] : []),
    { name: each.text, run: () => onRule(each) },
  ]);
  return (
    <Menu trigger={<button type="button" className="add hint settle-cite" />} items={items}>
      {words.citeRule}
    </Menu>
  );
}
