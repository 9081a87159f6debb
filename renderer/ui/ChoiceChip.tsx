import type { ReactNode } from 'react';
import { ChevronDown } from 'lucide-react';
import { Menu, type MenuItem } from './Menu.tsx';

type Props<T extends string> = {
  /** The word where nothing is chosen. */
  any: string;
  toName(chosen: string): string;
  chosen: T | null;
  options: { value: T; word: string; aside?: string }[];
  onChoose(value: T | null): void;
};

/** One of several, or any of them, behind a chip that says which. */
export function ChoiceChip<T extends string>({ any, toName, chosen, options, onChoose }: Props<T>): ReactNode {
  const word = options.find(({ value }) => value === chosen)?.word ?? chosen ?? any;
  const items: MenuItem[] = [
    { name: any, isOn: chosen === null, run: () => onChoose(null) },
    ...options.map(({ value, word: name, aside }) => ({
      name,
      ...(aside !== undefined && { aside }),
      isOn: value === chosen,
      run: () => onChoose(value),
    })),
  ];
  return (
    <Menu
      isChoice
      trigger={<button type="button" className={chosen === null ? 'chip' : 'chip chip-on'} aria-label={toName(word)} />}
      items={items}
    >
      <bdi className="trunc">{word}</bdi>
      <ChevronDown className="i" aria-hidden="true" />
    </Menu>
  );
}
