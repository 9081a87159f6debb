import { useQuery } from '@tanstack/react-query';
import type { Difference } from '#shared/domain/interchange';
import type { Span } from '#shared/domain/span';
import { readBackMessages as words } from '#shared/messages/en/read-back';
import { findLineDirection } from '#shared/text/direction';
import { clusterAround } from '#shared/text/graphemes';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';

type Props = { difference: Difference; isTaken: boolean; onDecide?(isOn: boolean): void };

/** Characters of the text on each side. */
const CONTEXT = 160;

/** One difference: its words where they stand, here and in the files, what else is otherwise, and what taking it does. */
export function DifferenceDetails({ difference, isTaken, onDecide }: Props) {
  const { kind, of, article, annotation, annotator, isOwn, title, label, place, changes } = difference;
  const text = useQuery({ ...queries.article(article ?? ''), enabled: article !== null }).data?.text;
  const hasMoved = changes.some(({ what }) => what === 'span');
  const here = useQuery({
    ...queries.annotation(annotation),
    enabled: of === 'annotation' && kind === 'changed' && hasMoved,
  }).data;
  const others = changes.filter(({ what }) => what !== 'span' || !here);
  return (
    <section className="pane difference-details" aria-label={words.one}>
      <div className="pane-scroll" tabIndex={0} role="group" aria-label={words.one}>
        <h3>
          {words.kinds[kind]}: <bdi>{of === 'relation' ? `${words.relation} ${label}` : label}</bdi>
        </h3>
        <p className="hint">
          <bdi className="theirs">{title}</bdi>
          {article === null && ` ${words.articleComes}`}
        </p>
        {here && (
          <Passage
            name={words.here}
            text={text}
            quote={here.spans.map(({ quote }) => quote).join(' … ')}
            span={{ start: here.spans[0]!.start, end: here.spans.at(-1)!.end }}
          />
        )}
        <Passage
          name={kind === 'deleted' ? words.here : words.there}
          text={text}
          quote={difference.quote}
          span={
            difference.start === null || difference.end === null
              ? null
              : { start: difference.start, end: difference.end }
          }
          isGone={kind === 'deleted'}
        />
        {others.length > 0 && (
          <table className="table difference-changes">
            <thead>
              <tr>
                <td />
                <th scope="col">{words.here}</th>
                <th scope="col">{words.there}</th>
              </tr>
            </thead>
            <tbody>
              {others.map(({ what, before, after }) => (
                <tr key={what}>
                  <th scope="row">{words.parts[what]}</th>
                  <td dir="auto">{before === '' ? <span className="hint">{words.none}</span> : before}</td>
                  <td dir="auto">{after === '' ? <span className="hint">{words.none}</span> : after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p className="hint">{words.effect(kind, isOwn, annotator)}</p>
        {place !== '' && <p className="hint difference-place">{words.place(place)}</p>}
      </div>
      {onDecide && (
        <div className="difference-decide">
          <Button keys="Y" aria-pressed={isTaken} onClick={() => onDecide(true)}>
            {words.decide.take}
          </Button>
          <Button keys="N" aria-pressed={!isTaken} onClick={() => onDecide(false)}>
            {words.decide.leave}
          </Button>
        </div>
      )}
    </section>
  );
}

type PassageProps = { name: string; text: string | undefined; quote: string; span: Span | null; isGone?: boolean };

/** Words between what stands before and after them; by themselves where the text is not here. */
function Passage({ name, text, quote, span, isGone = false }: PassageProps) {
  const { left, right } = text !== undefined && span !== null ? takeContext(text, span) : { left: '', right: '' };
  const Mark = isGone ? 'del' : 'mark';
  return (
    <figure className="passage">
      <figcaption className="label">{name}</figcaption>
      <p dir={findLineDirection({ left, match: quote, right })}>
        {left}
        <Mark>{quote}</Mark>
        {right}
      </p>
    </figure>
  );
}

/** What stands on the same line, in whole words where it is cut. */
function takeContext(text: string, { start, end }: Span): { left: string; right: string } {
  const lineStart = text.slice(0, start).lastIndexOf('\n') + 1;
  const nextLine = text.indexOf('\n', end);
  const lineEnd = nextLine === -1 ? text.length : nextLine;
  const from = clusterAround(text, Math.max(lineStart, start - CONTEXT)).start;
  const to = clusterAround(text, Math.min(lineEnd, end + CONTEXT)).start;
  const left = text.slice(from, start);
  const right = text.slice(end, to);
  return {
    left: from > lineStart ? `… ${left.replace(/^\S*\s/u, '')}` : left,
    right: to < lineEnd ? `${right.replace(/\s\S*$/u, '')} …` : right,
  };
}
