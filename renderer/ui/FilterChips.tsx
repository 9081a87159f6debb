import type { ReactNode } from 'react';
import { numberWords } from '#shared/messages/en/ui';
import { ChoiceChip } from './ChoiceChip.tsx';
import { DateField } from './DateField.tsx';

type Chosen<S extends string> = {
  outlets?: string[] | undefined;
  states?: S[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
};
type Words = Record<
  'anyOutlet' | 'anyState' | 'from' | 'to' | 'fromPlaceholder' | 'toPlaceholder' | 'dateHint',
  string
> & { outletFilter(chosen: string): string; stateFilter(chosen: string): string };
type Props<S extends string> = {
  chosen: Chosen<S>;
  words: Words;
  outlets: readonly { name: string; articles: number }[];
  states: { value: S; word: string }[];
  isDate(typed: string): boolean;
  /** Undefined takes a part away. */
  onChange(changes: Chosen<S>): void;
  /** More chips, before the dates. */
  children?: ReactNode;
};

/** Chips and fields that say which articles are meant: one outlet, one state, from one date to another. */
export function FilterChips<S extends string>(props: Props<S>) {
  const { chosen, words, outlets, states, isDate, onChange, children } = props;
  return (
    <>
      <ChoiceChip
        any={words.anyOutlet}
        toName={words.outletFilter}
        chosen={chosen.outlets?.[0] ?? null}
        options={outlets.map(({ name, articles }) => ({ value: name, word: name, aside: numberWords(articles) }))}
        onChoose={(name) => onChange({ outlets: name === null ? undefined : [name] })}
      />
      <ChoiceChip
        any={words.anyState}
        toName={words.stateFilter}
        chosen={chosen.states?.[0] ?? null}
        options={states}
        onChoose={(state) => onChange({ states: state === null ? undefined : [state] })}
      />
      {children}
      <span className="lib-dates">
        <DateField
          isDate={isDate}
          placeholder={words.fromPlaceholder}
          hint={words.dateHint}
          name={words.from}
          value={chosen.from}
          onChange={(from) => onChange({ from })}
        />
        <span aria-hidden="true">–</span>
        <DateField
          isDate={isDate}
          placeholder={words.toPlaceholder}
          hint={words.dateHint}
          name={words.to}
          value={chosen.to}
          onChange={(to) => onChange({ to })}
        />
      </span>
    </>
  );
}
