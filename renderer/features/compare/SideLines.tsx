import type { SideName } from '#shared/domain/comparison';
import type { SearchHit } from '#shared/domain/search';
import { behindWords as words } from '#shared/messages/en/compare-lines';
import { dateWords } from '#shared/messages/en/ui';
import { findLineDirection } from '#shared/text/direction';
import type { ShownWords } from './compare-props.ts';
import { SideMark } from './SideMark.tsx';
import type { Asked } from './use-comparison.ts';

/** A line of a text; of an annotation, or of a word, of which it is told whether it is quoted. */
type Line = Pick<SearchHit, 'article' | 'start' | 'date' | 'outlet' | 'title' | 'left' | 'match' | 'right'> & {
  annotation?: string;
  isQuoted?: boolean;
};

/** So many lines of a side are shown behind a row; all of them are in the concordance of Naming and in Search. */
export const LINES_SHOWN = { limit: 30, context: 70 } as const;

type Props = {
  side: SideName;
  asked: Asked<{ total: number; articles: number; lines: readonly Line[] }>;
  onOpen(shown: ShownWords): void;
};

/** The newest lines of a side that stand behind a row; a press opens the text there. */
export function SideLines({ side, asked: { data, error, isLooking }, onOpen }: Props) {
  return (
    <section className="behind-side" aria-label={words.list(side)} aria-busy={isLooking}>
      <p className="behind-head hint tnum">
        <SideMark side={side} />
        {error ? (
          <span role="alert">{error.message}</span>
        ) : data === undefined ? (
          words.looking
        ) : data.total === 0 ? (
          words.none
        ) : (
          words.found(data.total, data.articles, data.lines.length)
        )}
      </p>
      <ul className="behind-lines">
        {data?.lines.map((line) => (
          <li key={line.annotation ?? `${line.article} ${line.start}`}>
            <OneLine line={line} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const toLine = (text: string) => text.replace(/\s+/gu, ' ');

function OneLine({ line, onOpen }: { line: Line; onOpen(shown: ShownWords): void }) {
  const { article, annotation = null, start, date, outlet, title, left, match, right, isQuoted = false } = line;
  const where = `${outlet ?? words.noOutlet} · ${title}`;
  return (
    <button
      type="button"
      className="behind-line"
      title={isQuoted ? `${where} · ${words.quoted}` : where}
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
