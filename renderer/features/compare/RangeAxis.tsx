import type { CSSProperties } from 'react';
import type { ClaimJoin } from '#shared/domain/article-pair';
import type { ClaimFigure } from '#shared/domain/cluster';
import type { SideName } from '#shared/domain/comparison';
import { compareArticlesMessages as words } from '#shared/messages/en/compare-articles';
import { rangeWords } from '#shared/messages/en/compare-claims';
import { numberWords } from '#shared/messages/en/ui';
import { SideMark } from './SideMark.tsx';
import { findAxisEnd, findFigures, listTicks } from './range-axis.ts';

const custom = (values: Record<string, number>): CSSProperties =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`--${name}`, value]));

/** What both claims count, as ranges on one axis from 0; who says it where they count nothing that can be set side by side. */
export function RangeAxis({ join }: { join: ClaimJoin }) {
  const figures = findFigures(join);
  const end = figures && findAxisEnd(figures);
  const gap = join.conflicts[0]?.isComparable ? join.conflicts[0].gap : null;
  const row = (side: SideName) => (
    <div className="ax-row">
      <span className="ax-l">
        <SideMark side={side} />
        <bdi className="trunc">{words.speaker(join[side])}</bdi>
      </span>
      {figures && end !== null && (
        <span className={`rng big ${side}`} aria-hidden="true">
          {gap && <i className="gap" style={custom({ lo: gap.from, hi: gap.to })} />}
          <Bar figure={figures[side]} />
        </span>
      )}
      {figures ? (
        <span className="num strong">{rangeWords(figures[side])}</span>
      ) : (
        <bdi className="theirs trunc tray-quote">{join[side].quote}</bdi>
      )}
    </div>
  );
  return (
    <div className={`tray-axis ${end === null ? 'is-bare' : ''}`} style={custom({ max: end ?? 1 })}>
      {row('a')}
      {row('b')}
      {end !== null && (
        <div className="ax-row ax-ticks">
          <span />
          <span className="ticks" aria-hidden="true">
            {listTicks(end).map((tick) => (
              <i key={tick} style={custom({ t: tick })}>
                {numberWords(tick)}
              </i>
            ))}
          </span>
          <span className="num muted">{gap && words.apart(gap.to - gap.from)}</span>
        </div>
      )}
    </div>
  );
}

/** An end that is not given fades out. */
function Bar({ figure: { min, max } }: { figure: ClaimFigure }) {
  if (max === null) return <i className="open" style={custom({ lo: min ?? 0 })} />;
  return <i className={min === null ? 'open-start' : ''} style={custom({ lo: min ?? 0, hi: max })} />;
}
