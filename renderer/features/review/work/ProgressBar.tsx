import { workMessages as words } from '#shared/messages/en/work';

/** Parts of a whole, the furthest first; the numbers stand beside it. */
export function ProgressBar({
  checked,
  done,
  begun,
  of,
}: {
  checked: number;
  done: number;
  begun: number;
  of: number;
}) {
  const width = (n: number) => ({ width: `${of === 0 ? 0 : (100 * n) / of}%` });
  return (
    <span className="rw-bar" role="img" aria-label={words.bar(done, checked, of)}>
      <span className="rw-checked" style={width(checked)} />
      <span className="rw-done" style={width(done)} />
      <span className="rw-begun" style={width(begun)} />
    </span>
  );
}
