import { ChevronLeft, ChevronRight, PanelRight, X } from 'lucide-react';
import type { OfferedPair } from '#shared/domain/article-pair';
import type { Label } from '#shared/domain/codebook';
import { compareArticlesMessages as words, reasonWords } from '#shared/messages/en/compare-articles';
import { letterOf } from '#shared/text/label-letter';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { pairModes, type PairMode } from './gutter-items.ts';
import type { Lit } from './use-pair.ts';

type Props = {
  offered: readonly OfferedPair[];
  /** Which of the offered pairs is read; -1 where it is none of them. */
  at: number;
  lit: (Lit & { a: number; b: number }) | null;
  labels: readonly Label[];
  mode: PairMode;
  isInspected: boolean;
  onStep(by: 1 | -1): void;
  onPick(): void;
  onPutOut(): void;
  onMode(mode: PairMode): void;
  onInspect(): void;
};

/** Which pair is read and why, what is lit in both, and what of them is drawn. */
export function PairBar({ offered, at, lit, labels, mode, isInspected, ...on }: Props) {
  const label = labels.find(({ name }) => name === lit?.label);
  const isAlone = offered.length === 0 || (offered.length === 1 && at === 0);
  return (
    <div className="pairbar">
      <span className="strong">{at === -1 ? words.chosen : words.nth(at + 1, offered.length)}</span>
      {at !== -1 && <span className="muted trunc">{reasonWords(offered[at]!)}</span>}
      <Button
        variant="quiet"
        icon={<ChevronLeft className="i" aria-hidden="true" />}
        aria-label={words.previous}
        title={`${words.previous} [`}
        disabled={isAlone}
        onClick={() => on.onStep(-1)}
      />
      <Button
        variant="quiet"
        icon={<ChevronRight className="i" aria-hidden="true" />}
        aria-label={words.next}
        title={`${words.next} ]`}
        disabled={isAlone}
        onClick={() => on.onStep(1)}
      />
      <Button onClick={on.onPick}>{words.pick}</Button>
      <span className="grow" />
      {lit && (
        <span className="lit" title={words.litIn(lit.a, lit.b)}>
          {label && <Sign letter={letterOf(label)} colour={label.colour} line={label.line} />}
          <span className="wide">{words.lit}</span>
          <bdi className="theirs trunc">{lit.name}</bdi>
          <Button
            variant="quiet"
            icon={<X className="i i-12" aria-hidden="true" />}
            aria-label={words.putOut}
            onClick={on.onPutOut}
          />
        </span>
      )}
      <Choice
        label={words.show}
        value={mode}
        options={pairModes.map((value) => ({ value, name: words.modes[value] }))}
        onChoose={on.onMode}
      />
      <Button
        variant="quiet"
        icon={<PanelRight className="i" aria-hidden="true" />}
        aria-label={words.inspector}
        title={words.inspector}
        aria-pressed={isInspected}
        onClick={on.onInspect}
      />
    </div>
  );
}
