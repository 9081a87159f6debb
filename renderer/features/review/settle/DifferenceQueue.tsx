import { useEffect, useRef, type KeyboardEvent } from 'react';
import { ChevronLeft, Equal } from 'lucide-react';
import type { Label } from '#shared/domain/codebook';
import type { Adjudication } from '#shared/domain/settlement';
import { settleGroups, settleMessages as words } from '#shared/messages/en/settle';
import { numberWords, shortQuote } from '#shared/messages/en/ui';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { findRowForKey } from '../../../ui/row-for-key.ts';
import { describePair, groups, quoteOf, wordsOf, type Pair, type Segment, type Side } from './differences.ts';
import { TagSign } from './TagSign.tsx';
import type { Settling } from './use-settling.ts';

type Props = {
  adjudication: Adjudication;
  settling: Settling;
  labels: readonly Label[];
  canWrite: boolean;
  onBack(): void;
  /** Brings an offset of the text into sight. */
  onShow(offset: number): void;
};

const segments = ['open', 'unsure', 'settled'] as const satisfies readonly Segment[];
const ROW = 46;
const idOf = (uid: string) => `settle-${uid}`;

/** The differences of an article by what differs, how far settling them is, and what agrees. */
export function DifferenceQueue({ adjudication, settling, labels, canWrite, onBack, onShow }: Props) {
  const { pairs, segment } = settling;
  const { agreed, state, isChanged, left, right } = adjudication;
  const of = (which: Segment) => pairs.filter((pair) => pair.segment === which).length;
  const settled = of('settled');
  return (
    <section className="pane" aria-label={words.queue} data-region>
      <div className="pane-head">
        <Button
          variant="quiet"
          aria-label={words.back}
          title={words.back}
          icon={<ChevronLeft className="i" aria-hidden="true" />}
          onClick={onBack}
        />
        <h2>{words.articles}</h2>
        <span className="num">{numberWords(pairs.length - settled)}</span>
      </div>
      <div className="settle-segments">
        <Choice
          label={words.segments}
          value={segment === 'agreed' ? null : segment}
          options={segments.map((value) => ({ value, name: `${words.segment[value]} ${numberWords(of(value))}` }))}
          onChoose={settling.setSegment}
        />
      </div>
      <div className="settle-progress">
        <span className="meter grow" aria-hidden="true">
          <i style={{ width: `${pairs.length === 0 ? 100 : (settled / pairs.length) * 100}%` }} />
        </span>
        <span className="hint tnum">{words.progress(settled, pairs.length)}</span>
      </div>
      {isChanged && (
        <p className="say say-warn settle-say">
          {words.changedTitle}. {words.changed}
        </p>
      )}
      {segment === 'agreed' ? (
        <AgreedList adjudication={adjudication} labels={labels} onShow={onShow} />
      ) : (
        <PairList settling={settling} labels={labels} names={{ left, right }} />
      )}
      {segment !== 'agreed' && of(segment) === 0 && <p className="hint settle-none">{words.empty[segment]}</p>}
      {agreed.length > 0 && (
        <p className="hint settle-agreed">
          <Equal className="i i-12" aria-hidden="true" />{' '}
          {state === null ? words.agreedOpen(agreed.length) : words.agreed(agreed.length)}{' '}
          <button
            type="button"
            className="add"
            onClick={() => settling.setSegment(segment === 'agreed' ? 'open' : 'agreed')}
          >
            {segment === 'agreed' ? words.seeOpen : words.seeAgreed}
          </button>
          {state === null && (
            <Button size="small" disabled={!canWrite} onClick={settling.begin}>
              {words.begin}
            </Button>
          )}
        </p>
      )}
    </section>
  );
}

type PairListProps = { settling: Settling; labels: readonly Label[]; names: Record<Side, string> };

function PairList({ settling, labels, names }: PairListProps) {
  const { shown, focused } = settling;
  const list = useRef<HTMLDivElement>(null);
  const at = shown.findIndex((pair) => pair === focused);
  const uid = focused?.difference.uid ?? null;
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus();
  }, []);
  useEffect(() => {
    if (uid !== null) document.getElementById(idOf(uid))?.scrollIntoView({ block: 'nearest' });
  }, [uid]);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { clientHeight: viewHeight } = event.currentTarget;
    const next = findRowForKey(event.key, { active: at, count: shown.length, rowHeight: ROW, viewHeight });
    if (next === undefined) return;
    event.preventDefault();
    if (shown[next]) settling.choose(shown[next].difference.uid);
  };
  return (
    <div
      ref={list}
      className="pane-scroll list settle-list"
      role="listbox"
      aria-label={words.differences}
      aria-activedescendant={uid === null ? undefined : idOf(uid)}
      tabIndex={0}
      data-region-start
      onKeyDown={press}
    >
      {groups.map((group) => {
        const here = shown.filter((pair) => pair.group === group);
        if (here.length === 0) return null;
        return (
          <div key={group} role="group" aria-label={settleGroups[group]}>
            <div className="group" aria-hidden="true">
              {settleGroups[group]}
              <span className="num">{numberWords(here.length)}</span>
            </div>
            {here.map((pair) => (
              <PairRow
                key={pair.difference.uid}
                pair={pair}
                labels={labels}
                names={names}
                isOn={pair === focused}
                onChoose={() => settling.choose(pair.difference.uid)}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

type PairRowProps = Omit<PairListProps, 'settling'> & { pair: Pair; isOn: boolean; onChoose(): void };

function PairRow({ pair, labels, names, isOn, onChoose }: PairRowProps) {
  const { difference, left, right } = pair;
  const what = describePair(pair, names);
  const isOutdated = difference.settlement?.isOutdated === true;
  return (
    <div id={idOf(difference.uid)} className="settle-row" role="option" aria-selected={isOn} onClick={onChoose}>
      <TagSign label={(left ?? right)?.label ?? ''} labels={labels} />
      <span className="grow">
        <bdi className="theirs trunc settle-words">{wordsOf(pair)}</bdi> <span className="meta trunc">{what}</span>
        {isOutdated && <span className="meta settle-outdated"> {words.outdated}</span>}
      </span>
    </div>
  );
}

type AgreedListProps = { adjudication: Adjudication; labels: readonly Label[]; onShow(offset: number): void };

/** What both have; each leads to its words. */
function AgreedList({ adjudication, labels, onShow }: AgreedListProps) {
  const agreed = new Set(adjudication.agreed.map(({ left }) => left));
  return (
    <ul className="pane-scroll list settle-list" aria-label={words.segment.agreed}>
      {adjudication.annotations.left
        .filter(({ uid }) => agreed.has(uid))
        .map((tag) => (
          <li key={tag.uid}>
            <button type="button" className="settle-row" onClick={() => onShow(tag.spans[0]!.start)}>
              <TagSign label={tag.label} labels={labels} />
              <bdi className="theirs trunc grow">{shortQuote(quoteOf(tag))}</bdi>
              <span className="vh">{tag.label}</span>
            </button>
          </li>
        ))}
    </ul>
  );
}
