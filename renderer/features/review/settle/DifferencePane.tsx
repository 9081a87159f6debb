import { useState } from 'react';
import { Plus } from 'lucide-react';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import type { Adjudication } from '#shared/domain/settlement';
import { valueWords } from '#shared/messages/en/codebook';
import { settleMessages as words, settleReasons } from '#shared/messages/en/settle';
import { Button } from '../../../ui/Button.tsx';
import { AgreementSection } from './AgreementSection.tsx';
import { CoderMark } from './CoderMark.tsx';
import { quoteOf, type Pair } from './differences.ts';
import { TagSign } from './TagSign.tsx';
import { TalkSection } from './TalkSection.tsx';
import type { Settling } from './use-settling.ts';

type Props = {
  adjudication: Adjudication;
  settling: Settling;
  labels: readonly Label[];
  canWrite: boolean;
  onOpen(annotation: Annotation): void;
  onAllFigures(): void;
};

/** All that is known of the difference in focus: why, what was said, what each says in full, what stands because of it; and how far the two agree. */
export function DifferencePane({ adjudication, settling, labels, canWrite, onOpen, onAllFigures }: Props) {
  const { focused } = settling;
  return (
    <aside className="pane insp" aria-label={words.inspector} data-region>
      <div className="pane-head">
        <h2>{words.details}</h2>
      </div>
      <div className="pane-scroll">
        {focused ? (
          <>
            {focused.difference.settlement?.isOutdated && <p className="say say-warn settle-say">{words.isOutdated}</p>}
            <ReasonSection key={focused.difference.uid} settling={settling} canWrite={canWrite} />
            <TalkSection
              key={`${focused.difference.uid} talk`}
              pair={focused}
              settling={settling}
              canWrite={canWrite}
            />
            <section className="sec">
              <h3 className="sec-h">{words.sides}</h3>
              {(['left', 'right'] as const).map((side) => (
                <div key={side} className="settle-side">
                  <p className="row">
                    <CoderMark name={adjudication[side]} side={side} />
                    <b className="grow trunc">
                      <bdi>{adjudication[side]}</bdi>
                    </b>
                    {focused[side] && (
                      <Button size="small" variant="quiet" onClick={() => onOpen(focused[side]!)}>
                        {words.openInText}
                      </Button>
                    )}
                  </p>
                  {focused[side] ? (
                    <TagFacts tag={focused[side]} labels={labels} />
                  ) : (
                    <p className="hint">{words.nothing}</p>
                  )}
                </div>
              ))}
            </section>
            <StandingSection pair={focused} adjudication={adjudication} labels={labels} />
          </>
        ) : (
          <p className="hint sec">{words.noDetails}</p>
        )}
        <AgreementSection
          left={adjudication.left}
          right={adjudication.right}
          labels={labels}
          onAllFigures={onAllFigures}
        />
      </div>
    </aside>
  );
}

function ReasonSection({ settling, canWrite }: Pick<Props, 'settling' | 'canWrite'>) {
  const { draft, focused, isChanged } = settling;
  const isOther = draft.reason !== '' && !settleReasons.some((reason) => reason === draft.reason);
  const [isTyping, setTyping] = useState(isOther);
  const settlement = focused?.difference.settlement ?? null;
  const choose = (reason: string) => {
    setTyping(false);
    settling.change({ reason: draft.reason === reason ? '' : reason });
  };
  return (
    <section className="sec settle-first">
      <h3 className="sec-h">{words.reason}</h3>
      <div className="settle-reasons" role="group" aria-label={words.reason}>
        {settleReasons.map((reason) => (
          <button
            key={reason}
            type="button"
            className={draft.reason === reason ? 'chip chip-on' : 'chip'}
            aria-pressed={draft.reason === reason}
            onClick={() => choose(reason)}
          >
            {reason}
          </button>
        ))}
        <button
          type="button"
          className={isOther ? 'chip chip-on' : 'chip'}
          aria-pressed={isOther}
          aria-expanded={isTyping}
          onClick={() => setTyping(!isTyping)}
        >
          <Plus className="i" aria-hidden="true" />
          {words.otherReason}
        </button>
      </div>
      {isTyping && (
        <span className="field settle-other">
          <input
            dir="auto"
            autoFocus={!isOther}
            autoComplete="off"
            aria-label={words.typeReason}
            maxLength={1000}
            value={isOther ? draft.reason : ''}
            onChange={({ target }) => settling.change({ reason: target.value })}
          />
        </span>
      )}
      {isChanged && <p className="hint settle-goes">{words.reasonGoes}</p>}
      {isChanged && settlement && settlement.decision !== 'new' && (
        <Button size="small" disabled={!canWrite} onClick={() => settling.decide(settlement.decision)}>
          {words.keep}
        </Button>
      )}
    </section>
  );
}

/** A tag in full. */
export function TagFacts({ tag, labels }: { tag: Annotation; labels: readonly Label[] }) {
  const hasEntity = (labels.find(({ name }) => name === tag.label)?.entityKinds.length ?? 0) > 0;
  return (
    <dl className="settle-facts">
      <dt>{words.parts.label}</dt>
      <dd className="row">
        <TagSign label={tag.label} labels={labels} />
        <bdi>{tag.label}</bdi>
      </dd>
      <dt>{words.parts.words}</dt>
      <dd className="theirs" dir="auto">
        {quoteOf(tag)}
      </dd>
      {(tag.entity !== null || hasEntity) && (
        <>
          <dt>{words.parts.entity}</dt>
          <dd>{tag.entity === null ? <span className="hint">{words.noEntity}</span> : <bdi>{tag.entity}</bdi>}</dd>
        </>
      )}
      {Object.entries(tag.attributes).map(([name, value]) => (
        <FactRow key={name} name={name} value={valueWords(value)} />
      ))}
      {tag.note !== '' && <FactRow name={words.parts.note} value={tag.note} />}
    </dl>
  );
}

const FactRow = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>
      <bdi>{name}</bdi>
    </dt>
    <dd dir="auto">{value}</dd>
  </>
);

type StandingProps = { pair: Pair; adjudication: Adjudication; labels: readonly Label[] };

/** What the settled layer holds because of a decision. */
function StandingSection({ pair: { difference }, adjudication, labels }: StandingProps) {
  const { settlement } = difference;
  const standing = adjudication.annotations.settled.filter(({ uid }) => settlement?.settled.includes(uid));
  return (
    <section className="sec">
      <h3 className="sec-h">{words.stands}</h3>
      {settlement === null ? (
        <p className="hint">{words.standing.notYet}</p>
      ) : standing.length === 0 ? (
        <p className="hint">{settlement.decision === 'unsure' ? words.standing.unsure : words.standing.none}</p>
      ) : (
        standing.map((tag) => <TagFacts key={tag.uid} tag={tag} labels={labels} />)
      )}
    </section>
  );
}
