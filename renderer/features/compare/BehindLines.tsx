import type { Compared, SideName } from '#shared/domain/comparison';
import type { MentionLine, MentionsMeant } from '#shared/domain/mention-line';
import { behindWords as words } from '#shared/messages/en/compare-lines';
import { dateWords } from '#shared/messages/en/ui';
import { findLineDirection } from '#shared/text/direction';
import type { ShownWords } from './compare-props.ts';
import { SideMark } from './SideMark.tsx';
import { useComparison } from './use-comparison.ts';

/** So many lines of a side are shown; all of them are in the concordance of Naming and in Search. */
const MOST = 30;
const CONTEXT = 70;

type Props = {
  compared: Compared;
  sides: readonly SideName[];
  meant: MentionsMeant;
  onOpen(shown: ShownWords): void;
};

/** The newest lines that stand behind a row, each side's beside the other's; a press opens the text there. */
export const BehindLines = ({ sides, ...props }: Props) => (
  <div className="behind">
    {sides.map((side) => (
      <SideLines key={side} side={side} {...props} />
    ))}
  </div>
);

function SideLines({ compared, side, meant, onOpen }: Omit<Props, 'sides'> & { side: SideName }) {
  const asked = { ...compared, ...meant, of: 'mentions', side, limit: MOST, context: CONTEXT } as const;
  const { data, error } = useComparison('compare:lines', asked);
  return (
    <section className="behind-side" aria-label={words.list(side)}>
      <p className="behind-head hint tnum">
        <SideMark side={side} />
        {data === undefined
          ? (error?.message ?? words.looking)
          : data.total === 0
            ? words.none
            : words.found(data.total, data.articles, data.lines.length)}
      </p>
      <ul className="behind-lines">
        {data?.lines.map((line) => (
          <li key={line.annotation}>
            <Line line={line} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const toLine = (text: string) => text.replace(/\s+/gu, ' ');

function Line({ line, onOpen }: { line: MentionLine; onOpen(shown: ShownWords): void }) {
  const { article, annotation, start, date, outlet, title, left, match, right } = line;
  return (
    <button
      type="button"
      className="behind-line"
      title={`${outlet ?? words.noOutlet} · ${title}`}
      onClick={() => onOpen({ article, annotation, start })}
    >
      <span className="hint tnum">{date === null ? words.noDate : dateWords(date)}</span>
      <span className="behind-words" dir={findLineDirection(line)}>
        {toLine(left)}
        <mark>{toLine(match)}</mark>
        {toLine(right)}
      </span>
    </button>
  );
}
