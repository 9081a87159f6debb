/**
 * A letter standing on its own line: told apart by letter and line as well as by colour. `line`: where it is another one than
 * that which is drawn for the colour.
 */
export function Sign({ letter, colour, line }: { letter: string; colour: string; line?: string }) {
  return (
    <span
      className={`lt lt-${colour.replace('label-', '')} ${line === undefined ? '' : `c-${colour} ln-${line}`}`.trim()}
      aria-hidden="true"
    >
      {letter}
    </span>
  );
}
