import type { ReactNode, RefObject } from 'react';
import { EqualNot } from 'lucide-react';
import type { Label } from '#shared/domain/codebook';
import type { Adjudication, SettlementDecision } from '#shared/domain/settlement';
import { settleMessages as words } from '#shared/messages/en/settle';
import { Button } from '../../../ui/Button.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { CoderMark } from './CoderMark.tsx';
import { answerOf, questionOf, type Pair, type Side } from './differences.ts';
import { NewTagForm } from './NewTagForm.tsx';
import { RuleChoice } from './RuleChoice.tsx';
import { TagSign } from './TagSign.tsx';
import type { TwoLayerHandle } from './TwoLayerText.tsx';
import type { Settling } from './use-settling.ts';

type Props = {
  adjudication: Adjudication;
  settling: Settling;
  labels: readonly Label[];
  canWrite: boolean;
  text: RefObject<TwoLayerHandle | null>;
  /** The next article that has differences, by uid. */
  next: string | null;
  onArticle(article: string | null): void;
};

const sides = ['left', 'right'] as const;
const others = [
  ['both', 'B'],
  ['neither', '0'],
] as const;

/** What is asked of the difference in focus, and the answers, each with its key. */
export function DecisionBar({ adjudication, settling, labels, canWrite, text, next, onArticle }: Props) {
  const { focused, isMaking, draft } = settling;
  const names = { left: adjudication.left, right: adjudication.right };
  if (!focused) return <NothingOpen {...{ adjudication, settling, canWrite, next, onArticle }} />;
  const { settlement } = focused.difference;
  const isMade = (decision: SettlementDecision) => settlement?.decision === decision;
  return (
    <section className="settle-decide" aria-label={words.decision} data-region>
      <div className="settle-question">
        <p className="strong" aria-live="polite">
          <EqualNot className="i i-12" aria-hidden="true" /> <bdi>{questionOf(focused, names)}</bdi>
        </p>
        {settlement && (
          <span className={settlement.isOutdated ? 'hint settle-outdated' : 'hint'}>
            {words.settledBy(settlement.by, settlement.decision, settlement.isOutdated)}
          </span>
        )}
        <RuleChoice pair={focused} labels={labels} rule={draft.rule} onRule={(rule) => settling.change({ rule })} />
      </div>
      {isMaking ? (
        <NewTagForm
          key={focused.difference.uid}
          pair={focused}
          adjudication={adjudication}
          labels={labels}
          text={text}
          onSend={(tag) => settling.decide('new', tag)}
          onGiveUp={() => settling.setMaking(false)}
        />
      ) : (
        <div className="settle-options" role="group" aria-label={words.decision}>
          {sides.map((side) => (
            <SideOption
              key={side}
              side={side}
              pair={focused}
              name={names[side]}
              labels={labels}
              isMade={isMade(side)}
              isOff={!canWrite}
              onTake={() => settling.decide(side)}
            />
          ))}
          {others.map(([decision, key]) => (
            <Option
              key={decision}
              keys={key}
              isMade={isMade(decision)}
              isOff={!canWrite}
              onTake={() => settling.decide(decision)}
            >
              {words.options[decision]}
            </Option>
          ))}
          <Option keys="Enter" isMade={isMade('new')} isOff={!canWrite} onTake={() => settling.setMaking(true)}>
            {words.options.new}
          </Option>
          <span className="grow" />
          <Option keys="U" isMade={isMade('unsure')} isOff={!canWrite} onTake={() => settling.decide('unsure')}>
            {words.options.unsure}
          </Option>
        </div>
      )}
    </section>
  );
}

type OptionProps = {
  keys: string;
  isMade: boolean;
  isOff: boolean;
  onTake(): void;
  children: ReactNode;
};

const Option = ({ keys, isMade, isOff, onTake, children }: OptionProps) => (
  <button type="button" className="settle-option" aria-pressed={isMade} disabled={isOff} onClick={onTake}>
    <Kbd keys={keys} />
    {children}
  </button>
);

type SideOptionProps = {
  side: Side;
  pair: Pair;
  name: string;
  labels: readonly Label[];
  isMade: boolean;
  isOff: boolean;
  onTake(): void;
};

function SideOption({ side, pair, name, labels, ...rest }: SideOptionProps) {
  const own = pair[side];
  const answer = answerOf(pair, side);
  return (
    <Option keys={side === 'left' ? '←' : '→'} {...rest}>
      <CoderMark name={name} side={side} />
      <span className="vh">{words.whoSays(name)} </span>
      {own && <TagSign label={own.label} labels={labels} />}
      <bdi className={`trunc ${pair.difference.kind === 'boundary' ? 'theirs' : ''}`}>{answer}</bdi>
    </Option>
  );
}

type NothingOpenProps = Pick<Props, 'adjudication' | 'settling' | 'canWrite' | 'next' | 'onArticle'>;

/** Where nothing is in focus: how far the article is, and where to go on. */
function NothingOpen({ adjudication, settling, canWrite, next, onArticle }: NothingOpenProps) {
  const unsure = settling.pairs.filter(({ segment }) => segment === 'unsure').length;
  const said = describeRest(adjudication, unsure, settling.canTakeIn);
  if (!said) return null;
  return (
    <section className="settle-decide" aria-label={words.decision} data-region>
      <div className="settle-through">
        <div>
          <p className="strong" aria-live="polite">
            {said.title}
          </p>
          <p className="hint">{said.hint}</p>
        </div>
        <Button onClick={() => onArticle(null)}>{words.back}</Button>
        {settling.canTakeIn ? (
          <Button variant="primary" keys="Enter" disabled={!canWrite} onClick={settling.begin}>
            {adjudication.state === null ? words.begin : words.takeIn}
          </Button>
        ) : (
          next !== null && (
            <Button variant="primary" keys="Enter" onClick={() => onArticle(next)}>
              {words.next}
            </Button>
          )
        )}
      </div>
    </section>
  );
}

/** What is said of an article in which nothing is in focus; undefined where what is open is only not shown. */
function describeRest({ state, isChanged, agreed }: Adjudication, unsure: number, canTakeIn: boolean) {
  if (canTakeIn && state === null) return { title: words.nothingDiffers, hint: words.agreedOpen(agreed.length) };
  if (canTakeIn) return { title: words.changedTitle, hint: words.toTakeIn };
  if (state === 'done' && !isChanged) return { title: words.allTitle, hint: words.all };
  return unsure > 0 ? { title: words.unsureLeft(unsure), hint: '' } : undefined;
}
