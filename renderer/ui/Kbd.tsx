const isApple = navigator.userAgent.includes('Mac OS');
const apple: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧', Enter: '⏎', Delete: '⌫' };

/** Keys as this system writes them: "Ctrl Shift Z". */
const toKeyNames = (keys: string) => keys.split(' ').map((key) => (isApple ? (apple[key] ?? key) : key));

export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="keys" aria-hidden="true">
      {toKeyNames(keys).map((key) => (
        <kbd key={key} className="kbd">
          {key}
        </kbd>
      ))}
    </span>
  );
}
