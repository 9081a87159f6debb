import type { ReactNode } from 'react';
import type { BlockKind } from '#shared/domain/block';
import type { SideName, Voice } from '#shared/domain/comparison';
import type { SearchHit } from '#shared/domain/search';
import { behindWords as words } from '#shared/messages/en/compare-lines';
import { namingMessages } from '#shared/messages/en/compare-naming';
import { dateWords } from '#shared/messages/en/ui';
import { findLineDirection } from '#shared/text/direction';
import type { ShownWords } from './compare-props.ts';
import { SideMark } from './SideMark.tsx';
import type { Asked } from './use-comparison.ts';

/** A line of a text; of an annotation, or of a word. */
type Line = Pick<SearchHit, 'article' | 'start' | 'date' | 'outlet' | 'title' | 'left' | 'match' | 'right'> & {
  annotation?: string;
  voice: Voice;
  block: BlockKind | null;
};

/** So many lines of a side are shown behind a row; all of them are in the concordance of Naming and in Search. */
export const LINES_SHOWN = { limit: 30, context: 70 } as const;

type Props = {
  side: SideName;
  asked: Asked<{ total: number; articles: number; lines: readonly Line[] }>;
  /** The words that are meant stand one below the other, and whose words they are is told beside them. */
  isConcordance?: boolean;
  /** Beside how many there are. */
  tools?: ReactNode;
  onOpen(shown: ShownWords): void;
};

/** The newest lines of a side that stand behind a row; a press opens the text there. */
export function SideLines({ side, asked: { data, error, isLooking }, isConcordance = false, tools, onOpen }: Props) {
  const Line = isConcordance ? ConcordanceLine : OneLine;
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
        <span className="grow" />
        {tools}
      </p>
      <ul className="behind-lines">
        {data?.lines.map((line) => (
          <li key={line.annotation ?? `${line.article} ${line.start}`}>
            <Line line={line} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const toLine = (text: string) => text.replace(/\s+/gu, ' ');

type LineProps = { line: Line; onOpen(shown: ShownWords): void };

function OneLine({ line, onOpen }: LineProps) {
  const { left, match, right } = line;
  return (
    <button type="button" className="behind-line" title={toPlace(line)} onClick={() => onOpen(toShown(line))}>
      <When line={line} />
      <span className="behind-words" dir={findLineDirection(line)}>
        {toLine(left)}
        <mark>{toLine(match)}</mark>
        {toLine(right)}
      </span>
    </button>
  );
}

const blankLine = /\n\s*\n/u;

function ConcordanceLine({ line, onOpen }: LineProps) {
  const { left, match, right, voice, block } = line;
  const direction = findLineDirection(line);
  return (
    <button
      type="button"
      className="behind-line behind-concordance"
      title={toPlace(line)}
      onClick={() => onOpen(toShown(line))}
    >
      <When line={line} />
      <span className="hit-words" dir={direction}>
        <span className="hit-left">
          <bdi dir={direction}>{toLine(left.split(blankLine).at(-1)!)}</bdi>
        </span>
        <span className="hit-right">
          <mark>{toLine(match)}</mark>
          {toLine(right.split(blankLine)[0]!)}
        </span>
      </span>
      <span className="hint behind-voice">{namingMessages.place(block, voice)}</span>
    </button>
  );
}

const When = ({ line: { date } }: { line: Line }) => (
  <span className="hint tnum">{date === null ? words.noDate : dateWords(date)}</span>
);

const toPlace = ({ outlet, title }: Line) => `${outlet ?? words.noOutlet} · ${title}`;
const toShown = ({ article, annotation, start }: Line): ShownWords => ({
  article,
  annotation: annotation ?? null,
  start,
});
