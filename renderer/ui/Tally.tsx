const strokes = ['M3 1.5v7', 'M7 1.5v7', 'M11 1.5v7', 'M15 1.5v7'];

/** How many of four steps are done, as a tally; four are struck through. Without a name it is decoration. */
export function Tally({ done, name }: { done: number; name?: string }) {
  return (
    <svg
      className="tally"
      viewBox="0 0 20 10"
      {...(name === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      {strokes.map((d, n) => (
        <path key={d} className={n < done ? 'y' : 'n'} d={d} />
      ))}
      {done === strokes.length && <path className="y" d="M1 7.5 18.5 2.5" />}
    </svg>
  );
}
