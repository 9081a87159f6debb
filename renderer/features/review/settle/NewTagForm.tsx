import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import type { EntityToMake } from '#shared/domain/entity';
import type { Adjudication } from '#shared/domain/settlement';
import type { Span } from '#shared/domain/span';
import { reviewTagMessages } from '#shared/messages/en/review-tag';
import { settleMessages as words } from '#shared/messages/en/settle';
import { shortQuote } from '#shared/messages/en/ui';
import { queries } from '../../../api/queries.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { EdgeButtons } from '../tag/EdgeButtons.tsx';
import { EntityLine } from '../tag/EntityLine.tsx';
import { LabelChoice } from '../tag/LabelChoice.tsx';
import type { Pair } from './differences.ts';
import { moveEdge, type Edge } from './move-edge.ts';
import type { TwoLayerHandle } from './TwoLayerText.tsx';
import type { NewTag } from './use-settling.ts';

type Props = {
  pair: Pair;
  adjudication: Adjudication;
  labels: readonly Label[];
  text: RefObject<TwoLayerHandle | null>;
  onSend(tag: NewTag): void;
  onGiveUp(): void;
};
type Which = keyof typeof words.words;

const spansOf = ({ spans }: Annotation): Span[] => spans.map(({ start, end }) => ({ start, end }));

/** What stands instead of both: a label, words and an entity. It starts from what was settled here before, or from what the two say. */
export function NewTagForm({ pair, adjudication, labels, text, onSend, onGiveUp }: Props) {
  const { left, right, difference } = pair;
  const form = useRef<HTMLDivElement>(null);
  const made =
    difference.settlement?.decision === 'new'
      ? adjudication.annotations.settled.find(({ uid }) => difference.settlement?.settled.includes(uid))
      : undefined;
  const [label, setLabel] = useState((made ?? left ?? right)!.label);
  const [entity, setEntity] = useState(made ? (made.entity ?? '') : sameEntity(left, right));
  const [toMake, setToMake] = useState<EntityToMake>();
  const [selected, setSelected] = useState<Span | null>(() => (made ? null : (text.current?.getSelected() ?? null)));
  const [which, setWhich] = useState<Which>(selected ? 'selected' : 'around');
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus(), []);
  const body = useQuery(queries.article(adjudication.article)).data?.text ?? '';

  const spans = {
    around: made ? spansOf(made) : [{ start: difference.start, end: difference.end }],
    left: left && spansOf(left),
    right: right && spansOf(right),
    selected: selected && [selected],
  }[which];
  const quote = spans?.map(({ start, end }) => body.slice(start, end)).join(' … ') ?? '';
  const hasEntity = (labels.find(({ name }) => name === label)?.entityKinds.length ?? 0) > 0;
  const source = [made, left, right].find((each) => each?.label === label);
  const offered = (['around', 'left', 'right', 'selected'] as const).filter(
    (each) => (each !== 'left' || left) && (each !== 'right' || right),
  );
  const choose = (next: Which) => {
    const now = text.current?.getSelected();
    if (next === 'selected' && !now && !selected) return announce(words.nothingSelected);
    if (next === 'selected' && now) setSelected(now);
    setWhich(next);
  };
  const only = spans?.length === 1 ? spans[0] : undefined;
  const move = (edge: Edge, by: 1 | -1) => {
    if (!only) return;
    setSelected(moveEdge(body, only, edge, by));
    setWhich('selected');
  };
  const send = () =>
    spans &&
    onSend({
      label,
      spans,
      entity: (hasEntity && entity) || null,
      ...(hasEntity && toMake && { newEntity: toMake }),
      note: '',
      ...(source && { attributes: source.attributes }),
    });
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onGiveUp();
    else if (event.key === 'Enter' && !(event.target as Element).matches('button')) send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={form} className="settle-new" data-at-foot role="group" aria-label={words.newTag} onKeyDown={press}>
      <LabelChoice
        label={label}
        labels={labels}
        onLabel={(name) => {
          setLabel(name);
          setToMake((now) => now && { name: now.name }); // what the gazetteer knows of it may not fit this label
        }}
      />
      <div className="row" onMouseDown={(event) => event.preventDefault()} /* the text keeps its selection */>
        <Choice
          label={words.newWords}
          value={which}
          options={offered.map((value) => ({ value, name: words.words[value] }))}
          onChoose={choose}
        />
        <EdgeButtons edge="start" isOff={!only} onMove={move} />
        <bdi className="theirs trunc">{shortQuote(quote)}</bdi>
        <EdgeButtons edge="end" isOff={!only} onMove={move} />
      </div>
      <div className="row settle-new-foot">
        {hasEntity && (
          <EntityLine
            label={label}
            entity={entity}
            quote={quote}
            mayMake
            onEntity={(name, make) => {
              setEntity(name);
              setToMake(make);
            }}
          />
        )}
        {hasEntity && toMake && <span className="hint">{reviewTagMessages.isMade(toMake.name)}</span>}
        {source && Object.keys(source.attributes).length > 0 && (
          <span className="hint">{words.keepsAttributes(source.annotator)}</span>
        )}
        <span className="grow" />
        <Button variant="quiet" onClick={onGiveUp}>
          {words.giveUp}
        </Button>
        <Button variant="primary" onClick={send}>
          {words.send}
        </Button>
      </div>
    </div>
  );
}

const sameEntity = (left: Annotation | null, right: Annotation | null): string => {
  const [one, other] = [left ?? right, right ?? left];
  return one?.entityUid === other?.entityUid ? (one?.entity ?? '') : '';
};
