import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react';
import { isMac } from './platform.ts';

const apple: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧', Enter: '⏎', Delete: '⌫' };

/** Keys as this system writes them: "Ctrl Shift Z". */
const toKeyNames = (keys: string) => keys.split(' ').map((key) => (isMac() ? (apple[key] ?? key) : key));

/** Drawn, since the fonts that ship have no such letters. */
const arrows = { '←': ArrowLeft, '→': ArrowRight, '↑': ArrowUp, '↓': ArrowDown };

function KeyCap({ name }: { name: string }) {
  const Arrow = arrows[name as keyof typeof arrows] as typeof ArrowLeft | undefined;
  return <kbd className="kbd">{Arrow ? <Arrow className="i i-12" /> : name}</kbd>;
}

export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="keys" aria-hidden="true">
      {toKeyNames(keys).map((key) => (
        <KeyCap key={key} name={key} />
      ))}
    </span>
  );
}
