import type { ReactElement, ReactNode } from 'react';
import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { Kbd } from './Kbd.tsx';

export type MenuItem =
  { name: string; aside?: string; keys?: string; isOn?: boolean; run(): void } | { rule: true } | { heading: string };

type Props = {
  /** The button that opens it. */
  trigger: ReactElement;
  items: MenuItem[];
  /** Whether the items are choices, of which one is on. */
  isChoice?: boolean;
  children?: ReactNode;
};

/** A button with a list of things to do, or to choose from. */
export function Menu({ trigger, items, isChoice = false, children }: Props) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger}>{children}</Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="menu-at" align="start" sideOffset={4}>
          <Base.Popup className="pop menu">
            {items.map((item, n) => {
              if ('rule' in item) return <Base.Separator key={n} className="rule" />;
              if ('heading' in item)
                return (
                  <div key={n} className="menu-head">
                    {item.heading}
                  </div>
                );
              return (
                <Base.Item
                  key={n}
                  className="item"
                  onClick={() => item.run()}
                  {...(isChoice && { role: 'menuitemradio', 'aria-checked': item.isOn === true })}
                >
                  {isChoice && <Check className={`i i-12 ${item.isOn ? '' : 'is-blank'}`} aria-hidden="true" />}
                  <span className="trunc">{item.name}</span>
                  {item.aside !== undefined && <span className="hint trunc">{item.aside}</span>}
                  {item.keys !== undefined && <Kbd keys={item.keys} />}
                </Base.Item>
              );
            })}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
