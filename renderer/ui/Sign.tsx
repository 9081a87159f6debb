/** A letter standing on its own line: told apart by letter and line as well as by colour. */
export function Sign({ letter, colour }: { letter: string; colour: string }) {
  return (
    <span className={`lt lt-${colour.replace('label-', '')}`} aria-hidden="true">
      {letter}
    </span>
  );
}
