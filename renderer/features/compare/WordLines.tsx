import type { Compared, SideName } from '#shared/domain/comparison';
import type { WordLine } from '#shared/domain/keyness';
import { behindWords } from '#shared/messages/en/compare-lines';
import { wordsWords as words } from '#shared/messages/en/compare-words';
import { dateWords } from '#shared/messages/en/ui';
import { findLineDirection } from '#shared/text/direction';
import type { ShownWords } from './compare-props.ts';
import { SideMark } from './SideMark.tsx';
import { useComparison } from './use-comparison.ts';

const MOST = 30;
const CONTEXT = 70;
const SIDES = ['a', 'b'] as const;

type Props = { compared: Compared; word: string; onOpen(shown: ShownWords): void };

/** The newest lines with a word, each side's beside the other's; a press opens the text there. */
export const WordLines = (props: Props) => (
  <div className="behind">
    {SIDES.map((side) => (
      <SideLines key={side} side={side} {...props} />
    ))}
  </div>
);

function SideLines({ compared, word, side, onOpen }: Props & { side: SideName }) {
  const { data, error } = useComparison('compare:word-lines', {
    ...compared,
    word,
    side,
    limit: MOST,
    context: CONTEXT,
  });
  return (
    <section className="behind-side" aria-label={behindWords.list(side)}>
      <p className="behind-head hint tnum">
        <SideMark side={side} />
        {data === undefined
          ? (error?.message ?? behindWords.looking)
          : data.total === 0
            ? behindWords.none
            : behindWords.found(data.total, data.articles, data.lines.length)}
      </p>
      <ul className="behind-lines">
        {data?.lines.map((line) => (
          <li key={`${line.article} ${line.start}`}>
            <Line line={line} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const toLine = (text: string) => text.replace(/\s+/gu, ' ');

function Line({ line, onOpen }: { line: WordLine; onOpen(shown: ShownWords): void }) {
  const { article, start, date, outlet, title, left, match, right, isQuoted } = line;
  const where = `${outlet ?? behindWords.noOutlet} · ${title}`;
  return (
    <button
      type="button"
      className="behind-line"
      title={isQuoted ? `${where} · ${words.quoted}` : where}
      onClick={() => onOpen({ article, annotation: null, start })}
    >
      <span className="hint tnum">{date === null ? behindWords.noDate : dateWords(date)}</span>
      <span className="behind-words" dir={findLineDirection(line)}>
        {toLine(left)}
        <mark>{toLine(match)}</mark>
        {toLine(right)}
      </span>
    </button>
  );
}
