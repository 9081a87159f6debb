import { Check, ChevronDown, ChevronUp, List, X } from 'lucide-react';
import type { Label } from '#shared/domain/codebook';
import { MOST_AT_ONCE, type Suggestion } from '#shared/domain/suggestion';
import { inspectorMessages } from '#shared/messages/en/annotate';
import { valueWords } from '#shared/messages/en/codebook';
import { confidenceWords, explainSuggestion, suggestionMessages as words } from '#shared/messages/en/suggestions';
import { letterOf } from '#shared/text/label-letter';
import { useStatus } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommandKeys } from '../../ui/command-keys.ts';
import { Sign } from '../../ui/Sign.tsx';
import { wordsOf, type Suggested } from './use-suggestions.ts';

type Props = { suggestion: Suggestion; suggested: Suggested; label: Label | undefined; onList(): void };

/** One suggestion: what it would be, why it is proposed, and taking or dismissing it or all that are like it. */
export function SuggestionDetails({ suggestion, suggested, label, onList }: Props) {
  const { all, take, dismiss, goTo } = suggested;
  const keys = useCommandKeys();
  const isOff = useStatus()?.mode !== 'write';
  const at = all.findIndex(({ id }) => id === suggestion.id);
  const step = (by: 1 | -1) => goTo(all[(at + by + all.length) % all.length]!);
  return (
    <>
      <div className="pane-head">
        {label && <Sign letter={letterOf(label)} colour={label.colour} line={label.line} />}
        <h2 className="trunc insp-label">{words.title(suggestion.label)}</h2>
        <span className="muted tnum">{inspectorMessages.nOfM(at + 1, all.length)}</span>
        <span className="grow" />
        <Button
          variant="quiet"
          icon={<ChevronUp className="i" aria-hidden="true" />}
          aria-label={words.previous}
          onClick={() => step(-1)}
        />
        <Button
          variant="quiet"
          icon={<ChevronDown className="i" aria-hidden="true" />}
          aria-label={words.next}
          onClick={() => step(1)}
        />
        <Button
          variant="quiet"
          icon={<List className="i" aria-hidden="true" />}
          data-to-list
          aria-label={words.allHere}
          title={words.allHere}
          onClick={onList}
        />
      </div>
      <div
        className="pane-scroll"
        onKeyDown={(event) => event.repeat && event.preventDefault()} // a key that is held does it once
      >
        <section className="sec sec-first">
          {suggestion.spans.map(({ start, quote }) => (
            <p key={start} className="says" dir="auto">
              {quote}
            </p>
          ))}
        </section>
        <section className="sec row">
          <Button
            variant="primary"
            data-take
            keys={keys.take}
            disabled={isOff}
            icon={<Check className="i" aria-hidden="true" />}
            onClick={() => take([suggestion])}
          >
            {words.take}
          </Button>
          <Button
            keys={keys.dismiss}
            disabled={isOff}
            icon={<X className="i" aria-hidden="true" />}
            onClick={() => dismiss([suggestion])}
          >
            {words.dismiss}
          </Button>
        </section>
        <section className="sec">
          <Facts suggestion={suggestion} hasEntities={(label?.entityKinds.length ?? 0) > 0} />
        </section>
        <Alike
          title={words.sameName}
          what={`${suggestion.label}: ${wordsOf(suggestion)}`}
          alike={suggested.listSameName(suggestion)}
          suggested={suggested}
          isOff={isOff}
        />
        <Alike
          title={words.sameKind}
          what={words.kind(suggestion.label, suggestion.rule)}
          alike={suggested.listSameKind(suggestion)}
          suggested={suggested}
          isOff={isOff}
        />
      </div>
    </>
  );
}

function Facts({ suggestion, hasEntities }: { suggestion: Suggestion; hasEntities: boolean }) {
  const { spans, entity, confidence, attributes } = suggestion;
  return (
    <dl className="props props-told">
      <dt>{words.why}</dt>
      <dd>
        <bdi>{explainSuggestion(suggestion)}</bdi>
      </dd>
      <dt>{words.confidence}</dt>
      <dd>{confidenceWords(confidence)}</dd>
      {hasEntities && (
        <>
          <dt>{words.entity}</dt>
          <dd>{entity === null ? <span className="muted">{words.noEntity}</span> : <bdi>{entity}</bdi>}</dd>
        </>
      )}
      {Object.entries(attributes).map(([name, value]) => [
        <dt key={`name ${name}`}>{name}</dt>,
        <dd key={`value ${name}`}>
          <bdi>{valueWords(value)}</bdi>
        </dd>,
      ])}
      <dt>{words.where}</dt>
      <dd className="tnum">{inspectorMessages.span(spans[0]!.start, spans.at(-1)!.end)}</dd>
    </dl>
  );
}

type AlikeProps = { title: string; what: string; alike: Suggestion[]; suggested: Suggested; isOff: boolean };

/** All that are like the one in focus, where there are others. */
function Alike({ title, what, alike, suggested, isOff }: AlikeProps) {
  if (alike.length < 2) return null;
  const take = words.takeAll(alike.length, MOST_AT_ONCE);
  const dismiss = words.dismissAll(alike.length, MOST_AT_ONCE);
  /** The same button is for others then, so a second press must not reach it. */
  const run = (act: (alike: Suggestion[]) => void) => {
    suggested.leave();
    act(alike);
  };
  return (
    <section className="sec" aria-label={title}>
      <h3>{title}</h3>
      <p className="hint trunc">
        <bdi>{what}</bdi>
      </p>
      <div className="row">
        <Button aria-label={words.ofWhat(take, what)} disabled={isOff} onClick={() => run(suggested.take)}>
          {take}
        </Button>
        <Button aria-label={words.ofWhat(dismiss, what)} disabled={isOff} onClick={() => run(suggested.dismiss)}>
          {dismiss}
        </Button>
      </div>
    </section>
  );
}
