import { useId } from 'react';
import type { Attribute } from '#shared/domain/attribute';
import type { Label } from '#shared/domain/codebook';
import type { Span } from '#shared/domain/span';
import { findDirection } from '#shared/text/direction';
import { valueWords } from '#shared/messages/en/codebook';
import { checkMessages as words } from '#shared/messages/en/check';
import { reviewTagMessages } from '#shared/messages/en/review-tag';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/Field.tsx';
import type { Edge } from '../settle/move-edge.ts';
import { EdgeButtons } from '../tag/EdgeButtons.tsx';
import { EntityLine } from '../tag/EntityLine.tsx';
import { LabelChoice } from '../tag/LabelChoice.tsx';
import { hasEntity, relabel, type EditedTag } from './edited-tag.ts';

type Props = {
  tag: EditedTag;
  labels: readonly Label[];
  text: string;
  onChange(changes: Partial<EditedTag>): void;
  onMove(edge: Edge, by: 1 | -1): void;
  onSelected(): void;
};

/** Attributes that a line of text can say. */
const plainTypes: ReadonlySet<Attribute['type']> = new Set(['text', 'number', 'date', 'choice', 'yes-no']);

/** What a tag is to say: its words, label, entity, and those of its attributes that a line of text can say. */
export function TagFields({ tag, labels, text, onChange, onMove, onSelected }: Props) {
  const quote = quoteOfSpans(text, tag.spans);
  const mayMean = hasEntity(labels, tag.label);
  const label = labels.find(({ name }) => name === tag.label);
  const attributes = label?.attributes.filter(
    ({ type, isList, retired }) => plainTypes.has(type) && !isList && !retired,
  );
  return (
    <>
      <LabelChoice label={tag.label} labels={labels} onLabel={(name) => onChange(relabel(name, tag))} />
      <div className="row" role="group" aria-label={words.words} onMouseDown={(event) => event.preventDefault()}>
        <span className="row ck-edges" dir={findDirection(quote)}>
          <EdgeButtons edge="start" isOff={tag.spans.length !== 1} onMove={onMove} />
          <bdi className="theirs trunc">{quote}</bdi>
          <EdgeButtons edge="end" isOff={tag.spans.length !== 1} onMove={onMove} />
        </span>
        <Button size="small" variant="quiet" onClick={onSelected}>
          {words.useSelected}
        </Button>
        <span className="hint ck-edge-keys">{words.edgeKeys}</span>
      </div>
      <div className="row ck-values" data-at-foot>
        {mayMean && (
          <EntityLine
            label={tag.label}
            entity={tag.entity}
            quote={quote}
            mayMake
            onEntity={(entity, toMake) => onChange({ entity, toMake })}
          />
        )}
        {mayMean && tag.toMake && <span className="hint">{reviewTagMessages.isMade(tag.toMake.name)}</span>}
        {attributes?.map(({ uid, name, options }) => (
          <AttributeLine
            key={uid}
            name={name}
            options={options.map(({ value }) => value)}
            value={tag.typed[name] ?? (tag.attributes[name] === undefined ? '' : valueWords(tag.attributes[name]))}
            onChange={(value) => onChange({ typed: { ...tag.typed, [name]: value } })}
          />
        ))}
      </div>
    </>
  );
}

export const quoteOfSpans = (text: string, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' … ');

type LineProps = { name: string; options: readonly string[]; value: string; onChange(value: string): void };

function AttributeLine({ name, options, value, onChange }: LineProps) {
  const id = useId();
  return (
    <>
      <TextField
        label={name}
        dir="auto"
        autoComplete="off"
        list={id}
        maxLength={10_000}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <datalist id={id}>
        {options.map((option) => (
          <option key={option} value={option} />
        ))}
      </datalist>
    </>
  );
}
