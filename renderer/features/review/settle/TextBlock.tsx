import { createElement, Fragment, type CSSProperties, type ReactNode } from 'react';
import { Check, Equal, EqualNot, Minus } from 'lucide-react';
import { settleMessages as words } from '#shared/messages/en/settle';
import { Sign } from '../../../ui/Sign.tsx';
import type { Card, DrawnTag, LaidBlock, Run } from './lay-out.ts';

type Props = {
  block: LaidBlock;
  text: string;
  /** The difference in focus. */
  focused: string | null;
  onChoose(difference: string): void;
};

/** A block of the article, with both people's rules over and under its words and their cards beside it. */
export function TextBlock({ block: { look, runs, cards }, text, focused, onChoose }: Props) {
  const attributes = {
    className: `settle-b settle-${look.className.slice(2)}`,
    dir: look.direction,
    lang: look.language ?? undefined,
    style: { '--cards': cards } as CSSProperties,
  };
  return createElement(
    look.tag,
    attributes,
    runs.map((run) => (
      <Fragment key={run.start}>
        {run.cards.map((card) => (
          <MarginCard
            key={card.key}
            card={card}
            isOn={card.difference !== null && card.difference === focused}
            onChoose={onChoose}
          />
        ))}
        <TextRun run={run} text={text} focused={focused} />
      </Fragment>
    )),
  );
}

const marks = { equal: Equal, differ: EqualNot, settled: Check } as const;

/** What one of the two has level with its words. The queue says the same to whoever does not see it. */
function MarginCard({ card, isOn, onChoose }: { card: Card; isOn: boolean; onChoose: Props['onChoose'] }) {
  const { side, sign, quote, mark, difference } = card;
  const Icon = sign === null ? Minus : marks[mark];
  const icon = <Icon className="i i-12" />;
  return (
    <span
      className={`settle-card is-${sign === null ? 'none' : mark} ${isOn ? 'is-on' : ''}`}
      data-side={side}
      dir="ltr"
      aria-hidden="true"
      {...(difference !== null && { onClick: () => onChoose(difference) })}
    >
      {sign ? <Sign letter={sign.letter} colour={sign.colour} line={sign.line} /> : icon}
      <bdi className="trunc">{sign ? quote : words.nothingHere}</bdi>
      {sign && icon}
    </span>
  );
}

function fillOf(tags: readonly DrawnTag[], focused: string | null): string {
  if (tags.some(({ difference }) => difference !== null && difference === focused)) return 'is-on';
  if (tags.some(({ mark }) => mark === 'differ')) return 'is-differing';
  const equal = tags.filter(({ mark }) => mark === 'equal');
  const outermost = equal.toSorted((a, b) => b.slot - a.slot)[0];
  return outermost ? `is-equal c-${outermost.sign.colour}` : '';
}

/** Each rule is a box around the words, so that lines of all labels can lie beside each other. */
function TextRun({ run, text, focused }: { run: Run; text: string; focused: string | null }) {
  const differences = [...new Set(run.tags.flatMap(({ difference }) => difference ?? []))];
  const inner = writeWords(run, text);
  if (run.tags.length === 0) return inner;
  return run.tags.reduce<ReactNode>(
    (within, { uid, side, sign, slot }) => (
      <span
        key={uid}
        className={`rv rv-${side} c-${sign.colour} ln-${sign.line}`}
        style={{ '--slot': slot } as CSSProperties}
      >
        {within}
      </span>
    ),
    <span
      className={`rv-fill ${fillOf(run.tags, focused)}`}
      {...(differences.length > 0 && { 'data-differences': differences.join(' ') })}
    >
      {inner}
    </span>,
  );
}

/** The words, with a sign before each character that nobody would see. */
function writeWords({ start, end, invisible }: Run, text: string): ReactNode {
  const cuts = [start, ...invisible.map(({ offset }) => offset).filter((offset) => offset > start), end];
  return cuts.slice(0, -1).map((from, n) => {
    const sign = invisible.find(({ offset }) => offset === from);
    return (
      <Fragment key={from}>
        {sign && <span className="ctl settle-ctl" role="img" aria-label={sign.name} data-name={sign.name} />}
        <span data-start={from}>{text.slice(from, cuts[n + 1])}</span>
      </Fragment>
    );
  });
}
