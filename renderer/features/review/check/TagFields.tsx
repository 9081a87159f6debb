import { useDeferredValue, useId } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Attribute } from '#shared/domain/attribute';
import type { Label } from '#shared/domain/codebook';
import type { Span } from '#shared/domain/span';
import { valueWords } from '#shared/messages/en/codebook';
import { checkMessages as words } from '#shared/messages/en/check';
import { queries } from '../../../api/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { TextField } from '../../../ui/Field.tsx';
import type { Edge } from '../settle/move-edge.ts';
import type { EditedTag } from './edited-tag.ts';

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
  const id = useId();
  const label = labels.find(({ name }) => name === tag.label);
  const query = useDeferredValue(tag.entity.trim());
  const { data: found = [] } = useQuery({ ...queries.suggestedEntities(query, tag.label), enabled: query !== '' });
  const attributes = label?.attributes.filter(
    ({ type, isList, retired }) => plainTypes.has(type) && !isList && !retired,
  );
  return (
    <>
      <Choice
        label={words.newLabel}
        value={tag.label}
        options={labels.filter(({ retired }) => !retired).map(({ name }) => ({ value: name, name }))}
        onChoose={(name) => onChange({ label: name })}
      />
      <div
        className="row ck-edges"
        role="group"
        aria-label={words.words}
        onMouseDown={(event) => event.preventDefault()}
      >
        <EdgeButtons edge="start" isOff={tag.spans.length !== 1} onMove={onMove} />
        <bdi className="theirs trunc">{quoteOfSpans(text, tag.spans)}</bdi>
        <EdgeButtons edge="end" isOff={tag.spans.length !== 1} onMove={onMove} />
        <Button size="small" variant="quiet" onClick={onSelected}>
          {words.useSelected}
        </Button>
        <span className="hint ck-edge-keys">{words.edgeKeys}</span>
      </div>
      <div className="row ck-values">
        {(label?.entityKinds.length ?? 0) > 0 && (
          <>
            <TextField
              label={words.entity}
              dir="auto"
              autoComplete="off"
              list={`${id}-known`}
              placeholder={words.noEntity}
              maxLength={300}
              value={tag.entity}
              onChange={({ target }) => onChange({ entity: target.value })}
            />
            <datalist id={`${id}-known`}>
              {found.map(({ uid, name }) => (
                <option key={uid} value={name} />
              ))}
            </datalist>
          </>
        )}
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

/** An end of the words, moved word by word. */
const EdgeButtons = ({ edge, isOff, onMove }: { edge: Edge; isOff: boolean; onMove: Props['onMove'] }) =>
  ([-1, 1] as const).map((by) => {
    const Icon = by === -1 ? ChevronLeft : ChevronRight;
    const name = words.edges[edge][by === -1 ? 'earlier' : 'later'];
    return (
      <Button
        key={by}
        size="small"
        variant="quiet"
        aria-label={name}
        title={name}
        disabled={isOff}
        icon={<Icon className="i i-12" aria-hidden="true" />}
        onClick={() => onMove(edge, by)}
      />
    );
  });
