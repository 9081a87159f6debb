import { ChevronDown } from 'lucide-react';
import type { Adjudication } from '#shared/domain/settlement';
import { settleMessages as words } from '#shared/messages/en/settle';
import { Menu } from '../../../ui/Menu.tsx';
import { CoderMark } from './CoderMark.tsx';
import type { Side } from './differences.ts';

type Props = {
  adjudication: Adjudication;
  title: string;
  /** What else tells the article from others, and where in it the difference in focus stands. */
  aside: string;
  onCoders(coders: [left: string, right: string]): void;
};

/** Above the text: the two whose tags stand beside it, and which article it is. */
export function CoderHeads({ adjudication, title, aside, onCoders }: Props) {
  return (
    <header className="settle-heads">
      <CoderHead side="left" adjudication={adjudication} onCoders={onCoders} />
      <div className="settle-title">
        <h2 className="theirs trunc">
          <bdi>{title}</bdi>
        </h2>
        <span className="hint tnum trunc">{aside}</span>
      </div>
      <CoderHead side="right" adjudication={adjudication} onCoders={onCoders} />
    </header>
  );
}

type HeadProps = Pick<Props, 'adjudication' | 'onCoders'> & { side: Side };

/** One of the two; any other who tagged the article can be taken in their place. */
function CoderHead({ side, adjudication, onCoders }: HeadProps) {
  const { left, right, coders } = adjudication;
  const name = side === 'left' ? left : right;
  const choose = (next: string) => {
    if (next === name) return;
    if (side === 'left') onCoders([next, next === right ? left : right]);
    else onCoders([next === left ? right : left, next]);
  };
  return (
    <div className="settle-head" data-side={side}>
      <CoderMark name={name} side={side} />
      {coders.length > 2 ? (
        <Menu
          isChoice
          trigger={<button type="button" className="chip" aria-label={words.whose(side, name)} />}
          items={coders.map((coder) => ({
            name: coder.name,
            aside: words.tags(coder.annotations),
            isOn: coder.name === name,
            run: () => choose(coder.name),
          }))}
        >
          <bdi className="trunc">{name}</bdi>
          <ChevronDown className="i" aria-hidden="true" />
        </Menu>
      ) : (
        <b className="trunc">
          <bdi>{name}</bdi>
        </b>
      )}
      <span className="hint">{side === 'left' ? words.below : words.above}</span>
    </div>
  );
}
