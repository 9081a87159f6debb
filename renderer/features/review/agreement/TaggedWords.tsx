import type { MatchedSide } from '#shared/domain/agreement';

const toLine = (text: string) => text.replace(/\s+/gu, ' ');
const blankLine = /\n\s*\n/u;

/** What was tagged, in the words around it of the same paragraph. */
export function TaggedWords({ side: { spans, before, after } }: { side: MatchedSide }) {
  return (
    <p className="theirs ra-words" dir="auto">
      {toLine(before.split(blankLine).at(-1)!)}
      <mark>{spans.map(({ quote }) => toLine(quote)).join(' … ')}</mark>
      {toLine(after.split(blankLine)[0]!)}
    </p>
  );
}
